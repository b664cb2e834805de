import Foundation
import Testing

/// Where things stand in a browser: an empty element that is not seen may move those that are.
@Suite(.serialized) struct LayoutTests {
  private static let papers = #"""
    [
      {"id": "a", "title": "The first title", "abstract": "A.", "authors": ["Ada Lovelace"], "upvotes": 3,
       "published": "2026-01-06", "tags": ["cs.CL"], "links": {"code": "https://code.example/a"}},
      {"id": "b", "title": "The second title", "abstract": "B.", "author_count": 4, "published": "2026-01-06"},
      {"id": "c", "title": "Formulas", "abstract": "\#(formulas)", "author_count": 4, "published": "2026-01-06"}
    ]
    """#
  /// Enough places in a line for a comma to begin the next one.
  private static let formulas = (1...60).map { String(repeating: "n", count: $0 % 7) + "o $x+y$, and" }.joined(
    separator: " ")
  private static let words = String(repeating: "word ", count: 200)

  /// Where the first listed paper, its title and its byline begin, and how wide they are.
  private static let listProbe = """
    const item = document.querySelector(".rows li");
    const boxes = [item, item.querySelector(".title"), item.querySelector(".by")].map(part => part.getBoundingClientRect());
    return boxes.flatMap(box => [box.left, box.width]);
    """
  /// How wide the page and its code are, each with all that can be scrolled to.
  private static let codeProbe = """
    const [page, code] = [document.documentElement, document.querySelector("pre")];
    return [page.clientWidth, page.scrollWidth, code.clientWidth, code.scrollWidth];
    """

  /// How many formulas there are, and how many of them are on another line than the comma behind them.
  private static let formulaProbe = """
    const formulas = [...document.querySelectorAll(".text math")];
    const parted = formulas.filter(formula => {
      const comma = document.createRange();
      const sign = formula.nextSibling;
      comma.setStart(sign, 0);
      comma.setEnd(sign, 1);
      return comma.getBoundingClientRect().left < formula.getBoundingClientRect().right - 2;
    });
    return [formulas.length, parted.length];
    """

  private static let site = Result<(site: SiteFixture, browser: Browser)?, any Error> {
    let page = "---\ntitle: Code\n---\n```\n\(words)\n```\n"
    let site = try SiteFixture(["content/papers/all.json": papers, "content/pages/use.md": page])
    let run = try site.build()
    guard run.status == 0 else { throw SiteFixture.Failed(run) }
    return try Browser(serving: "\(site.path)/public").map { (site, $0) }
  }

  /// What a script measures on a page, in whole pixels; nil without a browser.
  private func measure(_ page: String, width: Int, _ probe: String) throws -> [Int]? {
    guard let (site, browser) = try Self.site.get() else { return nil }
    let script = "document.body.dataset.measured = (() => { \(probe) })().map(Math.round).join(' ');"
    try site.write(script, to: "public/\(page)probe.js")
    let html = try #require(site.read("public/\(page)index.html"))
    let probed = html.replacing("</body>", with: "<script src=\"probe.js\"></script></body>")
    try site.write(probed, to: "public/\(page)probed.html")
    let shown = try browser.page("\(page)probed.html", width: width)
    let numbers = try #require(shown.firstMatch(of: /data-measured="([-0-9 ]+)"/)?.1)
    return numbers.split(separator: " ").compactMap { Int($0) }
  }

  @Test(arguments: ["week/2026-W02/", "month/2026-01/"])
  func titlesOfAPeriodAreLeftOfTheirBylinesWhereThereIsRoom(page: String) throws {
    guard let boxes = try measure(page, width: 1280, Self.listProbe) else { return }
    #expect(boxes.count == 6)
    #expect(boxes[2] == boxes[0], "the title begins its line: \(boxes)")
    #expect(boxes[3] > boxes[1] / 2, "the title has the wide column: \(boxes)")
    #expect(boxes[4] >= boxes[2] + boxes[3], "the byline stands beside it: \(boxes)")
  }

  @Test(arguments: ["week/2026-W02/", "month/2026-01/", "tags/cs-cl/"])
  func titlesBeginTheirLinesOnATelephone(page: String) throws {
    guard let boxes = try measure(page, width: 500, Self.listProbe) else { return }
    #expect(boxes[2] == boxes[0], "\(boxes)")
  }

  @Test(arguments: [500, 620]) func commasStayBehindTheirFormulas(width: Int) throws {
    guard let counts = try measure("papers/c/", width: width, Self.formulaProbe) else { return }
    #expect(counts == [60, 0])
  }

  @Test(arguments: [500, 1280]) func codeIsScrolledAndNotThePage(width: Int) throws {
    guard let widths = try measure("use/", width: width, Self.codeProbe) else { return }
    #expect(widths[1] == widths[0], "the page fits its window: \(widths)")
    #expect(widths[3] > widths[2], "a line of code is one line: \(widths)")
  }
}
