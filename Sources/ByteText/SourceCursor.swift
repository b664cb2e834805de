/// Finds the places of ascending offsets in one pass over a file, however many there are.
public struct SourceCursor {
  private let file: SourceFile
  private var offset = 0
  private var line = 1
  private var column = 1
  private var lineStart = 0

  /// A cursor at the start of a file.
  public init(_ file: SourceFile) {
    self.file = file
  }

  /// The place of a byte. An offset before the last one gets the last one's place.
  public mutating func location(of target: Int) -> SourceLocation {
    let end = max(offset, min(target, file.text.bytes.count))
    while let lineBreak = lineBreak(before: end) {
      offset = lineBreak + 1
      (line, column, lineStart) = (line + 1, 1, offset)
    }
    column += file.scalars(in: offset..<end)
    offset = end
    return SourceLocation(line: line, column: column, lineStart: lineStart)
  }

  private func lineBreak(before end: Int) -> Int? {
    file.text.span.extracting(0..<end).lineBreak(from: offset)
  }
}
