/// Turns libyaml's places, which count characters, into byte offsets: linear over the whole text, since events come
/// in its order.
struct CharacterOffsets {
  private let bytes: UnsafeRawBufferPointer
  private let range: Range<Int>
  private var character = 0
  private var offset: Int

  init(_ bytes: UnsafeRawBufferPointer, range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    offset = range.lowerBound
  }

  /// The byte offset of the character with this number.
  mutating func offset(of target: Int) -> Int {
    while character > target, offset > range.lowerBound { stepBack() }
    while character < target, offset < range.upperBound { stepForward() }
    return offset
  }

  private mutating func stepForward() {
    repeat { offset += 1 } while offset < range.upperBound && bytes[offset] & 0xC0 == 0x80
    character += 1
  }

  private mutating func stepBack() {
    repeat { offset -= 1 } while offset > range.lowerBound && bytes[offset] & 0xC0 == 0x80
    character -= 1
  }
}
