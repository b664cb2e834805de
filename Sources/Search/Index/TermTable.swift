import ByteText

/// Numbers terms by their bytes, from 0 in the order in which they came.
struct TermTable: Sendable {
  /// Where a term is found: its number plus one, 0 for a free place, and half of its hash, so that a look at the place
  /// mostly tells which term it is.
  private struct Slot: BitwiseCopyable {
    var number: UInt32 = 0
    var tag: UInt32 = 0
  }

  private var text: [UInt8] = []
  private var ends: [UInt32] = []
  private var hashes: [UInt64] = []
  /// By hash. A power of two.
  private var slots = [Slot](repeating: Slot(), count: 1 << 12)

  /// The number of terms.
  var count: Int { ends.count }

  /// The bytes of a term.
  subscript(number: Int) -> Span<UInt8> {
    @_lifetime(borrow self)
    borrowing get {
      let start = number > 0 ? Int(ends[number - 1]) : 0
      return _overrideLifetime(text.span.extracting(start..<Int(ends[number])), borrowing: self)
    }
  }

  /// The number of a term, which is added where it is new.
  mutating func number(of term: Span<UInt8>) -> Int {
    let hash = Fingerprint(ofWord: term).value
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    let tag = UInt32(truncatingIfNeeded: hash >> 32)
    while slots[slot].number != 0 {
      let number = Int(slots[slot].number) - 1
      if slots[slot].tag == tag, self[number].isEqual(to: term) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Slot(number: UInt32(count + 1), tag: tag)
    add(term, hash)
    return count - 1
  }

  private mutating func add(_ term: Span<UInt8>, _ hash: UInt64) {
    text.append(contentsOf: term)
    ends.append(UInt32(text.count))
    hashes.append(hash)
    if count * 2 > slots.count { grow() }
  }

  private mutating func grow() {
    slots = [Slot](repeating: Slot(), count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot].number != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Slot(number: UInt32(number + 1), tag: UInt32(truncatingIfNeeded: hash >> 32))
    }
  }
}
