import Testing

import ByteText

@Suite struct NumberTableTests {
  @Test func hashesFindTheirNumbers() {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed \(seed)")
    var random = SeededGenerator(state: seed)
    var index = NumberTable()
    var known: [UInt64: UInt32] = [:]
    for number in 0..<5000 as Range<UInt32> {
      // Many of one slot.
      let key = UInt64.random(in: 0..<4000, using: &random) << UInt64.random(in: 0..<20, using: &random)
      index.insert(number, for: key)
      known[key] = number
    }
    for key in 0..<4000 as Range<UInt64> { #expect(index[key] == known[key], "seed \(seed)") }
    #expect(known.allSatisfy { index[$0.key] == $0.value }, "seed \(seed)")
  }
}

private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
