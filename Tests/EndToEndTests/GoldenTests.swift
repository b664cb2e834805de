import Foundation
import Testing

/// One page of each kind, byte for byte. SITEGEN_UPDATE_GOLDEN=1 rewrites them; review the diff by eye.
@Suite struct GoldenTests {
  private static let folder = "\(Repository.path)/Tests/EndToEndTests/Golden"

  private static let files: KeyValuePairs<String, String> = [
    "content/papers/2026-01-06.json": #"""
    [
      {"id": "1706.03762", "title": "Attention \\& ``Transformers''", "abstract": "We compute $\\mathrm{softmax}(QK^T/\\sqrt{d_k})V$.\n  A second paragraph costs 5\\%.", "authors": [{"name": "Ada Lovelace", "orcid": "0000-0002-1825-0097", "affiliation": "Analytical Engines"}, "Jos\\'e Garc\\'ia"], "published": "2017-06-12", "updated": "2023-08-02", "featured": "2026-01-06", "tags": ["cs.CL"], "keywords": ["attention"], "links": {"code": "https://github.com/example/attention"}, "upvotes": 7, "comments": 2, "venue": "NeurIPS 2017", "versions": ["v1", "v2"]},
      {"id": "hep-th/9401001", "title": "An old id", "abstract": "A short one: a < b & c.", "author_count": 3, "published": "1994-01-03", "featured": ["2025-12-31", "2026-01-06"], "organization": {"name": "acme", "fullname": "Acme Labs", "url": "https://acme.example/"}, "tags": ["hep-th", "cs.CL"]}
    ]
    """#,
    "content/papers/2026-01-07.md": """
    ---
    id: group/talk-1
    title: A talk, in *Markdown*
    authors: [Ada Lovelace]
    published: 2026-01-05
    featured: 2026-01-07
    tags: [talks]
    summary: One sentence about it.
    withdrawn: true
    ---
    An abstract with `code`, **bold** and $x_i*y_j*$.

    - a list
    """,
    "content/tags.yml": "cs.CL:\n  title: Computation and Language\n  description: About language.\n",
    "content/pages/about.md": "---\ntitle: About\ndescription: What this is.\nmenu: true\n---\n## How\n\nBy *hand*.\n",
  ]

  private static let pages = [
    "index.html", "date/2026-01-06/index.html", "week/2026-W02/index.html", "month/2026-01/index.html",
    "year/2026/index.html", "archive/index.html", "trending/index.html", "papers/1706.03762/index.html",
    "papers/hep-th/9401001/index.html", "papers/group/talk-1/index.html", "tags/index.html", "tags/cs-cl/index.html",
    "authors/index.html", "authors/ada-lovelace/index.html", "orgs/index.html", "orgs/acme/index.html",
    "about/index.html", "search/index.html", "opensearch.xml", "404.html", "rss.xml", "atom.xml", "tags/cs-cl/rss.xml",
    "tags/cs-cl/atom.xml",
  ]

  @Test func everyKindOfPageIsAsItWasReviewed() throws {
    let site = try SiteFixture(Self.files, settings: "tagline: for tests\nlisting: {page_size: 1}\n")
    let run = try site.build()
    #expect(run.status == 0, "\(run.errors)")
    let isUpdate = ProcessInfo.processInfo.environment["SITEGEN_UPDATE_GOLDEN"] == "1"
    for page in Self.pages {
      let built = try #require(site.read("public/\(page)"), "\(page)")
      let golden = URL(fileURLWithPath: "\(Self.folder)/\(page.replacing("/index.html", with: ".html"))")
      if isUpdate {
        try FileManager.default.createDirectory(
          at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(built.utf8).write(to: golden)
      }
      let expected = try String(contentsOf: golden, encoding: .utf8)
      #expect(built == expected, "\(page) differs at \(built.commonPrefix(with: expected).suffix(80))")
    }
  }
}
