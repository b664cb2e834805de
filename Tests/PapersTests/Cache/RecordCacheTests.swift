import ByteText
import Foundation
import Testing

@testable import Papers

/// A site that is loaded again and again with what was remembered, and each time from nothing too.
private final class CacheProbe {
  let site: TemporarySite
  var program = Fingerprint(value: 1)

  init(_ files: [String: String] = [:]) throws {
    site = try TemporarySite(files)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  var folder: String { "\(site.folder)/cache" }

  /// Loads both ways and compares; what the load took from the cache is the first segment.
  @discardableResult
  func load(jobs: Int = 2) async throws -> (store: PaperStore, isFromCache: [Bool]) {
    let cache = try #require(RecordCache(folder: folder, program: program))
    let clean = await result(nil, jobs: 1)
    let cached = await result(cache, jobs: jobs)
    #expect(cached.messages == clean.messages)
    #expect(cached.store?.facts == clean.store?.facts)
    guard let store = cached.store else { return (PaperStore(), []) }
    return (store, store.papers.map { $0.title.source.segment == 0 })
  }

  private func result(_ cache: RecordCache?, jobs: Int) async -> (store: PaperStore?, messages: [String]) {
    do {
      let loaded = try await PaperLoader(siteFolder: site.folder, jobs: jobs, cache: cache).load()
      return (loaded.store, loaded.warnings.map(Self.message))
    } catch {
      return (nil, error.list.map(Self.message))
    }
  }

  private static func message(_ diagnostic: Diagnostic) -> String {
    "\(diagnostic.place): \(diagnostic.message) \(diagnostic.excerpt ?? "") \(diagnostic.notes.map(\.message))"
  }

  /// The file of the blocks.
  var blocks: String {
    get throws {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("records-") }
      #expect(names.count == 1)
      return "\(folder)/\(try #require(names.first))"
    }
  }
}

extension PaperStore {
  /// Everything that the store says, in words.
  fileprivate var facts: [String] {
    papers.map { paper in
      let fields = (RecordFields.all + RecordFields.derived).map { words($0, of: paper) }
      return "\(files[Int(paper.file)]):\(paper.offset) \(paper.fingerprints) \(fields)"
    }
  }
}

private func record(_ number: Int, _ text: String = "Text.") -> String {
  """
  {"id": "p\(number)", "title": "On <\(number)> & $x_\(number)$", "abstract": "\(text) About \(number).", "authors": \
  ["Ada \(number)", {"name": "Bo", "orcid": "0000-0002-1825-0097"}], "tags": ["a", "t\(number % 7)"], "published": \
  "2026-01-0\(number % 9 + 1)", "organization": {"name": "o\(number % 3)", "fullname": "Org"}, "links": {"code": \
  "https://a.example/\(number)"}, "upvotes": \(number), "versions": ["v1", "v2"], "colour": \(number % 5)}
  """
}

private let everyForm = [
  "content/papers/one.json": record(1), "content/papers/two/list.json": "[\(record(2)), \(record(3))]",
  "content/papers/lines.jsonl": (10..<300).map { record($0) }.joined(separator: "\n"),
  "content/papers/text.md": "---\nid: m1\ntitle: A\npublished: 2026-01-01\n---\n\nAn *abstract* of `text`.\n",
  "content/papers/2026-01-07.json": """
  [{"paper": {"id": "2601.00001", "title": "Daily", "summary": "Of the day.", "upvotes": 3, "authors":
  [{"name": "Ada"}]}, "publishedAt": "2026-01-06T00:00:00.000Z", "title": "Daily"}]
  """,
]

@Test func whatWasParsedIsRemembered() async throws {
  let probe = try CacheProbe(everyForm)
  #expect(try await probe.load().isFromCache.allSatisfy { !$0 })
  #expect(try await probe.load().isFromCache.allSatisfy { $0 })
  #expect(try await probe.load(jobs: 1).isFromCache.allSatisfy { $0 })
}

