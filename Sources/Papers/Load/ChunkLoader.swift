internal import ByteText
internal import DataFiles

/// What one chunk gave.
struct LoadedChunk: Sendable {
  var tables: FrozenTables
  var issues: [LoadIssue]
}

/// Reads the files of one chunk, one record after the other.
struct ChunkLoader: ~Copyable {
  /// A file over this size is not read.
  static let fileSizeLimit = 1 << 30

  private let siteFolder: String
  private let plan: LoadPlan
  private let chunk: LoadChunk
  private var decoder: RecordDecoder
  private var tree = DataTree()

  /// A loader of the chunk with this number.
  init(siteFolder: String, plan: LoadPlan, chunk: Int) {
    self.siteFolder = siteFolder
    self.plan = plan
    self.chunk = plan.chunks[chunk]
    // Source, HTML and plain text of title and abstract are three to four times the record.
    let capacity = min(plan.chunks[chunk].size * 4 + 1024, 1 << 26)
    decoder = RecordDecoder(segment: UInt16(chunk), capacity: capacity)
  }

  /// Reads everything that the chunk holds, with the memory of a tree that the caller keeps for the next chunk.
  consuming func load(with memory: inout DataTree) -> LoadedChunk {
    swap(&tree, &memory)
    for index in chunk.files {
      if let part = chunk.part { loadPart(part, of: index) } else { loadFile(index) }
    }
    swap(&tree, &memory)
    let result = decoder.finish()
    return LoadedChunk(tables: result.tables, issues: result.issues)
  }

  private mutating func loadFile(_ index: Int) {
    let file = plan.files[index]
    decoder.log.begin(file: UInt32(index), base: 0)
    guard isRecordFile(file), isSmallEnough(file) else { return }
    do {
      let text = try ReadableFile.content(of: "\(siteFolder)/\(file.path)")
      load(text, of: file)
    } catch {
      failReading(error)
    }
  }

  private mutating func load(_ text: FrozenBytes, of file: ContentFile) {
    switch file.fileExtension {
    case "json": loadJSON(text, day: Day(file.stem))
    case "jsonl": loadLines(text)
    default: loadMarkdown(text)
    }
  }

  private mutating func isRecordFile(_ file: ContentFile) -> Bool {
    if ["json", "jsonl", "md"].contains(file.fileExtension) { return true }
    let message = "the file is not read: records are in .json, .jsonl and .md files"
    decoder.log.add(DataIssue(.warning, "content/extension", message, at: 0..<0))
    return false
  }

  private mutating func isSmallEnough(_ file: ContentFile) -> Bool {
    if file.size <= Self.fileSizeLimit { return true }
    decoder.log.add(DataIssue("content/size", "the file is larger than \(Self.fileSizeLimit >> 20) MB", at: 0..<0))
    return false
  }

  private mutating func failReading(_ failure: ReadableFile.Failure) {
    decoder.log.add(DataIssue("system/read", "the file can't be read: \(failure.message)", at: 0..<0))
  }

  /// Moves the issues of a reader to the log.
  private mutating func takeIssues(_ issues: inout [DataIssue]) {
    guard !issues.isEmpty else { return }
    for issue in issues { decoder.log.add(issue) }
    issues.removeAll()
  }
}

// MARK: - JSON

extension ChunkLoader {
  private mutating func loadJSON(_ text: FrozenBytes, day: Day?) {
    var reader = JSONReader(text)
    if reader.isAtEnd() { return }
    if reader.isArray() { return loadElements(&reader, day: day) }
    let isRead = reader.readDocument(into: &tree)
    takeIssues(&reader.issues)
    if isRead { decoder.decode(tree.root, in: tree) }
  }

  private mutating func loadElements(_ reader: inout JSONReader, day: Day?) {
    while !isFull(at: reader.offset) {
      let outcome = reader.nextElement(into: &tree)
      takeIssues(&reader.issues)
      switch outcome {
      case .end: return
      case .broken: continue
      case .value where RecordDecoder.isDailyItem(tree.root, in: tree):
        decoder.decodeDailyItem(tree.root, in: tree, day: day)
      case .value: decoder.decode(tree.root, in: tree)
      }
    }
  }

