internal import ByteText
internal import Files

/// The one line of a file that places are looked up in, which come in ascending order. What lies between is only
/// searched for line breaks.
struct LineWindow: ~Copyable {
  /// The line, with its line break.
  private(set) var file: SourceFile
  /// Finds places in the line.
  var cursor: SourceCursor
  /// Where the line begins in its file.
  private(set) var start = 0
  /// The number of the line, from 1.
  private(set) var line = 1

  private let path: String
  private var content: ReadableFile?
  private var buffer = ByteBuffer(capacity: step)
  /// The offset of what is in the buffer.
  private var offset = 0
  private var isLoaded = false

  private static let step = 1 << 18

  /// The first line of a file; of one that can't be read or is too large to be, nothing.
  ///
  /// - Parameter shown: what diagnostics call the file.
  init(of path: String, shown: String) {
    self.path = shown
    content = try? ReadableFile(path: path, upTo: ContentFile.sizeLimit)
    file = SourceFile(path: shown, text: FrozenBytes(ByteBuffer()))
    cursor = SourceCursor(file)
  }

  /// Goes to the line that an offset is in; not backwards.
  mutating func move(to target: Int) {
    if isLoaded, target < start + file.text.bytes.count { return }
    let first = start
    while let end = lineBreak(from: start), end <= target { (start, line) = (end, line + 1) }
    if !isLoaded || start > first { load() }
  }

  /// The offset after the next line break from an offset, nil where the file has none.
  private mutating func lineBreak(from position: Int) -> Int? {
    var position = position
    while fill(at: position) {
      if let found = buffer.span.lineBreak(from: position - offset) { return offset + found + 1 }
      position = offset + buffer.count
    }
    return nil
  }

  /// Sees to it that the byte at an offset is in the buffer; false where the file has none.
  private mutating func fill(at position: Int) -> Bool {
    if position >= offset, position < offset + buffer.count { return true }
    buffer.removeAll()
    offset = position
    try? content?.read(position..<position + Self.step, into: &buffer)
    return buffer.count > 0
  }

  /// Reads the line.
  private mutating func load() {
    let end = lineBreak(from: start) ?? offset + buffer.count
    var text = ByteBuffer(capacity: max(end - start, 16))
    try? content?.read(start..<max(end, start), into: &text)
    file = SourceFile(path: path, text: FrozenBytes(text))
    cursor = SourceCursor(file)
    isLoaded = true
  }
}