@Test func aFreshCheckoutIsRecognizedByItsBytes() async throws {
  let probe = try CacheProbe(everyForm)
  try await probe.load()
  for (path, text) in everyForm {
    try FileManager.default.removeItem(atPath: "\(probe.site.folder)/\(path)")
    try probe.site.write(Array(text.utf8), to: path)
  }
  #expect(try await probe.load().isFromCache.allSatisfy { $0 })
}

@Test func onlyChangedFilesAreParsed() async throws {
  let probe = try CacheProbe(everyForm)
  try await probe.load()
  try probe.site.write(Array(record(1, "Edited.").utf8), to: "content/papers/one.json")
  let (store, isFromCache) = try await probe.load()
  #expect(zip(store.papers, isFromCache).filter { !$1 }.map { store.string($0.0.id) } == ["p1"])
  try FileManager.default.moveItem(
    atPath: "\(probe.site.folder)/content/papers/text.md", toPath: "\(probe.site.folder)/content/papers/new.md")
  #expect(try await probe.load().isFromCache.allSatisfy { $0 })
}

/// Several parts of some megabytes, with a line that is longer than a part and one that is broken now and then.
@Test func onlyTheLinesAroundAnEditAreParsed() async throws {
  let probe = try CacheProbe()
  let filler = String(repeating: "words and ", count: 300)
  var lines = (0..<1600).map { record($0, filler + "\($0)") }
  lines[700] = record(700, String(repeating: "long ", count: 500_000))
  let path = "content/papers/all.jsonl"
  func write() throws { try probe.site.write(Array(lines.joined(separator: "\n").utf8), to: path) }
  try write()
  try await probe.load()
  #expect(try await probe.load().isFromCache.allSatisfy { $0 })
  let edits: [(inout [String]) -> Void] = [
    { $0[1200] = record(1200, "Edited.") }, { $0.insert(record(9000), at: 3) }, { $0.remove(at: 1300) },
    { $0.append(record(9001) + "\n") }, { $0.insert("", at: 1500) }, { $0.swapAt(10, 1550) },
  ]
  for edit in edits {
    edit(&lines)
    try write()
    let parsed = try await probe.load().isFromCache.count { !$0 }
    #expect(parsed < 800)
  }
  lines[99] = "{\"id\": }"
  try write()
  try await probe.load()
  lines[99] = record(99, "Mended.")
  try write()
  #expect(try await probe.load().isFromCache.count { !$0 } < 600)
}

@Test func anotherProgramRemembersNothing() async throws {
  let probe = try CacheProbe(everyForm)
  try await probe.load()
  probe.program = Fingerprint(value: 2)
  #expect(try await probe.load().isFromCache.allSatisfy { !$0 })
  #expect(try await probe.load().isFromCache.allSatisfy { $0 })
}

@Test func damageCostsTimeOnly() async throws {
  let seed = UInt64.random(in: 0 ... .max)
  print("seed \(seed)")
  var random = seed
  func number(below end: Int) -> Int {
    random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(random >> 33) % max(end, 1)
  }
  let probe = try CacheProbe(everyForm)
  for _ in 0..<12 {
    try await probe.load()
    let path = number(below: 2) == 0 ? "\(probe.folder)/records.index" : try probe.blocks
    var data = try Data(contentsOf: URL(fileURLWithPath: path))
    switch number(below: 3) {
    case 0: data.removeLast(number(below: data.count))
    case 1: for _ in 0..<5 { data[number(below: data.count)] ^= UInt8(1 + number(below: 255)) }
    default: data.append(contentsOf: [1, 2, 3])
    }
    try FileManager.default.removeItem(atPath: path)
    try data.write(to: URL(fileURLWithPath: path))
    try await probe.load()
  }
}