  private mutating func loadLines(_ text: FrozenBytes, range: Range<Int>? = nil) {
    var reader = JSONReader(text, range: range)
    while !isFull(at: reader.offset) {
      let outcome = reader.nextLine(into: &tree)
      takeIssues(&reader.issues)
      switch outcome {
      case .end: return
      case .broken: continue
      case .value: decoder.decode(tree.root, in: tree)
      }
    }
  }

  private mutating func isFull(at offset: Int) -> Bool {
    guard decoder.log.isFull else { return false }
    decoder.log.add(
      DataIssue("content/errors", "from here on nothing is checked: there are too many errors", at: offset..<offset))
    return true
  }
}

// MARK: - A part of a JSON Lines file

extension ChunkLoader {
  /// Reads the lines whose first bytes lie in `part`.
  private mutating func loadPart(_ part: Range<Int>, of index: Int) {
    let file = plan.files[index]
    decoder.log.begin(file: UInt32(index), base: max(part.lowerBound - 1, 0))
    guard part.lowerBound > 0 || isSmallEnough(file), file.size <= Self.fileSizeLimit else { return }
    do {
      try loadPart(part, of: ReadableFile(path: "\(siteFolder)/\(file.path)"), size: file.size)
    } catch {
      failReading(error)
    }
  }

  private mutating func loadPart(
    _ part: Range<Int>, of file: borrowing ReadableFile, size: Int
  ) throws(ReadableFile.Failure) {
    var buffer = ByteBuffer(capacity: part.count + 1 << 16)
    try file.read(max(part.lowerBound - 1, 0)..<part.upperBound, into: &buffer)
    let first = part.lowerBound == 0 ? 0 : endOfLine(in: buffer.span, from: 0)
    // A line that begins before the part and ends behind it leaves nothing.
    guard first < buffer.count else { return }
    try completeLastLine(of: &buffer, from: file, at: part.upperBound, size: size)
    let text = FrozenBytes(taking: buffer)
    loadLines(text, range: first..<text.bytes.count)
  }

  private func completeLastLine(
    of buffer: inout ByteBuffer, from file: borrowing ReadableFile, at offset: Int, size: Int
  ) throws(ReadableFile.Failure) {
    var offset = offset
    while offset < size, buffer.span[buffer.count - 1] != UInt8(ascii: "\n") {
      let before = buffer.count
      try file.read(offset..<min(offset + 1 << 16, size), into: &buffer)
      if buffer.count == before { return }
      offset += buffer.count - before
      buffer.truncate(to: endOfLine(in: buffer.span, from: before))
    }
  }

  /// The offset behind the next line break, or the end.
  private func endOfLine(in bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
    return min(index + 1, bytes.count)
  }
}

// MARK: - Markdown

extension ChunkLoader {
  private mutating func loadMarkdown(_ text: FrozenBytes) {
    if isBlank(text.bytes) { return }
    do {
      let parts = try FrontMatter.split(text.bytes)
      loadMarkdown(text, parts)
    } catch {
      decoder.log.add(error)
    }
  }

  private mutating func loadMarkdown(_ text: FrozenBytes, _ parts: FrontMatter) {
    if let offset = UTF8Validation.firstInvalid(in: text.bytes, range: parts.body) {
      decoder.log.add(
        DataIssue("data/utf8", "this byte is not UTF-8", at: offset..<offset + 1, help: "save the file as UTF-8"))
    }
    var reader = YAMLReader(text, range: parts.fields)
    let isRead = reader.readDocument(into: &tree)
    takeIssues(&reader.issues)
    guard isRead else { return }
    decoder.decode(tree.root, in: tree, body: MarkdownBody(text: text, range: parts.body), format: .markdown)
  }

  private func isBlank(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.allSatisfy(ASCII.isSpace)
  }
}
