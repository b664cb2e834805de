/// One of several parts of a site that are built apart, on as many machines, and put together by copying the folders
/// into one.
package struct Shard: Hashable, Sendable {
  /// Which part, from 1.
  package let number: Int
  /// How many parts.
  package let count: Int

  /// The whole site.
  package static let whole = Shard(number: 1, count: 1)

  private init(number: Int, count: Int) {
    self.number = number
    self.count = count
  }

  /// The part that a text like `2/5` names, nil where it names none.
  package init?(_ text: String) {
    let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let number = numbers[0], let count = numbers[1], (1...10_000).contains(count),
      (1...count).contains(number)
    else { return nil }
    self.init(number: number, count: count)
  }

  /// Whether an output belongs to the part, by its place in the plan, which is the same in every part.
  func contains(_ index: Int) -> Bool { index % count == number - 1 }
}
