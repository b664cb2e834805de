internal import ByteText
internal import Files

/// The lines of a part of a JSON Lines file in blocks, each of which is cached as one.
///
/// Where a block begins is up to the bytes of its first line alone: after an edit all other blocks are what they were,
/// wherever they are now. A part has the blocks whose first line begins in it, the first part of a file also what
/// is before the first such line.
struct LineBlocks: ~Copyable {
  /// Some lines.
  struct Block {
    /// Their bytes in the text.
    var range: Range<Int>
    /// Their hash.
    var key: UInt64
  }

  /// What was read of the file.
  let text: FrozenBytes
  /// The offset of the text in the file.
  let base: Int
  /// The blocks of the part.
  let list: [Block]

  /// One line of so many begins a block.
  private static let linesOfBlock: UInt64 = 64

  /// Reads a part.
  init(_ part: Range<Int>, of file: borrowing ReadableFile, size: Int) throws(ReadableFile.Failure) {
    base = max(part.lowerBound - 1, 0)
    var reader = LineReader(base: base, size: size, capacity: part.count + 1 << 18)
    try reader.fill(from: file, to: part.upperBound)
    // The line that the part before ends with.
    guard part.lowerBound == 0 || reader.hasLineBreak else {
      // All of the part is in the middle of a line, which is another part's.
      (list, text) = ([], FrozenBytes(taking: reader.bytes))
      return
    }
    var start = part.lowerBound == 0 ? 0 : try reader.endOfLine(from: 0, in: file)
    var blocks: [Block] = []
    var key = Fingerprint()
    var first = part.lowerBound == 0 ? 0 : -1
    if first == 0 { key.combine(0) }
    while start + base < (first < 0 ? part.upperBound : size) {
      let end = try reader.endOfLine(from: start, in: file)
      guard end > start else { break }
      let hash = Fingerprint(of: reader.bytes.span.extracting(start..<end)).value
      if hash % Self.linesOfBlock == 0 {
        if first >= 0, start > first { blocks.append(Block(range: first..<start, key: key.value)) }
        (first, key) = (-1, Fingerprint())
        guard start + base < part.upperBound else { break }
        first = start
      }
      if first >= 0 { key.combine(hash) }
      start = end
    }
    if first >= 0, start > first { blocks.append(Block(range: first..<start, key: key.value)) }
    list = blocks
    text = FrozenBytes(taking: reader.bytes)
  }
}

/// Reads on in a file as far as lines go.
private struct LineReader: ~Copyable {
  var bytes: ByteBuffer
  private let base: Int
  private let size: Int

  private static let step = 1 << 16

  init(base: Int, size: Int, capacity: Int) {
    (self.base, self.size) = (base, size)
    bytes = ByteBuffer(capacity: capacity)
  }

  /// Whether a line ends in what was read.
  var hasLineBreak: Bool { bytes.span.lineBreak(from: 0) != nil }

  /// Reads up to an offset of the file.
  mutating func fill(from file: borrowing ReadableFile, to end: Int) throws(ReadableFile.Failure) {
    try file.read(base + bytes.count..<min(max(end, base + bytes.count), size), into: &bytes)
  }

  /// The offset after the line break of the line that begins at `start`, or the end of the file.
  mutating func endOfLine(from start: Int, in file: borrowing ReadableFile) throws(ReadableFile.Failure) -> Int {
    var searched = start
    while true {
      if let end = bytes.span.lineBreak(from: searched) { return end + 1 }
      searched = bytes.count
      try fill(from: file, to: base + bytes.count + Self.step)
      if bytes.count == searched { return searched }
    }
  }
}
