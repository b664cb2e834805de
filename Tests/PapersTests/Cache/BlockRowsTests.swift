import ByteText
import PaperText
import Testing

@testable import Papers

/// A block can have the right hash and wrong rows.
@Test func noReferenceLeadsOutOfABlock() throws {
  var rows = RecordRows()
  var paper = Paper()
  paper.id = TextRef(segment: 3, offset: 100, length: 5)
  rows.papers = [paper]
  rows.texts = [paper.id]
  rows.papers[0].tags = ListRef(start: 0, count: 1)
  let block = try #require(CachedBlock(rows, text: 100..<105, issues: [], base: 0))
  #expect(CachedBlock(rows, text: 100..<104, issues: [], base: 0) == nil)
  #expect(CachedBlock(rows, text: 101..<200, issues: [], base: 0) == nil)
  var bytes = ByteBuffer()
  block.write(text: "hello".utf8.span, into: &bytes)
  let whole = bytes.span.withUnsafeBufferPointer(Array.init)
  /// The rows of a block at an offset of the cache.
  func read(_ bytes: [UInt8]) -> (papers: [Paper], lists: RecordRows)? {
    let cache = FrozenBytes(copying: (Array(repeating: 0, count: 16) + bytes).span)
    guard let block = FoundBlock(cache, 16..<16 + bytes.count, file: 1, base: 7) else { return nil }
    let part = RecordPart.found(block.rows)
    var isSound = true
    let papers = (0..<part.paperCount).map { part.paper(at: $0, isSound: &isSound) }
    guard isSound, let lists = RecordRows(listsOf: [part]) else { return nil }
    return (papers, lists)
  }
  let back = try #require(read(whole))
  #expect(back.lists.texts[0].range.upperBound == 16 + whole.count)
  #expect(back.papers[0].file == 1 && back.papers[0].offset == 7)
  for end in 0..<whole.count where read(Array(whole[..<end])) != nil { Issue.record("cut off at \(end)") }
  for index in whole.indices {
    var altered = whole
    altered[index] ^= 0xFF
    guard let block = read(altered) else { continue }
    #expect(block.papers.allSatisfy { $0.tags.range.upperBound <= block.lists.texts.count })
    #expect(block.lists.texts.allSatisfy { $0.range.upperBound <= 16 + altered.count })
  }
}

/// Any bytes are a value of each stored type, and those that the program writes are sound.
@Test func everyPatternOfBitsIsAValue() {
  func value<Value: BitwiseCopyable>(_ bytes: [UInt8], as type: Value.Type) -> Value {
    bytes.withUnsafeBytes { $0.loadUnaligned(as: type) }
  }
  for byte in UInt8.min ... .max {
    #expect(value([byte], as: StoredFlag.self).value == (byte != 0))
    #expect(value([byte], as: StoredFlag.self).isSound == (byte < 2))
    #expect(value([byte], as: StoredFormat.self).value == TextFormat(rawValue: byte) ?? .tex)
    #expect(value([byte], as: StoredFormat.self).isSound == (TextFormat(rawValue: byte) != nil))
    let number = Int32(bitPattern: UInt32(byte) << 24 | 5)
    let four = withUnsafeBytes(of: number) { Array($0) }
    #expect(value(four, as: OptionalCount.self).value == (number < 0 ? nil : number))
    #expect(value(four, as: OptionalCount.self).isSound == (number >= 0))
    #expect(value(four, as: OptionalRow.self).value == UInt32(bitPattern: number))
    let moment = value(four + four, as: StoredMoment.self)
    #expect(moment.value == (byte == 0 ? Moment(day: Day(number: 5), milliseconds: 5) : nil))
    #expect(moment.isSound == (byte == 0))
  }
}

