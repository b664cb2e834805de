/// Finds rows by their hashes: a table of open addressing. Its owner has the rows and compares them.
///
/// Where a hash is looked for depends on a random number of the index, so that no one can make texts that all fall on
/// one place. What is found doesn't depend on it.
public struct HashIndex: Sendable {
  /// Positions of rows plus one, 0 for a free place; a power of two of them, at most half of which are taken.
  @usableFromInline package private(set) var slots: [UInt32]
  /// The number of rows.
  public private(set) var count = 0
  @usableFromInline package let multiplier = UInt64.random(in: 0 ... .max) | 1
  @usableFromInline package private(set) var shift: UInt64

  private static let leastSize = 16

  /// An index with room for so many rows.
  public init(capacity: Int = 0) {
    let size = Self.size(for: capacity)
    slots = Array(repeating: 0, count: size)
    shift = Self.shift(for: size)
  }

  /// The position of the first row with a hash that is the wanted one; nil where there is none.
  @inlinable public func position(of hash: UInt64, where isWanted: (Int) -> Bool) -> Int? {
    var slot = slot(of: hash)
    while slots[slot] != 0 {
      let position = Int(slots[slot] &- 1)
      if isWanted(position) { return position }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return nil
  }

  /// The position of the row that `position(of:where:)` looks at first; nil where there is none. To ask for many of them
  /// before looking at any row lets the processor wait for all at once.
  @inlinable public func candidate(of hash: UInt64) -> Int? {
    let entry = slots[slot(of: hash)]
    return entry == 0 ? nil : Int(entry &- 1)
  }

  /// Adds a row that is not there yet. The index must have room.
  public mutating func insert(_ position: Int, hash: UInt64) {
    precondition(count < slots.count / 2 && position < UInt32.max)
    var slot = slot(of: hash)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt32(position + 1)
    count += 1
  }

  /// Makes room for so many more rows.
  ///
  /// - Parameters:
  ///   - rows: the positions of the rows that the index has, or should have.
  ///   - hash: gives the hash of a row.
  @inlinable public mutating func makeRoom(for added: Int, rows: Range<Int>, hash: (Int) -> UInt64) {
    guard (rows.count + added) * 2 > slots.count else { return }
    clear(capacity: (rows.count + added) * 2)
    for position in rows { insert(position, hash: hash(position)) }
  }

  @usableFromInline package mutating func clear(capacity: Int) {
    let size = Self.size(for: capacity)
    slots = Array(repeating: 0, count: size)
    (shift, count) = (Self.shift(for: size), 0)
  }

  /// The slot in which the search for a hash begins.
  @inlinable @inline(__always) public func slot(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* multiplier) &>> shift)
  }

  private static func size(for capacity: Int) -> Int {
    var size = leastSize
    while size < capacity * 2 { size *= 2 }
    return size
  }

  private static func shift(for size: Int) -> UInt64 { UInt64(64 - size.trailingZeroBitCount) }
}
