import ByteText

/// Goes through Markdown before cmark sees it: cuts out formulas, escaped characters and what was written in TeX, and
/// bounds what cmark takes more than linear time for. Code stays as it is.
struct CutOutScanner: ~Copyable {
  /// The Markdown with placeholders.
  var document = ByteBuffer(capacity: 4096)
  /// From the document to the text it was made of.
  var offsets = OffsetMap()
  /// What is odd, by offsets in the source.
  var warnings: [TextWarning] = []
  /// The footnotes that the text defines.
  var footnotes = Footnotes()
  /// The next byte of the source.
  var index = 0
  /// Where the part that is read ends.
  var end = 0
  /// Whether a footnote is read, whose lines are indented in the document.
  var isInNote = false
  /// Per length of a run of backticks: up to where it is known that none closes.
  var failedRuns = [Int](repeating: 0, count: 32)
  /// Up to where it is known that no `$$` closes a formula.
  var failedMath = 0
  /// Up to where it is known that no tag begins.
  var failedTag = 0
  /// Up to where it is known that no comment ends.
  var failedComment = 0
  /// How many images began in the paragraph.
  var images = 0
  /// The piece that may begin struck-out text, and the paragraph's other open ends.
  var openStrike: Int?
  /// The braces that end the TeX markup which is open, innermost last.
  var openStyles: [(end: Int, element: Element?)] = []
  /// Whether the first line of a merge conflict was seen.
  var isInConflict = false
  private var lineStarts: [Int] = []

  /// Where a line of the document begins; lines count from 0.
  func startOfLine(_ line: Int) -> Int {
    line < lineStarts.count ? lineStarts[line] : document.count
  }

  /// Reads a text.
  mutating func scan(_ source: borrowing SourceText, into cutouts: inout CutOuts) {
    self = CutOutScanner()
    document.reserve(source.count)
    lineStarts = [0]
    footnotes.collect(source)
    read(0..<source.count, of: source, &cutouts)
    writeFootnotes(source, &cutouts)
  }

  /// Reads a part of the source.
  mutating func read(_ range: Range<Int>, of source: borrowing SourceText, _ cutouts: inout CutOuts) {
    index = range.lowerBound
    end = range.upperBound
    endParagraph()
    var isLineStart = true
    while index < end {
      if isLineStart, readLineStart(source) || index >= end { continue }
      isLineStart = source[index] == UInt8(ascii: "\n")
      readNext(source, &cutouts)
    }
  }

  private mutating func readNext(_ source: borrowing SourceText, _ cutouts: inout CutOuts) {
    switch source[index] {
    case UInt8(ascii: "\n"): readLineBreak(source)
    case UInt8(ascii: "\\"): readEscape(source, &cutouts)
    case UInt8(ascii: "`"): readBackticks(source)
    case UInt8(ascii: "$"): readDollar(source, &cutouts)
    case UInt8(ascii: "&"): readEntity(source, &cutouts)
    case UInt8(ascii: "<"): readAngleBracket(source, &cutouts)
    case UInt8(ascii: "!"): readImage(source, &cutouts)
    case UInt8(ascii: "~"): readTildes(source, &cutouts)
    case UInt8(ascii: "["): readBracket(source, &cutouts)
    case UInt8(ascii: "{"): readBrace(source, &cutouts)
    case UInt8(ascii: "}"): readClosingBrace(source, &cutouts)
    default: copyRun(source)
    }
  }

  /// Copies up to the next byte that may mean something.
  private mutating func copyRun(_ source: borrowing SourceText) {
    var position = index + 1
    while position < end, !Self.isSpecial(source[position]) { position += 1 }
    document.append(source.slice(index..<position))
    index = position
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\n"), UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "$"), UInt8(ascii: "&"),
      UInt8(ascii: "<"), UInt8(ascii: "!"), UInt8(ascii: "~"), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "}"):
      true
    default: false
    }
  }

  private mutating func readLineBreak(_ source: borrowing SourceText) {
    copy(source, 1)
    var position = index
    while source[position] == 0x20 || source[position] == 0x09 { position += 1 }
    if source[position] == UInt8(ascii: "\n") { endParagraph() }
  }

  /// What is open ends with its paragraph.
  private mutating func endParagraph() {
    images = 0
    openStrike = nil
    openStyles.removeAll(keepingCapacity: true)
  }

  /// Copies so many bytes as they are.
  mutating func copy(_ source: borrowing SourceText, _ count: Int) {
    let end = min(index + count, source.count)
    for position in index..<end where source[position] == UInt8(ascii: "\n") {
      lineStarts.append(document.count + position - index + 1)
    }
    document.append(source.slice(index..<end))
    index = end
  }

  /// Writes something that the source does not have, or passes over something that it has.
  mutating func replace(upTo next: Int, with bytes: StaticString = "") {
    document.append(bytes)
    for offset in 0..<bytes.utf8CodeUnitCount where bytes.utf8Start[offset] == UInt8(ascii: "\n") {
      lineStarts.append(document.count - bytes.utf8CodeUnitCount + offset + 1)
    }
    index = next
    offsets.add(output: document.count, input: index)
  }

  /// Cuts out what is up to an index.
  mutating func cut(
    _ kind: CutOuts.Kind, _ source: borrowing SourceText, to next: Int, delimiter: Int = 0, _ cutouts: inout CutOuts
  ) {
    cutouts.cut(
      kind, source, index..<next, content: index + delimiter..<next - delimiter, into: &document)
    index = next
    offsets.add(output: document.count, input: index)
  }

  /// Notes something odd at an index of the source.
  mutating func warn(_ source: borrowing SourceText, at index: Int, _ message: @autoclosure () -> String) {
    guard warnings.count < 20 else { return }
    warnings.append(TextWarning(offset: source.offsets.input(for: index), message: message()))
  }
}
