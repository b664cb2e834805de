import ByteText
import Testing

/// References are small, and lead to any place of any segment.
@Test func referencesKeepTheirPlaces() {
  #expect(MemoryLayout<TextRef>.stride == 12)
  for offset in [0, 1, 0xFFFF, 1 << 32 - 1, 1 << 32, 1 << 40 + 12_345, 1 << 48 - 1] {
    for (segment, length) in [(0, 0), (7, 1), (UInt16.max, Int(UInt32.max))] {
      let text = TextRef(segment: segment, offset: offset, length: length)
      #expect(text.segment == segment && text.range == offset..<offset + length)
      #expect(text.isEmpty == (length == 0))
    }
  }
}
