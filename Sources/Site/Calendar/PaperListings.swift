import ByteText
import Papers

/// The papers of a store in the orders that do not depend on terms.
struct PaperListings: Sendable {
  /// By day.
  let calendar: SiteCalendar
  /// All of them, newest featured day first.
  let order: [UInt32]
  /// The papers of the trending page, highest score first.
  let trending: [UInt32]
  /// Those with a link to code, in the order of all.
  let withCode: [UInt32]

  /// The listings of a store's papers.
  init(of store: PaperStore) {
    calendar = SiteCalendar(of: store)
    order = Self.order(of: calendar, count: store.papers.count)
    trending = Trending(of: store, newest: calendar.days.last?.day).papers(order: order)
    withCode = order.filter { paper in
      let links = store.papers[Int(paper)].links.range
      return links.contains { store.segments.bytes(of: store.links[$0].kind).isEqual(to: "code") }
    }
  }

  /// Newest featured day first; the calendar's days are in order of votes already.
  private static func order(of calendar: SiteCalendar, count: Int) -> [UInt32] {
    var order: [UInt32] = []
    order.reserveCapacity(count)
    for day in calendar.days.reversed() {
      for row in day.papers.range {
        let paper = calendar.papers[row]
        if calendar.newestRow(of: paper) == row { order.append(paper) }
      }
    }
    return order
  }
}
