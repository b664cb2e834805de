internal import ByteText
internal import DataFiles

/// The two parts of a Markdown file: YAML between two fences, and the body after them.
struct FrontMatter: Sendable {
  /// The YAML, without the fences.
  let fields: Range<Int>
  /// The body, without white space at its ends.
  let body: Range<Int>

  /// The parts of a file, or what is wrong with its fences. A fence is a line of three hyphens; three full stops may
  /// close too.
  static func split(_ bytes: UnsafeRawBufferPointer) throws(DataIssue) -> FrontMatter {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let opening = line(at: start, in: bytes)
    guard isFence(opening, in: bytes, closing: false) else {
      throw DataIssue(
        "record/front-matter", "the file does not begin with front matter", at: start..<opening.upperBound,
        help: "put the record's fields between two lines `---`")
    }
    let first = min(opening.upperBound + 1, bytes.count)
    var next = first
    while next < bytes.count {
      let line = line(at: next, in: bytes)
      if isFence(line, in: bytes, closing: true) {
        return FrontMatter(fields: first..<next, body: trimmed(min(line.upperBound + 1, bytes.count), in: bytes))
      }
      next = line.upperBound + 1
    }
    throw DataIssue(
      "record/front-matter", "the front matter is not closed", at: opening,
      help: "end it with a line `---`")
  }

  private static func line(at start: Int, in bytes: UnsafeRawBufferPointer) -> Range<Int> {
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return start..<end
  }

  private static func isFence(_ line: Range<Int>, in bytes: UnsafeRawBufferPointer, closing: Bool) -> Bool {
    var end = line.upperBound
    while end > line.lowerBound, ASCII.isSpace(bytes[end - 1]) { end -= 1 }
    let text = bytes[line.lowerBound..<end]
    return text.elementsEqual("---".utf8) || closing && text.elementsEqual("...".utf8)
  }

  private static func trimmed(_ start: Int, in bytes: UnsafeRawBufferPointer) -> Range<Int> {
    var (start, end) = (start, bytes.count)
    while start < end, ASCII.isSpace(bytes[start]) { start += 1 }
    while end > start, ASCII.isSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }
}
