internal import ByteText
internal import DataFiles
internal import Files

/// What one chunk gave.
struct LoadedChunk: Sendable {
  /// The text of what it parsed: a segment of its own.
  let text: FrozenBytes
  /// Its rows: those of each block of the cache, and behind them those that it parsed.
  let parts: [RecordPart]
  var issues: [LoadIssue]
  /// Its papers by their ids, as far as the keys tell.
  var keys: [IDKey] = []
  /// The blocks of the cache that hold the same.
  var blocks: [RecordCache.Entry] = []
}

/// Reads the files of one chunk, one record after the other.
struct ChunkLoader: ~Copyable {
  private let siteFolder: String
  private let plan: LoadPlan
  private let chunk: LoadChunk
  private let cache: RecordCache?
  private var blocks: [RecordCache.Entry] = []
  /// The rows of those blocks that were read from the cache.
  private var parts: [RecordPart] = []
  /// The bytes of text that the chunk may come to, reserved where some of it isn't in the cache.
  private let capacity: Int
  private var decoder: RecordDecoder
  private var tree = DataTree()

  /// A loader of the chunk with this number.
  init(siteFolder: String, plan: LoadPlan, chunk: Int, cache: RecordCache? = nil) {
    self.siteFolder = siteFolder
    self.plan = plan
    self.cache = cache
    self.chunk = plan.chunks[chunk]
    // Source, HTML and plain text of title and abstract are three to four times the record.
    capacity = min(plan.chunks[chunk].size * 4 + 1024, 1 << 26)
    // The first segment is the cache's.
    decoder = RecordDecoder(segment: UInt16(chunk + 1), capacity: cache == nil ? capacity : 0)
  }

  /// Reads everything that the chunk holds, with the memory of a tree that the caller keeps for the next chunk.
  consuming func load(with memory: inout DataTree) -> LoadedChunk {
    swap(&tree, &memory)
    for index in chunk.files {
      if let part = chunk.part { loadPart(part, of: index) } else { loadFile(index) }
    }
    swap(&tree, &memory)
    let result = decoder.finish()
    parts.append(.parsed(result.rows))
    let (own, cached) = (result.text, cache?.text)
    let keys = IDKey.keys(of: parts) { $0 == 0 ? cached ?? own : own }
    return LoadedChunk(text: own, parts: parts, issues: result.issues, keys: keys, blocks: blocks)
  }

  private mutating func loadFile(_ index: Int) {
    let file = plan.files[index]
    decoder.log.begin(file: UInt32(index), base: 0)
    guard isRecordFile(file), isSmallEnough(file) else { return }
    let status = plan.status(of: file)
    if let entry = cache?.entry(status: status), take(entry, base: 0) { return }
    do {
      let text = try ReadableFile.content(of: "\(siteFolder)/\(file.path)")
      let key = RecordKey.of(file, text.span)
      if var entry = cache?.entry(content: key), take(entry, base: 0) {
        entry.status = status
        return blocks[blocks.count - 1] = entry
      }
      let start = beginParsing()
      load(text, of: file)
      keep(from: start, base: 0, content: key, status: status)
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
    if !file.isTooLarge { return true }
    decoder.log.add(DataIssue("content/size", "the file is larger than \(ContentFile.sizeLimit >> 20) MB", at: 0..<0))
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
    do {
      try loadPart(part, of: ReadableFile(path: "\(siteFolder)/\(file.path)"), size: file.size)
    } catch {
      failReading(error)
    }
  }

  private mutating func loadPart(
    _ part: Range<Int>, of file: borrowing ReadableFile, size: Int
  ) throws(ReadableFile.Failure) {
    let blocks = try LineBlocks(part, of: file, size: size)
    guard !blocks.list.isEmpty else { return }
    for block in blocks.list {
      if decoder.log.isFull { return }
      if let entry = cache?.entry(content: block.key), take(entry, base: blocks.base + block.range.lowerBound) {
        continue
      }
      let start = beginParsing()
      loadLines(blocks.text, range: block.range)
      keep(from: start, base: blocks.base + block.range.lowerBound, content: block.key, status: 0)
    }
  }
}

// MARK: - The cache

extension ChunkLoader {
  /// Takes the records of a block of the cache; false where it holds no block.
  private mutating func take(_ entry: RecordCache.Entry, base: Int) -> Bool {
    guard let block = cache?.block(entry, file: decoder.log.file, base: base) else { return false }
    decoder.log.add(known: block.issues)
    parts.append(.found(block.rows))
    blocks.append(entry)
    return true
  }

  /// Makes room for what isn't in the cache, and gives the position behind everything.
  private mutating func beginParsing() -> RecordDecoder.Position {
    decoder.tables.reserve(capacity)
    return decoder.position
  }

  /// Puts what was parsed from a position on into the cache, unless something was wrong with it.
  private mutating func keep(from start: RecordDecoder.Position, base: Int, content: UInt64, status: UInt64) {
    guard let cache, let block = decoder.block(from: start, base: base) else { return }
    if let entry = cache.add(block, content: content, status: status) { blocks.append(entry) }
  }
}

// MARK: - Markdown

extension ChunkLoader {
  private mutating func loadMarkdown(_ text: FrozenBytes) {
    do {
      let parts = try FrontMatter.split(text.bytes)
      loadMarkdown(text, parts)
    } catch {
      decoder.log.add(error)
    }
  }

  private mutating func loadMarkdown(_ text: FrozenBytes, _ parts: FrontMatter) {
    if let offset = UTF8Decoding.firstInvalid(
      in: text.span.extracting(..<parts.body.upperBound), from: parts.body.lowerBound)
    {
      decoder.log.add(
        DataIssue("data/utf8", "this byte is not UTF-8", at: offset..<offset + 1, help: "save the file as UTF-8"))
    }
    var reader = YAMLReader(text, range: parts.fields)
    let isRead = reader.readDocument(into: &tree)
    takeIssues(&reader.issues)
    guard isRead else { return }
    decoder.decode(tree.root, in: tree, body: MarkdownBody(text: text, range: parts.body), format: .markdown)
  }
}
