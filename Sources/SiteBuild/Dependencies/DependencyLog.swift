/// Notes what a page reads while it is rendered, each object once. It keeps its memory from page to page.
struct DependencyLog {
  private(set) var items: [Dependency] = []
  /// Positions of `items` plus one by the hash of kind and owner; 0 for a free place. A power of two.
  private var table = [UInt32](repeating: 0, count: 1024)
  private var used: [Int] = []
  private var last = -1

  /// Forgets everything.
  mutating func removeAll() {
    for slot in used { table[slot] = 0 }
    used.removeAll(keepingCapacity: true)
    items.removeAll(keepingCapacity: true)
    last = -1
  }

  /// Notes that aspects of an object are read.
  mutating func note(_ kind: Dependency.Kind, _ owner: Int, _ facets: Facets) {
    // A template mostly reads several attributes of one object in a row.
    if last >= 0, items[last].kind == kind, items[last].owner == UInt32(owner) {
      return items[last].facets.formUnion(facets)
    }
    let slot = slot(kind, UInt32(owner), start: 0)
    if table[slot] == 0 {
      add(Dependency(kind: kind, facets: facets, owner: UInt32(owner)), slot)
    } else {
      last = Int(table[slot]) - 1
      items[last].facets.formUnion(facets)
    }
  }

  /// Notes that the number of a list's items is read.
  mutating func noteCount(of kind: Dependency.Kind, owner: Int) {
    let slot = slot(kind, UInt32(owner), start: Dependency.wholeCount)
    if table[slot] == 0 { add(Dependency(kind: kind, owner: UInt32(owner), start: Dependency.wholeCount), slot) }
  }

  /// Notes that a part of a list is read, and aspects of the items in it. Parts that begin alike become one, so that
  /// reading a list item by item notes it once.
  ///
  /// - Parameter fromEnd: whether the positions count from the end of the list, so that what is added at its
  ///   beginning doesn't matter.
  mutating func note(
    _ kind: Dependency.Kind, owner: Int, rows: Range<Int>, _ facets: Facets = [], fromEnd: Bool = false
  ) {
    let start = UInt32(rows.lowerBound) | (fromEnd ? Dependency.fromEnd : 0)
    let count = UInt32(rows.count)
    let slot = slot(kind, UInt32(owner), start: start)
    if table[slot] == 0 {
      add(Dependency(kind: kind, facets: facets, owner: UInt32(owner), start: start, count: count), slot)
    } else {
      let index = Int(table[slot]) - 1
      items[index].facets.formUnion(facets)
      items[index].count = max(items[index].count, count)
    }
  }

  private mutating func add(_ item: Dependency, _ slot: Int) {
    items.append(item)
    last = items.count - 1
    table[slot] = UInt32(items.count)
    used.append(slot)
    if items.count * 2 > table.count { grow() }
  }

  private func slot(_ kind: Dependency.Kind, _ owner: UInt32, start: UInt32) -> Int {
    let key = UInt64(owner) &* 0x9e37_79b9_7f4a_7c15 ^ UInt64(kind.rawValue) &* 0xbf58_476d_1ce4_e5b9
    let rows = UInt64(start) &* 0x94d0_49bb_1331_11eb
    var slot = Int(truncatingIfNeeded: (key ^ rows) >> 20) & (table.count - 1)
    while table[slot] != 0 {
      let item = items[Int(table[slot]) - 1]
      if item.kind == kind, item.owner == owner, item.start == start { return slot }
      slot = (slot + 1) & (table.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    table = [UInt32](repeating: 0, count: table.count * 2)
    used.removeAll(keepingCapacity: true)
    for (index, item) in items.enumerated() {
      let slot = slot(item.kind, item.owner, start: item.start)
      table[slot] = UInt32(index + 1)
      used.append(slot)
    }
  }
}
