import Papers

/// The ranking of the papers that readers talk about now.
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
    let points =
      Double(store.papers[Int(paper)].storedUpvotes.value ?? 0)
      + 2 * Double(store.papers[Int(paper)].storedComments.value ?? 0)
    let age = Double(newest.number - day.number) + 2
    return points / (age * age.squareRoot())
  }

  /// The papers with the highest scores; of equals, those first that listings show first.
  func papers(order: [UInt32]) -> [UInt32] {
    var best: [(score: Double, paper: UInt32)] = []
    for paper in order {
      let score = score(of: paper)
      guard score > 0, best.count < Self.limit || score > best[best.count - 1].score else { continue }
      if best.count == Self.limit { best.removeLast() }
      let place = best.firstIndex { $0.score < score } ?? best.count
      best.insert((score, paper), at: place)
    }
    return best.map(\.paper)
  }
}
