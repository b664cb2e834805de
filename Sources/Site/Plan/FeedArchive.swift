/// How the history of a listing is divided between its feed and the archives before it (RFC 5005, section 4).
///
/// The feed that readers subscribe to has the newest entries, never more than the limit. What came before is in
/// archive documents, which are numbered from the oldest, are always full and therefore never change: a new entry goes
/// into the feed only, until so many have come that the oldest of them make one more archive. Each entry is in exactly
/// one of the documents.
public struct FeedArchive: Sendable {
  /// All entries.
  public let total: Int
  /// The most entries of the feed itself.
  public let limit: Int

  /// The entries of each archive.
  public var size: Int { max(1, limit / 2) }

  /// The number of archives.
  public var count: Int { total <= limit ? 0 : (total - limit + size - 1) / size }

  /// The entries of a document: positions counted from the newest.
  ///
  /// - Parameter number: from 1 for the oldest archive; 0 for the feed itself.
  public func entries(of number: Int) -> Range<Int> {
    guard number > 0 else { return 0..<total - count * size }
    return total - number * size..<total - (number - 1) * size
  }

  /// The archive with the entries before those of a document, or nil.
  public func archive(before number: Int) -> Int? {
    let previous = number == 0 ? count : number - 1
    return previous > 0 ? previous : nil
  }
}
