/// Finds numbers by 64-bit hashes, which need no more mixing.
struct IdentityIndex: Sendable {
  /// Numbers plus one, 0 for a free place; a power of two of them, at most half of which are taken.
  private var slots: [(key: UInt64, number: UInt32)]
  private var count = 0

  /// An index with room for so many hashes.
  init(capacity: Int = 0) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: (0, 0), count: size)
  }

  /// An index of the positions of some hashes; of equal ones, the last counts.
  init(of keys: [UInt64]) {
    self.init(capacity: keys.count)
    for (position, key) in keys.enumerated() { insert(UInt32(position), for: key) }
  }

  /// The number of a hash.
  subscript(key: UInt64) -> UInt32? {
    let number = slots[slot(of: key)].number
    return number == 0 ? nil : number - 1
  }

  /// Gives a hash a number, which may be any but the greatest.
  mutating func insert(_ number: UInt32, for key: UInt64) {
    if count * 2 >= slots.count { grow() }
    let slot = slot(of: key)
    if slots[slot].number == 0 { count += 1 }
    slots[slot] = (key, number + 1)
  }

  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key) & (slots.count - 1)
    while slots[slot].number != 0, slots[slot].key != key { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (0, 0), count: old.count * 2)
    for entry in old where entry.number != 0 { slots[slot(of: entry.key)] = entry }
  }
}
