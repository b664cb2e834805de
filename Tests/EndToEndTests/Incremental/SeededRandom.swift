/// Random numbers that a seed decides (SplitMix64), so that a failure can be repeated.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  /// A number of a range.
  mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &self) }

  /// True so many times in a hundred.
  mutating func chance(_ percent: Int) -> Bool { number(0..<100) < percent }

  /// One of the elements of a collection that has some.
  mutating func pick<Elements: RandomAccessCollection>(_ elements: Elements) -> Elements.Element {
    elements[elements.index(elements.startIndex, offsetBy: number(0..<elements.count))]
  }

  /// Some of the elements, each once, in any order.
  mutating func some<Element>(of elements: [Element], _ count: Range<Int>) -> [Element] {
    Array(elements.shuffled(using: &self).prefix(number(count)))
  }
}
