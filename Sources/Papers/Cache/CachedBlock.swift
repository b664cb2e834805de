internal import ByteText
internal import DataFiles

/// The form of some parsed records in the cache: counts, rows as they are in memory, warnings, texts.
///
/// Short texts follow the rows, and long ones follow those: a build reads the ids, tags and names of all papers, but
/// the abstracts of those few that changed; where the file is known to be as it was written, the rest isn't fetched.
///
/// Nothing in it tells where the records stood: lists count from the block's own first rows, texts from its own first
/// byte, records and warnings from the beginning of what was parsed.
struct CachedBlock {
  /// The rows.
  private var rows: RecordRows
  /// What was odd, by offsets from the beginning of what was parsed.
  private let issues: [LoadIssue]
  /// Where in what was parsed the texts are, in the order in which they are kept.
  private let texts: [Range<Int>]

  static let countOfCounts = 9

  /// A block with the rows that were parsed.
  ///
  /// - Parameters:
  ///   - text: the range of the segment that the rows' texts are in.
  ///   - base: the offset in the file of what was parsed.
  /// - Returns: nil where the rows can't be moved.
  init?(_ rows: RecordRows, text: Range<Int>, issues: [LoadIssue], base: Int) {
    self.rows = rows
    var short = TextPacker(.short, from: text)
    self.rows.moveTexts(&short)
    var long = TextPacker(.long, from: text, at: short.end)
    self.rows.moveTexts(&long)
    texts = short.ranges + long.ranges
    for index in self.rows.papers.indices {
      self.rows.papers[index].file = 0
      self.rows.papers[index].offset &-= UInt64(base)
    }
    self.issues = issues.map { $0.moved(by: -base, file: 0) }
    guard short.isClean, long.isClean else { return nil }
  }

  /// Appends the block with its texts.
  func write(text: Span<UInt8>, into out: inout ByteBuffer) {
    let start = out.count
    var warnings = ByteBuffer()
    for issue in issues { issue.write(into: &warnings) }
    let counts = [
      rows.papers.count, rows.authorships.count, rows.parties.count, rows.days.count, rows.texts.count,
      rows.links.count, rows.versions.count, issues.count, warnings.count,
    ]
    for count in counts { out.append(number: count) }
    out.append(rows: rows.papers, alignedFrom: start)
    out.append(rows: rows.authorships, alignedFrom: start)
    out.append(rows: rows.parties, alignedFrom: start)
    out.append(rows: rows.days, alignedFrom: start)
    out.append(rows: rows.texts, alignedFrom: start)
    out.append(rows: rows.links, alignedFrom: start)
    out.append(rows: rows.versions, alignedFrom: start)
    out.append(warnings.span)
    for range in texts { out.append(text.extracting(range)) }
  }
}

/// Reads numbers, texts and rows one after the other; after the end of the range everything is empty.
struct CacheReader {
  private let bytes: UnsafeRawBufferPointer
  private let range: Range<Int>
  private(set) var position: Int
  private(set) var isGood = true

  /// A reader of a range of some bytes.
  init(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
    (self.bytes, self.range) = (bytes, range)
    position = range.lowerBound
  }

  mutating func number() -> Int {
    guard let place = take(8) else { return 0 }
    return Int(truncatingIfNeeded: bytes.loadUnaligned(fromByteOffset: place, as: Int64.self).littleEndian)
  }

  mutating func text() -> String? {
    let count = number()
    guard count >= 0, let place = take(count) else { return nil }
    return String(decoding: bytes[place..<place + count], as: UTF8.self)
  }

  /// Where some rows are, from the next multiple of 16 bytes on.
  mutating func rows<Row: BitwiseCopyable & Sendable>(_ count: Int) -> StoredRows<Row> {
    position += (range.lowerBound - position) & 15
    let (size, overflow) = count.multipliedReportingOverflow(by: MemoryLayout<Row>.stride)
    guard !overflow, let place = take(size) else { return StoredRows(start: range.lowerBound, count: 0) }
    return StoredRows(start: place, count: count)
  }

  private mutating func take(_ count: Int) -> Int? {
    guard isGood, position <= range.upperBound, count <= range.upperBound - position else {
      isGood = false
      return nil
    }
    defer { position += count }
    return position
  }
}

extension ByteBuffer {
  /// Appends a number for `CacheReader`.
  mutating func append(number: Int) {
    Swift.withUnsafeBytes(of: Int64(number).littleEndian) { append($0) }
  }

  fileprivate mutating func append(text: String?) {
    append(number: text?.utf8.count ?? -1)
    append(text ?? "")
  }

  fileprivate mutating func append(rows: [some BitwiseCopyable], alignedFrom start: Int) {
    while (count - start) % 16 != 0 { append(0) }
    rows.withUnsafeBytes { append($0) }
  }
}

extension LoadIssue {
  /// The same issue elsewhere in the content.
  func moved(by offset: Int, file: UInt32) -> LoadIssue {
    var moved = self
    moved.file = file
    let range = issue.range
    moved.issue.range = range.lowerBound &+ offset..<max(range.lowerBound &+ offset, range.upperBound &+ offset)
    return moved
  }

  fileprivate func write(into out: inout ByteBuffer) {
    for text in [issue.id, issue.message, issue.help] { out.append(text: text) }
    for number in [issue.range.lowerBound, issue.range.upperBound, occurrences] { out.append(number: number) }
  }

  /// Reads what `write` has written.
  init(from reader: inout CacheReader) {
    let texts = (0..<3).map { _ in reader.text() }
    let start = min(max(reader.number(), 0), ContentFile.sizeLimit)
    let end = min(max(reader.number(), start), ContentFile.sizeLimit)
    let issue = DataIssue(.warning, texts[0] ?? "", texts[1] ?? "", at: start..<end, help: texts[2])
    self.init(issue: issue, file: 0, occurrences: min(max(reader.number(), 1), ContentFile.sizeLimit))
  }
}
