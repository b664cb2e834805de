public import ByteText

/// Where the YAML front matter and the body of a Markdown file are.
public struct FrontMatter: Hashable, Sendable {
  /// The bytes of the YAML, between the fences; empty where the file has no front matter.
  public let yaml: Range<Int>
  /// The bytes of the body, after the closing fence.
  public let body: Range<Int>

  /// Finds the front matter: a first line of `---`, and the next line of `---` (or `...`).
  ///
  /// - Returns: nil where the front matter is opened and never closed.
  public init?(_ text: FrozenBytes) {
    let bytes = text.bytes
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let opening = Self.fence(in: bytes, at: start, closing: false) else {
      (yaml, body) = (start..<start, start..<bytes.count)
      return
    }
    var line = opening
    while line < bytes.count {
      if let end = Self.fence(in: bytes, at: line, closing: true) {
        (yaml, body) = (opening..<line, end..<bytes.count)
        return
      }
      line = Self.endOfLine(in: bytes, from: line)
    }
    return nil
  }

  /// The offset after a line that is a fence, or nil where the line is none.
  private static func fence(in bytes: UnsafeRawBufferPointer, at start: Int, closing: Bool) -> Int? {
    let end = endOfLine(in: bytes, from: start)
    var last = end
    while last > start, ASCII.isSpace(bytes[last - 1]) { last -= 1 }
    let line = bytes[start..<last]
    guard line.elementsEqual("---".utf8) || (closing && line.elementsEqual("...".utf8)) else { return nil }
    return end
  }

  private static func endOfLine(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
    return min(index + 1, bytes.count)
  }
}
