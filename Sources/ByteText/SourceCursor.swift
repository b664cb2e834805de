/// Finds the places of ascending offsets in one pass over a file, however many there are.
public struct SourceCursor {
  private let file: SourceFile
  private var offset = 0
  private var line = 1
  private var column = 1
  private var lineStart = 0

  /// A cursor at the start of a file.
  public init(_ file: SourceFile) { self.file = file }

  /// The place of a byte. An offset before the last one gets the last one's place; places in between are not kept.
  public mutating func location(of target: Int) -> SourceLocation {
    let bytes = file.text.bytes
    let end = min(target, bytes.count)
    while offset < end {
      advance(over: bytes[offset])
      offset += 1
    }
    return SourceLocation(line: line, column: column, lineStart: lineStart)
  }

  private mutating func advance(over byte: UInt8) {
    if byte == UInt8(ascii: "\n") {
      line += 1
      column = 1
      lineStart = offset + 1
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
  }
}