@Test func storedValuesComeBack() {
  let moments = [nil, Moment("1969-12-31"), Moment("0001-01-01"), Moment("2024-02-29T23:59:59.999Z")]
  for moment in moments {
    #expect(StoredMoment(moment).value == moment && StoredMoment(moment).isSound)
    #expect(PaperVersion(name: .empty, date: moment).date == moment)
  }
  for row in [nil, 0, 7, UInt32.max - 1] { #expect(OptionalRow(row).value == row) }
  for count in [nil, 0, 7, Int32.max] { #expect(OptionalCount(count).value == count && OptionalCount(count).isSound) }
  for format in TextFormat.allCases { #expect(StoredFormat(format).value == format && StoredFormat(format).isSound) }
  for flag in [false, true] { #expect(StoredFlag(flag).value == flag && StoredFlag(flag).isSound) }
  #expect(!OptionalCount(-2).isSound && OptionalCount(-2).value == nil)
}

@Test func valuesThatThereAreNotAreRefused() throws {
  var rows = RecordRows()
  rows.papers = [Paper()]
  rows.papers[0].id = TextRef(segment: 0, offset: 0, length: 5)
  rows.days = [Day(number: 0)]
  rows.versions = [PaperVersion(name: rows.papers[0].id, date: nil)]
  func isSound(_ edit: (inout RecordRows) -> Void = { _ in }, then alter: (inout [UInt8]) -> Void = { _ in }) throws
    -> Bool
  {
    var edited = rows
    edit(&edited)
    var bytes = ByteBuffer()
    try #require(CachedBlock(edited, text: 0..<5, issues: [], base: 0)).write(text: "hello".utf8.span, into: &bytes)
    var block = bytes.span.withUnsafeBufferPointer(Array.init)
    alter(&block)
    let cache = FrozenBytes(copying: block.span)
    let part = RecordPart.found(try #require(FoundBlock(cache, 0..<block.count, file: 0, base: 0)).rows)
    var isSound = true
    _ = part.paper(at: 0, isSound: &isSound)
    return isSound && RecordRows(listsOf: [part]) != nil
  }
  #expect(try isSound())
  #expect(try !isSound { $0.papers[0].id = .empty })
  #expect(try !isSound { $0.papers[0].offset = .max })
  #expect(try !isSound { $0.papers[0].updated = Moment(day: Day(number: .max)) })
  #expect(try !isSound { $0.papers[0].published = Moment(day: Day(number: 0), milliseconds: 86_400_000) })
  #expect(try !isSound { $0.papers[0].upvotes = -2 })
  #expect(try !isSound { $0.papers[0].organization = 0 })
  #expect(try !isSound { $0.days[0] = Day(number: .min) })
  #expect(try !isSound { $0.versions[0].date = Moment(day: Day(number: .max)) })
  let bytes: [(Int?, UInt8)] = [
    (MemoryLayout<Paper>.offset(of: \.storedFormat), 4), (MemoryLayout<Paper>.offset(of: \.storedIsDaily), 2),
    (MemoryLayout<Paper>.offset(of: \.storedIsDraft), 0xFF), (MemoryLayout<Paper>.offset(of: \.storedIsWithdrawn), 2),
  ]
  for (place, byte) in bytes {
    let place = try #require(place)
    #expect(try !isSound(then: { $0[80 + place] = byte }), "\(place)")
  }
}

/// What a build reads of every paper follows the rows; a form of a text that is a part of another one stays so.
@Test func shortTextsStandBeforeLongOnes() throws {
  let parsed = "[<p>One abstract</p>|id-1|<p><em>Other</em></p>|*Other*|Plain|id-2|tag|more]"
  func place(_ text: String) throws -> TextRef {
    let start = try #require(parsed.utf8.firstRange(of: text.utf8)).lowerBound
    let offset = parsed.utf8.distance(from: parsed.utf8.startIndex, to: start)
    return TextRef(segment: 1, offset: 100 + offset, length: text.utf8.count)
  }
  var rows = RecordRows()
  rows.papers = [Paper(), Paper()]
  rows.papers[0].id = try place("id-1")
  rows.papers[0].abstract.html = try place("<p>One abstract</p>")
  rows.papers[0].abstract.source = try place("One abstract")
  rows.papers[0].abstract.plain = try place("One abstract")
  rows.papers[1].id = try place("id-2")
  rows.papers[1].abstract.html = try place("<p><em>Other</em></p>")
  rows.papers[1].abstract.source = try place("*Other*")
  rows.papers[1].abstract.plain = try place("Plain")
  rows.texts = try ["tag", "more", "tag", "more"].map(place)
  rows.papers[1].tags = ListRef(start: 0, count: 1)
  let block = try #require(CachedBlock(rows, text: 100..<100 + parsed.utf8.count, issues: [], base: 0))
  var bytes = ByteBuffer()
  block.write(text: parsed.utf8.span, into: &bytes)
  let cache = FrozenBytes(bytes)
  let found = try #require(FoundBlock(cache, 0..<cache.bytes.count, file: 0, base: 0))
  var isSound = true
  let papers = [0, 1].map { found.rows.paper(at: $0, isSound: &isSound) }
  #expect(isSound)
  func string(_ text: TextRef) -> String { String(decoding: cache.bytes[text.range], as: UTF8.self) }
  #expect(papers.map { string($0.id) } == ["id-1", "id-2"])
  #expect(papers.map { string($0.abstract.html) } == ["<p>One abstract</p>", "<p><em>Other</em></p>"])
  #expect(papers.map { string($0.abstract.source) } == ["One abstract", "*Other*"])
  #expect(papers.map { string($0.abstract.plain) } == ["One abstract", "Plain"])
  let texts = String(decoding: cache.bytes.suffix(67), as: UTF8.self)
  #expect(texts == "id-1id-2tagmore<p>One abstract</p><p><em>Other</em></p>*Other*Plain", "\(texts)")
  let lists = try #require(RecordRows(listsOf: [.found(found.rows)]))
  #expect(lists.texts.map(string) == ["tag", "more", "tag", "more"])
}
