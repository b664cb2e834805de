/// A text file of the site by its path, kept for diagnostics: it turns a byte offset into line and column.
public struct SourceFile: Sendable {
  /// The path as the user knows it, relative to the site folder where the file is inside.
  public let path: String
  /// The whole content.
  public let text: FrozenBytes

  /// A file that has been read.
  public init(path: String, text: FrozenBytes) {
    self.path = path
    self.text = text
  }

  /// The place of a byte: line and column from 1, columns counted in Unicode scalars.
  ///
  /// The first question about a text reads all of it; those that follow take the same short time each.
  public func location(of offset: Int) -> SourceLocation { text.location(of: offset) }

  /// The text of the line that begins at an offset, without its line break.
  public func line(startingAt start: Int) -> String {
    let bytes = text.bytes
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") { end += 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The text around a place, at most some hundred bytes to each side and no more than its line, and the column that
  /// its first scalar has.
  func excerpt(around location: SourceLocation, offset: Int) -> (text: String, column: Int) {
    let bytes = text.bytes
    let middle = min(max(offset, location.lineStart), bytes.count)
    let start = scalarStart(near: max(location.lineStart, middle - Self.excerptReach))
    var end = middle
    while end < min(bytes.count, middle + Self.excerptReach), !isLineBreak(bytes[end]) { end += 1 }
    if end == middle + Self.excerptReach { end = max(middle, scalarStart(near: end)) }
    let column = location.column - scalars(in: start..<middle)
    return (String(decoding: bytes[start..<end], as: UTF8.self), column)
  }

  /// How many scalars of a range lie before the next line break; no more of it is looked at than a line can show.
  func scalarsOfLine(in range: Range<Int>) -> Int {
    let start = min(range.lowerBound, text.bytes.count)
    var end = start
    while end < min(range.upperBound, start + Self.excerptReach, text.bytes.count), !isLineBreak(text.bytes[end]) {
      end += 1
    }
    return scalars(in: start..<end)
  }

  private static let excerptReach = 400

  private func isLineBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  /// The offset, or the one just before it at which the scalar that it cuts begins.
  private func scalarStart(near offset: Int) -> Int {
    var start = offset
    while start > max(0, offset - 3), start < text.bytes.count, text.bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  func scalars(in range: Range<Int>) -> Int {
    range.reduce(0) { $0 + (text.bytes[$1] & 0xC0 == 0x80 ? 0 : 1) }
  }
}

/// A place in a text.
public struct SourceLocation: Hashable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The column in Unicode scalars, from 1.
  public let column: Int
  /// The byte offset of the line's first byte.
  public let lineStart: Int
}
