import Papers
import Testing

@testable import Site

@Suite struct SearchSegmentsTests {
  /// A store with one paper on each of some days.
  private func store(_ days: [String]) throws -> PaperStore {
    var store = PaperStore()
    for text in days {
      var paper = Paper()
      paper.featured = ListRef(start: store.days.count, count: 1)
      let day = Day(text.utf8.span)
      store.days.append(try #require(day))
      store.papers.append(paper)
    }
    return store
  }

  private func noTitles(of store: PaperStore) -> TermTitles {
    TermTitles(of: store, [Taxonomy(), Taxonomy(), Taxonomy()], in: [])
  }

  private func names(_ days: [String], limit: Int) throws -> [String] {
    let store = try store(days)
    let segments = SearchSegments(of: store, SiteCalendar(of: store), noTitles(of: store), limit: limit).segments
    #expect(segments.flatMap(\.papers).sorted() == store.papers.indices.map { UInt32($0) })
    #expect(segments.allSatisfy { $0.papers.count <= limit || $0.name.count == 10 })
    return segments.map(\.name)
  }

  @Test func periodsAreAsLongAsTheLimitAllows() throws {
    let days = [
      "1999-12-31", "2018-03-01", "2020-05-05", "2024-01-01", "2026-01-06", "2026-01-06", "2026-01-06", "2026-01-07",
      "2026-04-01", "2026-08-01",
    ]
    #expect(try names(days, limit: 10) == ["all"])
    #expect(try names(days, limit: 8) == ["1990-1999", "2010-2019", "2020-2029"])
    #expect(try names(days, limit: 7) == ["1990-1999", "2010-2019", "2020-2024", "2025-2029"])
    #expect(try names(days, limit: 5).suffix(2) == ["2026-h1", "2026-h2"])
    #expect(try names(days, limit: 4).suffix(3) == ["2026-q1", "2026-q2", "2026-h2"])
    #expect(try names(days, limit: 3).suffix(4) == ["2026-01-06", "2026-01-07", "2026-q2", "2026-h2"])
    #expect(try names(days, limit: 2).filter { $0 == "2026-01-06" } == ["2026-01-06"])
    #expect(try names([], limit: 2) == [])
  }

  @Test func aNewDayComesLast() throws {
    let before = try store(["2026-01-06", "2026-01-07"])
    let after = try store(["2026-01-06", "2026-01-07", "2026-01-05", "2026-01-08"])
    let old = try #require(SearchSegments(of: before, SiteCalendar(of: before), noTitles(of: before)).segments.first)
    let new = try #require(SearchSegments(of: after, SiteCalendar(of: after), noTitles(of: after)).segments.first)
    #expect(old.papers == [0, 1])
    #expect(new.papers == [2, 0, 1, 3])
    #expect(old.state != new.state)
  }
}
