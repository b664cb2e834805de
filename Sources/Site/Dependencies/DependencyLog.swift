/// Notes what a page reads while it is rendered, each object once. It keeps its memory from page to page.
public struct DependencyLog {
  private var list: [Dependency] = []
  /// Positions of `items` plus one by the hash of kind and owner; 0 for a free place. A power of two.
  private var table = [UInt32](repeating: 0, count: 1024)
  private var used: [Int] = []
  /// The item that was noted last, as it is now, and its position: a template mostly reads several attributes of one
  /// object in a row.
  private var current = Dependency(.home, owner: 0, aspects: 0)
  private var position = -1

  /// An empty log.
  public init() {}

  /// What was read.
  public var items: [Dependency] {
    mutating get {
      keepCurrent()
      return list
    }
  }

  /// Forgets everything.
  public mutating func removeAll() {
    for slot in used { table[slot] = 0 }
    used.removeAll(keepingCapacity: true)
    list.removeAll(keepingCapacity: true)
    position = -1
  }

  /// Notes that aspects of an object are read.
  public mutating func note(_ kind: ObjectKind, _ owner: Int, aspects: UInt16) {
    if position >= 0, current.kind == kind, current.owner == UInt32(owner), !current.isList {
      current.aspects |= aspects
      return
    }
    note(Dependency(kind, owner: UInt32(owner), aspects: aspects))
  }

  /// Notes that the number of a list's items is read.
  public mutating func noteCount(of kind: ObjectKind, owner: Int) {
    note(Dependency(listOf: kind, owner: UInt32(owner), start: Dependency.wholeCount, count: 0))
  }

  /// Notes that a part of a list is read, and aspects of the items in it. Parts that begin alike become one, so that
  /// reading a list item by item notes it once.
  ///
  /// - Parameters:
  ///   - list: the part.
  ///   - aspects: which aspects of each item.
  ///   - fromEnd: whether the positions count from the end of the list, so that what is added at its beginning doesn't
  ///     matter.
  public mutating func note(_ list: ObjectList, aspects: UInt16 = 0, fromEnd: Bool = false) {
    let start = UInt32(list.rows.lowerBound) | (fromEnd ? Dependency.fromEnd : 0)
    note(
      Dependency(
        listOf: list.kind, owner: UInt32(list.owner), start: start, count: UInt32(list.rows.count), aspects: aspects))
  }

  /// Notes what was read elsewhere.
  public mutating func note(_ item: Dependency) {
    let slot = slot(of: item)
    if table[slot] == 0 { return add(item, at: slot) }
    turn(to: Int(table[slot]) - 1)
    current.aspects |= item.aspects
    current.count = max(current.count, item.count)
  }

  private mutating func add(_ item: Dependency, at slot: Int) {
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

  private func slot(of item: Dependency) -> Int {
    let kind = UInt64(item.kind.rawValue) << 1 | (item.isList ? 1 : 0)
    let key = UInt64(item.owner) &* 0x9e37_79b9_7f4a_7c15 ^ kind &* 0xbf58_476d_1ce4_e5b9
    let rows = UInt64(item.start) &* 0x94d0_49bb_1331_11eb
    var slot = Int(truncatingIfNeeded: (key ^ rows) >> 20) & (table.count - 1)
    while table[slot] != 0 {
      if list[Int(table[slot]) - 1].isAtSamePlace(as: item) { return slot }
      slot = (slot + 1) & (table.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    table = [UInt32](repeating: 0, count: table.count * 2)
    used.removeAll(keepingCapacity: true)
    for (index, item) in list.enumerated() {
      let slot = slot(of: item)
      table[slot] = UInt32(index + 1)
      used.append(slot)
    }
  }
}
