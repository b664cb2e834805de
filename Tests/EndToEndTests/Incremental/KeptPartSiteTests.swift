import Foundation
import Testing

/// Partials of a theme that write the same on many pages are rendered once; pages still depend on what they read.
@Suite struct KeptPartSiteTests {
  private let part =
    "<footer>{{ site.title }} {{ site.paper_count }} {{ site.latest.date }} {{ page.kind }}"
    + "{% for tag in site.top_tags[:2] %} {{ tag.title }}={{ tag.count }}{% endfor %}"
    + "{% if page.kind == 'tag' %} {{ page.url }}{% endif %} {{ asset('style.css') }}</footer>"

  @Test func pagesAreThoseOfAThemeWithoutPartials() throws {
    let inOne = try site(footer: part)
    let apart = try site(footer: "{% include \"partials/own.html\" %}")
    try apart.write(part, to: "themes/mine/templates/partials/own.html")
    try inOne.build()
    try apart.build()
    let tree = apart.tree()
    #expect(tree == inOne.tree())
    let pages = tree.filter { $0.key.hasSuffix(".html") && $0.key.contains("/") }.values
    #expect(pages.count { String(decoding: $0, as: UTF8.self).contains("<footer>Test Papers 30 2026-01-09") } > 40)
  }

  @Test func whatAPartHasReadMakesItsPagesStale() throws {
    let footer = "{% include \"partials/own.html\" %}"
    let site = try site(footer: footer)
    try site.write(part, to: "themes/mine/templates/partials/own.html")
    try site.build()
    try site.write(paper(30), to: "content/papers/30.json")
    try site.write(".own { color: red }", to: "themes/mine/static/style.css")
    try site.build()
    let clean = try self.site(footer: footer, papers: 31)
    try clean.write(part, to: "themes/mine/templates/partials/own.html")
    try clean.write(".own { color: red }", to: "themes/mine/static/style.css")
    try clean.build()
    #expect(site.tree() == clean.tree())
    #expect(site.read("public/papers/p3/index.html")?.contains("<footer>Test Papers 31 ") == true)
  }

  private func site(footer: String, papers: Int = 30) throws -> SiteFixture {
    let site = try SiteFixture(settings: "theme: mine\n")
    try site.write("extends: default\n", to: "themes/mine/theme.yml")
    try site.write("<x>" + footer + "</x>", to: "themes/mine/templates/partials/footer.html")
    for number in 0..<papers { try site.write(paper(number), to: "content/papers/\(number).json") }
    return site
  }

  private func paper(_ number: Int) -> String {
    #"{"id":"p\#(number)","title":"T\#(number)","abstract":"A.","tags":["t\#(number % 3)"],"#
      + #""published":"2026-01-0\#(1 + number % 9)"}"#
  }
}
