import Testing

@testable import Site

@Test(arguments: [1, 2, 3, 7, 50])
func pagesCutAListingWithoutGapOrOverlap(pageSize: Int) {
  for total in 0...200 {
    let listing = Pagination(total: total, pageSize: pageSize)
    let pages = (1...listing.pageCount).reversed().map { listing.items(onPage: $0) }
    #expect(pages.flatMap(Array.init) == Array(0..<total))
    #expect(pages.allSatisfy { $0.count <= pageSize })
    #expect(listing.items(onPage: 0) == pages[0])
  }
}

@Test func aNewItemChangesOnlyTheNewestPage() {
  for total in 1...200 {
    let before = Pagination(total: total, pageSize: 10)
    let after = Pagination(total: total + 1, pageSize: 10)
    for number in 1..<before.pageCount {
      // Positions count from the newest, so all old items move down by one.
      let moved = before.items(onPage: number)
      #expect(after.items(onPage: number) == moved.lowerBound + 1..<moved.upperBound + 1)
    }
  }
}
