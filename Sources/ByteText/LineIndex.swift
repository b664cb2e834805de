/// Where lines begin in a text: every few thousand bytes it keeps the line and column, so that the place of any byte is
/// found in the same short time, however long the text and its lines are.
final class LineIndex: Sendable {
  private struct Checkpoint {
    var line = 1
    var lineStart = 0
    /// How many scalars the line has before the checkpoint.
    var scalars = 0
  }

  /// The distance of two checkpoints in bytes.
  private static let step = 4096

  private let checkpoints: [Checkpoint]

  /// Reads the whole text once.
  init(of bytes: UnsafeRawBufferPointer) {
    var checkpoint = Checkpoint()
    var checkpoints = [checkpoint]
    checkpoints.reserveCapacity(bytes.count / Self.step + 1)
    for start in stride(from: 0, to: bytes.count, by: Self.step) {
      Self.move(&checkpoint, over: start..<min(start + Self.step, bytes.count), of: bytes)
      checkpoints.append(checkpoint)
    }
    self.checkpoints = checkpoints
  }

  /// The place of the byte at an offset of the text that the index was made of.
  func location(of offset: Int, in bytes: UnsafeRawBufferPointer) -> SourceLocation {
    let offset = min(max(offset, 0), bytes.count)
    var place = checkpoints[offset / Self.step]
    Self.move(&place, over: offset / Self.step * Self.step..<offset, of: bytes)
    return SourceLocation(line: place.line, column: place.scalars + 1, lineStart: place.lineStart)
  }

  private static func move(_ place: inout Checkpoint, over range: Range<Int>, of bytes: UnsafeRawBufferPointer) {
    for index in range {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") {
        place = Checkpoint(line: place.line + 1, lineStart: index + 1)
      } else if byte & 0xC0 != 0x80 {
        place.scalars += 1
      }
    }
  }
}
