import Foundation
import Testing

/// Papers are of any year that a date can name.
@Suite struct FarDateTests {
  private func site(on day: String) throws -> SiteFixture {
    try SiteFixture([
      "content/papers/far.json": """
      {"id": "far", "title": "Far", "abstract": "Away.", "published": "\(day)", "authors": ["A B"], "tags": ["t"]}
      """,
      "content/papers/near.json": #"{"id": "near", "title": "Near", "abstract": "By.", "published": "2026-01-07"}"#,
    ])
  }

  @Test(arguments: ["0001-01-01", "1583-02-28", "1900-12-31", "1950-10-01", "1969-12-31", "1970-01-01", "9999-12-26"])
  func theDayHasItsPages(day: String) throws {
    let site = try site(on: day)
    let run = try site.build()
    #expect(run.status == 0, "\(run.errors)")
    let tree = site.tree()
    for path in ["date/\(day)/index.html", "month/\(day.prefix(7))/index.html", "year/\(day.prefix(4))/index.html"] {
      #expect(tree[path] != nil, "\(path)")
    }
    let page = String(decoding: tree["papers/far/index.html"] ?? Data(), as: UTF8.self)
    #expect(page.contains("datetime=\"\(day)\""))
    #expect(brokenLinks(of: tree) == [])
  }

  @Test(arguments: [
    "9999-12-27", "9999-12-31", "0000-12-31", "9999-12-26T23:59:59-12:00", "0001-01-01T00:00:00+01:00",
  ])
  func aDayWithoutAWeekIsNoDate(day: String) throws {
    let run = try site(on: day).build()
    #expect(run.status == 1)
    #expect(run.errors.contains("content/papers/far.json:1:"))
    #expect(run.errors.contains("`published` is not a date: \"\(day)\""))
  }
}
