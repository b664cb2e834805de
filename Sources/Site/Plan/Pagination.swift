/// How a long listing is cut into pages.
///
/// Items are counted from the newest, pages are numbered from the oldest: page 1 has the oldest items and never
/// changes once it is full, the newest page has the rest of the items and the listing's own address. So a new item
/// changes one page.
public struct Pagination: Sendable {
  /// All items.
  public let total: Int
  /// The most items on a page.
  public let pageSize: Int

  /// The number of pages, at least 1.
  public var pageCount: Int { max(1, (total + pageSize - 1) / pageSize) }

  /// The items on a page: positions counted from the newest item.
  ///
  /// - Parameter number: from 1 for the oldest page; 0 for the newest.
  public func items(onPage number: Int) -> Range<Int> {
    let page = number == 0 ? pageCount : number
    let end = max(0, total - (page - 1) * pageSize)
    return max(0, total - page * pageSize)..<end
  }
}
