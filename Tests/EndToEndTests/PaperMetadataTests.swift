import Foundation
import Testing

/// What a paper's page says to machines of its picture and its licence.
@Suite struct PaperMetadataTests {
  @Test(arguments: [
    ("https://cdn.example/x.png", "https://cdn.example/x.png"), ("/pics/x.png", "https://papers.example/pics/x.png"),
    ("x.png", "https://papers.example/papers/a/x.png"),
  ])
  func picturesAreAbsoluteInMetadata(thumbnail: String, address: String) throws {
    let page = try paperPage(#""thumbnail": "\#(thumbnail)""#)
    #expect(page.contains("<meta property=\"og:image\" content=\"\(address)\">"))
    #expect(page.contains("\"image\":\"\(address)\""))
  }

  @Test(arguments: [
    ("CC-BY-4.0", "https://spdx.org/licenses/CC-BY-4.0"), ("GPL-2.0+", "https://spdx.org/licenses/GPL-2.0+"),
    ("https://a.example/licence", "https://a.example/licence"),
  ])
  func licencesThatCanBeReadAreLinks(license: String, address: String) throws {
    let page = try paperPage(#""license": "\#(license)""#)
    #expect(page.contains("\"license\":\"\(address)\""))
    #expect(page.contains("<link rel=\"license\" href=\"\(address)\">"))
    #expect(page.contains("<meta name=\"DC.rights\" content=\"\(license)\">"))
  }

  @Test(arguments: ["CC BY 4.0", "all-rights-reserved", "MIT", "http-ish 1"])
  func otherLicencesAreText(license: String) throws {
    let page = try paperPage(#""license": "\#(license)""#)
    #expect(page.contains("\"license\":\"\(license)\""))
    #expect(!page.contains("rel=\"license\""))
  }

  private func paperPage(_ field: String) throws -> String {
    let record = #"{"id": "a", "title": "T", "abstract": "A.", "published": "2026-01-05", \#(field)}"#
    let site = try SiteFixture(["content/papers/a.json": record])
    let run = try site.build()
    guard run.status == 0 else { throw SiteFixture.Failed(run) }
    return try #require(site.read("public/papers/a/index.html"))
  }
}
