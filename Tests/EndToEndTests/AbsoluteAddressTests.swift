import Foundation
import Testing

/// Addresses that templates make absolute.
@Suite struct AbsoluteAddressTests {
  /// What templates write for some arguments, below a base URL.
  private func written(_ base: String, _ arguments: [String]) throws -> [String] {
    let site = try SiteFixture(settings: "theme: mine\n")
    try site.write("title: T\nbase_url: \(base)\ntheme: mine\n", to: "site.yml")
    try site.write("extends: default\n", to: "themes/mine/theme.yml")
    let template = arguments.map { "{{ absolute(\"\($0)\") }}|{{ \"\($0)\"|absolute_url }}|" }.joined()
    try site.write(template + "{{ absolute(url('x/')) }}", to: "themes/mine/templates/404.html")
    let run = try site.build()
    guard run.status == 0 else { throw SiteFixture.Failed(run) }
    return site.read("public/404.html")?.components(separatedBy: "|") ?? []
  }

  @Test(arguments: ["https://p.example/", "https://p.example/sub/"])
  func pathsGetTheBaseURLOnce(base: String) throws {
    let whole = [
      "https://other.example/x", "HTTP://other.example", "//other.example/x", "mailto:a@b.example", "urn:a:b",
    ]
    let own = ["x", "x/", "/x/", "x/y:z", "", "/", "1:2"]
    let root = base.hasSuffix("/sub/") ? "/sub/" : "/"
    let written = try written(base, whole + own + ["\(root)x/"])
    let expected =
      whole + own.map { base + ($0.hasPrefix("/") ? String($0.dropFirst()) : $0) } + ["\(base)x/"]
    #expect(written == expected.flatMap { [$0, $0] } + ["\(base)x/"])
  }
}