/// References lead to random parts of a text, in any order and again and again: each leads to the same bytes afterwards.
@Test func packedTextsAreWhatTheyWere() {
  let seed = UInt64.random(in: 0 ... .max)
  print("seed \(seed)")
  var state = seed
  func number(below end: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(end, 1)
  }
  for round in 0..<300 {
    let text = (0..<1 + number(below: 400)).map { _ in UInt8(number(below: 256)) }
    let start = 1000 + number(below: 50)
    var packer = TextPacker(.short, from: start..<start + text.count, at: 7)
    var moved: [(old: TextRef, new: TextRef)] = []
    for _ in 0..<number(below: 200) {
      let offset = number(below: text.count)
      let old = TextRef(segment: 2, offset: start + offset, length: number(below: min(text.count - offset, 9) + 1))
      var new = old
      packer.move(&new)
      moved.append((old, new))
    }
    let packed = packer.ranges.flatMap { text[$0] }
    #expect(packer.isClean && packer.end == 7 + packed.count, "seed \(seed), round \(round)")
    for (old, new) in moved {
      let bytes = old.isEmpty ? [] : Array(text[Int(old.offset) - start..<Int(old.offset) - start + Int(old.length)])
      let found = new.isEmpty ? [] : Array(packed[Int(new.offset) - 7..<Int(new.offset) - 7 + Int(new.length)])
      #expect(found == bytes, "seed \(seed), round \(round)")
    }
  }
}

@Test(arguments: [TextPacker.Part.short, .long])
func aPackerTellsWhatLeadsElsewhere(part: TextPacker.Part) {
  for (offset, length) in [(99, 1), (98, 4), (108, 3), (110, 1), (1 << 40, 5)] {
    var packer = TextPacker(part, from: 100..<110)
    var text = FormattedText()
    text.plain = TextRef(segment: 0, offset: offset, length: length)
    if part == .long { packer.move(&text) } else { packer.move(&text.plain) }
    #expect(!packer.isClean && text.plain.isEmpty && packer.ranges.isEmpty, "\(offset), \(length)")
  }
}

/// Blocks whose hashes are right, but whose references lead out of them or whose values are none, make the load parse
/// everything once more.
@Test(
  arguments: [
    // The highest byte of the offset of a text; a format and a Boolean that there are not; a row that there is not, and
    // a count, which is negative; a place in no file; no id.
    (MemoryLayout<Paper>.offset(of: \.title.html), 3, 0x7F), (MemoryLayout<Paper>.offset(of: \.storedFormat), 0, 0xFF),
    (MemoryLayout<Paper>.offset(of: \.storedIsDraft), 0, 2),
    (MemoryLayout<Paper>.offset(of: \.storedOrganization), 2, 3),
    (MemoryLayout<Paper>.offset(of: \.storedUpvotes), 3, 0x80),
    (MemoryLayout<Paper>.offset(of: \.offset), 7, 0xFF), (MemoryLayout<Paper>.offset(of: \.id), 8, 0),
  ] as [(Int?, Int, UInt8)])
func aBlockThatIsNotSoundCostsTimeOnly(field: Int?, byte: Int, value: UInt8) async throws {
  let probe = try CacheProbe(everyForm)
  try await probe.load()
  let index = try #require(RecordIndex(folder: probe.folder, program: probe.program))
  var data = try Data(contentsOf: URL(fileURLWithPath: probe.blocks))
  let firstPaper = 80
  let place = try #require(field) + byte
  let entries = index.entries.map { entry in
    var entry = entry
    data[entry.offset + firstPaper + place] = value
    entry.check = Fingerprint(of: Array(data[entry.offset..<entry.offset + entry.count]).span).value
    return entry
  }
  try data.write(to: URL(fileURLWithPath: probe.blocks))
  let altered = RecordIndex(name: index.name, size: index.size, seal: index.seal, entries: entries)
  #expect(altered.write(to: probe.folder, program: probe.program))
  #expect(try await probe.load().store.papers.count == 295)
  try await probe.load()
  #expect(try await probe.load().isFromCache.allSatisfy { $0 })
}

@Test func whatNobodyUsesIsDroppedInTheEnd() async throws {
  let probe = try CacheProbe()
  let filler = String(repeating: "words and ", count: 20_000)
  for round in 0..<12 {
    try probe.site.write(Array(record(1, filler + "\(round)").utf8), to: "content/papers/one.json")
    try await probe.load()
  }
  let size = try FileManager.default.attributesOfItem(atPath: probe.blocks)[.size] as? Int
  #expect(try #require(size) < 4_000_000)
  #expect(try await probe.load().isFromCache == [true])
}
