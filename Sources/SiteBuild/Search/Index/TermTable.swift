import ByteText

/// Numbers terms by their bytes, from 0 in the order in which they came.
struct TermTable: Sendable {
  private var text: [UInt8] = []
  private var ends: [UInt32] = []
  private var hashes: [UInt64] = []
  /// Numbers plus one by hash; 0 for a free place. A power of two.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)

  /// The number of terms.
  var count: Int { ends.count }

  /// The bytes of a term.
  subscript(number: Int) -> Span<UInt8> {
    @_lifetime(borrow self)
    borrowing get { _overrideLifetime(text.span.extracting(range(of: number)), borrowing: self) }
  }

  /// The number of a term, which is added where it is new.
  mutating func number(of term: Span<UInt8>) -> Int {
    let hash = Fingerprint(of: term).value
    let slot = slot(of: term, hash)
    if slots[slot] != 0 { return Int(slots[slot]) - 1 }
    slots[slot] = UInt32(count + 1)
    term.withUnsafeBufferPointer { text.append(contentsOf: $0) }
    ends.append(UInt32(text.count))
    hashes.append(hash)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  /// Whether a term is there.
  func contains(_ term: Span<UInt8>) -> Bool { slots[slot(of: term, Fingerprint(of: term).value)] != 0 }

  /// Where a term is, or the place that is free for it.
  private func slot(of term: Span<UInt8>, _ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, text.span.extracting(range(of: number)).isEqual(to: term) { return slot }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func range(of number: Int) -> Range<Int> {
    (number > 0 ? Int(ends[number - 1]) : 0)..<Int(ends[number])
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }
}
