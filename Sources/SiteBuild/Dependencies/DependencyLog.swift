/// Notes what a page reads while it is rendered, each object once. It keeps its memory from page to page.
struct DependencyLog {
  private var list: [Dependency] = []
  /// Positions of `items` plus one by the hash of kind and owner; 0 for a free place. A power of two.
  private var table = [UInt32](repeating: 0, count: 1024)
  private var used: [Int] = []
  /// The item that was noted last, as it stands now, and its position: a template mostly reads several attributes of one
  /// object in a row.
  private var current = Dependency(kind: .site, owner: 0)
  private var position = -1

  /// What was read.
  var items: [Dependency] {
    mutating get {
      keepCurrent()
      return list
    }
  }

  /// Forgets everything.
  mutating func removeAll() {
    for slot in used { table[slot] = 0 }
    used.removeAll(keepingCapacity: true)
    list.removeAll(keepingCapacity: true)
    position = -1
  }

  /// Notes that aspects of an object are read.
  mutating func note(_ kind: Dependency.Kind, _ owner: Int, _ facets: Facets) {
    if position >= 0, current.kind == kind, current.owner == UInt32(owner), current.start == 0 {
      return current.facets.formUnion(facets)
    }
    let slot = slot(kind, UInt32(owner), start: 0)
    if table[slot] == 0 {
      add(Dependency(kind: kind, facets: facets, owner: UInt32(owner)), slot)
    } else {
      turn(to: Int(table[slot]) - 1)
      current.facets.formUnion(facets)
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
    note(Dependency(kind: kind, facets: facets, owner: UInt32(owner), start: start, count: count))
  }

  /// Notes what was read elsewhere.
  mutating func note(_ item: Dependency) {
    let slot = slot(item.kind, item.owner, start: item.start)
    if table[slot] == 0 { return add(item, slot) }
    turn(to: Int(table[slot]) - 1)
    current.facets.formUnion(item.facets)
    current.count = max(current.count, item.count)
  }

  private mutating func add(_ item: Dependency, _ slot: Int) {
    list.append(item)
    turn(to: list.count - 1)
    table[slot] = UInt32(list.count)
    used.append(slot)
    if list.count * 2 > table.count { grow() }
  }

  private mutating func turn(to index: Int) {
    keepCurrent()
    current = list[index]
    position = index
  }

  private mutating func keepCurrent() {
    if position >= 0 { list[position] = current }
  }

  private func slot(_ kind: Dependency.Kind, _ owner: UInt32, start: UInt32) -> Int {
    let key = UInt64(owner) &* 0x9e37_79b9_7f4a_7c15 ^ UInt64(kind.rawValue) &* 0xbf58_476d_1ce4_e5b9
    let rows = UInt64(start) &* 0x94d0_49bb_1331_11eb
    var slot = Int(truncatingIfNeeded: (key ^ rows) >> 20) & (table.count - 1)
    while table[slot] != 0 {
      let item = list[Int(table[slot]) - 1]
      if item.kind == kind, item.owner == owner, item.start == start { return slot }
      slot = (slot + 1) & (table.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    table = [UInt32](repeating: 0, count: table.count * 2)
    used.removeAll(keepingCapacity: true)
    for (index, item) in list.enumerated() {
      let slot = slot(item.kind, item.owner, start: item.start)
      table[slot] = UInt32(index + 1)
      used.append(slot)
    }
  }
}
