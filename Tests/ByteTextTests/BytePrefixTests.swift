import ByteText
import Testing

/// A prefix decides as the bytes do, and leaves open what lies behind it.
@Test func prefixesOrderTextsAsTheirBytesDo() {
  let seed = UInt64.random(in: 0 ... .max)
  print("seed \(seed)")
  let pattern = (0..<24).map { index in [UInt8(ascii: "a"), 0xC3, 0xA9][Int((seed >> index) % 3)] }
  // All its beginnings, as they are and with one byte that differs.
  var texts: [[UInt8]] = []
  for count in 0...pattern.count {
    let text = Array(pattern[..<count])
    texts.append(text)
    for index in text.indices {
      var changed = text
      changed[index] ^= 0x81
      texts.append(changed)
    }
  }
  for left in texts {
    for right in texts {
      let decided = BytePrefix(of: left.span).isBefore(BytePrefix(of: right.span))
      let isOpen = left.prefix(16).elementsEqual(right.prefix(16))
      #expect(decided == (isOpen ? nil : left.lexicographicallyPrecedes(right)), "seed \(seed): \(left), \(right)")
    }
  }
}
