import Papers

/// What readers talk about now.
///
/// The score of a paper is `(upvotes + 2 × comments) / (age + 2)^1.5`, where age is the number of days from its
/// newest featured day to the newest featured day of the site: no clock, so the same content gives the same page.
/// Only multiplication, division and the square root are used, which every machine rounds alike.
struct Trending {
  /// How many papers the page shows.
  static let limit = 50

  private let store: PaperStore
  private let newest: Day?

  /// The ranking for a store whose newest featured day is `newest`.
  init(of store: PaperStore, newest: Day?) {
    self.store = store
    self.newest = newest
  }

  /// The score of a paper, 0 where nobody voted or commented.
  func score(of paper: UInt32) -> Double {
    guard let newest, let day = store.newestDay(of: paper) else { return 0 }
    let record = store.papers[Int(paper)]
    let points = Double(record.upvotes ?? 0) + 2 * Double(record.comments ?? 0)
    let age = Double(newest.number - day.number) + 2
    return points / (age * age.squareRoot())
  }

  /// The papers with the highest scores; of equals, those first that listings show first.
  func papers(order: [UInt32]) -> [UInt32] {
    let ranked = order.enumerated().map { (position: $0, paper: $1, score: score(of: $1)) }.filter { $0.score > 0 }
    return ranked.sorted { ($1.score, $0.position) < ($0.score, $1.position) }.prefix(Self.limit).map(\.paper)
  }
}
