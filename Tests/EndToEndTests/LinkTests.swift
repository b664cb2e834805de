import Foundation
import Testing

/// Follows every internal link of a built site.
func brokenLinks(of site: [String: Data]) -> [String] {
  var pages: [String: WrittenPage] = [:]
  for (path, data) in site where path.hasSuffix(".html") { pages[path] = WrittenPage(data) }
  var broken: [String] = []
  for (path, page) in pages {
    for link in page.links {
      guard let target = internalTarget(of: link, on: path) else { continue }
      if site[target.file] == nil {
        broken.append("\(path): \(link)")
      } else if let fragment = target.fragment, pages[target.file]?.ids.contains(fragment) == false {
        broken.append("\(path): \(link) (no such id)")
      }
    }
  }
  return broken.sorted()
}

/// The file that a link leads to, nil where it leads elsewhere.
private func internalTarget(of link: String, on path: String) -> (file: String, fragment: String?)? {
  let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
  var address = String(parts.first ?? "").removingPercentEncoding ?? ""
  let fragment = parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : nil
  for base in ["https://papers.example/"] where address.hasPrefix(base) {
    address = "/" + address.dropFirst(base.count)
  }
  if address.isEmpty { return (path, fragment) }
  if address.hasPrefix("//") || address.contains(":") { return nil }
  let folder = path.split(separator: "/").dropLast().joined(separator: "/")
  var file = address.hasPrefix("/") ? String(address.dropFirst()) : "\(folder)/\(address)"
  file = String(file.prefix { $0 != "?" })
  if file.isEmpty || file.hasSuffix("/") { file += "index.html" }
  return (URL(fileURLWithPath: "/\(file)").standardized.path.trimmingPrefix("/").description, fragment)
}

@Test func everyLinkOfTheDemoLeadsSomewhere() throws {
  let site = try DemoSite.built.get().tree()
  #expect(site.count > 100)
  #expect(brokenLinks(of: site) == [])
}

/// Each kind of page that can be switched off is linked to by no other.
@Test(
  arguments: [
    "weeks", "months", "years", "archive", "trending", "tags", "authors", "organizations", "code", "feeds", "citations",
    "api", "markdown", "linksets", "redirects", "search", "sitemap",
  ])
func noLinkLeadsToWhatIsSwitchedOff(output: String) throws {
  let site = try SiteFixture(settings: "outputs: {\(output): false}\n")
  for number in 1...3 {
    let record = """
      {"id": "260\(number).00001", "title": "T", "abstract": "A", "published": "202\(number + 3)-0\(number)-07",
       "authors": ["Ada"], "organization": "Org", "tags": ["rl"], "links": {"code": "https://code.example/"}}
      """
    try site.write(record, to: "content/papers/\(number).json")
  }
  let run = try site.build()
  #expect(run.status == 0, "\(run.errors)")
  #expect(brokenLinks(of: site.tree()) == [])
}

@Test(.withDailyPapers) func everyLinkOfTheDailyPapersLeadsSomewhere() throws {
  let site = try DailyPapers.site.get().tree()
  #expect(site.count > 8000)
  #expect(brokenLinks(of: site) == [])
}
