import ByteText
import Files
import Foundation
import TestSupport
import Testing

@testable import Publishing

/// What is remembered of a build, in its two files: the table, and the manifest with what the table lacks.
@Suite struct ManifestFileTests {
  private let program = Fingerprint(value: 7)

  private func dependencies(_ number: Int, _ count: Int) -> [StoredDependency] {
    (0..<count).map {
      StoredDependency(identity: UInt64(number), value: UInt64($0), kind: 1)
    }
  }

  private func file(_ number: Int) -> WrittenFile {
    WrittenFile(content: Fingerprint(value: UInt64(number)), size: number, modified: Int64(number) * 3)
  }

  private func path(_ number: Int) -> String { "papers/\(number)/index.html" }

  private func table(_ count: Int) -> OutputTable {
    var table = OutputTable()
    for number in 0..<count {
      let basis = PageBasis(settings: 1, templates: 2)
      table.add(path: path(number).utf8.span, file(number), basis: basis, read: dependencies(number, number % 4))
    }
    return table
  }

  /// The bytes of a manifest of a build whose table has another one's file.
  private func bytes(of build: LastBuild) -> [UInt8] {
    ManifestFile.withPieces(of: build, program: program) { pieces in pieces.flatMap(Array.init) }
  }

  private func read(_ bytes: [UInt8], program: Fingerprint? = nil, _ table: OutputTable) -> LastBuild? {
    ManifestFile.read(FrozenBytes(copying: bytes.span), program: program ?? self.program) { check in
      check == Fingerprint(value: 77) ? table : nil
    }
  }

  private func summary(_ table: OutputTable) -> [String] {
    table.entries.indices.map { position in
      let entry = table.entries[position]
      let read = table.read(by: entry).map { "\($0.identity)=\($0.value)" }
      return "\(table.string(at: position)) \(entry.content.value) \(entry.size) \(entry.modified) \(read)"
    }
  }

  /// A build that changed two files of a table of a hundred and added one.
  private var changed: LastBuild {
    var outputs = table(100)
    outputs.replace(at: 43, file(430), basis: PageBasis(settings: 5, templates: 6), read: dependencies(43, 2))
    outputs.replace(at: 7, file(70), basis: PageBasis(settings: 5, templates: 6), read: [])
    outputs.add(
      path: path(100).utf8.span, file(100), basis: PageBasis(settings: 1, templates: 2), read: dependencies(900, 3))
    var warning = Diagnostic(.warning, "record/author", "left out", path: "content/papers/a.json", line: 3, column: 9)
    warning.excerpt = "  {"
    warning.notes = [.init("and 2 times more in this file"), .init("here first", at: "b.json:1:1")]
    return LastBuild(
      outputs: outputs, table: Fingerprint(value: 77), changed: [7, 43, 100], sources: Fingerprint(value: 9),
      warnings: [warning], finished: 12)
  }

  @Test func aManifestBringsTheTableUpToDate() throws {
    let back = try #require(read(bytes(of: changed), table(100)))
    #expect(summary(back.outputs) == summary(changed.outputs))
    #expect(back.outputs.entries[43].basis.settings == 5 && back.outputs.entries[44].basis.settings == 1)
    #expect(back.warnings == changed.warnings)
    #expect(back.sources == Fingerprint(value: 9) && back.finished == 12)
    #expect(back.table == Fingerprint(value: 77) && back.changed == [7, 43, 100])
  }

  @Test func aDamagedManifestIsNone() {
    let whole = bytes(of: changed)
    #expect(read(whole, program: Fingerprint(value: 8), table(100)) == nil)
    for length in stride(from: 0, to: whole.count, by: 3) { #expect(read(Array(whole[..<length]), table(100)) == nil) }
    for index in whole.indices {
      var altered = whole
      altered[index] ^= 0x20
      #expect(read(altered, table(100)) == nil, "byte \(index)")
    }
  }

  @Test func aManifestNeedsItsTable() {
    var other = changed
    other.table = Fingerprint(value: 78)
    #expect(read(bytes(of: other), table(100)) == nil)
    #expect(read(bytes(of: changed), table(99)) == nil)
  }

  @Test func aTableIsReadBackOrNotAtAll() throws {
    let folder = try TemporaryFolder()
    let files = TableFiles(folder: FolderPlace(named: folder.path), prefix: "outputs")
    let other = try files.write(table(3))
    let check = try files.write(table(100))
    #expect(try files.write(table(100)) == check)
    #expect(files.read(check).map(summary) == summary(table(100)))
    let name = "outputs-\(check.hexadecimal)"
    let path = "\(folder.path)/\(name)"
    let whole = try #require(FileManager.default.contents(atPath: path))
    for length in stride(from: 0, to: whole.count, by: 31) {
      try Data(whole.prefix(length)).write(to: URL(fileURLWithPath: path), options: .atomic)
      #expect(files.read(check) == nil)
    }
    for index in stride(from: 0, to: whole.count, by: 29) {
      var altered = whole
      altered[index] ^= 0x20
      try altered.write(to: URL(fileURLWithPath: path), options: .atomic)
      #expect(files.read(check) == nil, "byte \(index)")
    }
    try folder.write("", to: "outputs-notatable")
    try folder.write("", to: "outputs-0123456789abcdef-0123456789abcdef")
    files.removeOthers(than: check)
    #expect(files.read(other) == nil)
    #expect(
      folder.tree() == [name, "outputs-0123456789abcdef-0123456789abcdef", "outputs-notatable"].sorted())
  }

  /// A table of which most stands in a file grows and changes as one in memory does.
  @Test func aTableInAFileGrows() throws {
    let folder = try TemporaryFolder()
    let files = TableFiles(folder: FolderPlace(named: folder.path), prefix: "outputs")
    var (stored, plain) = (try #require(files.read(try files.write(table(50)))), table(50))
    #expect(!stored.isInMemory && plain.isInMemory)
    let before = stored
    for number in [3, 49, 50, 51, 3] {
      if number < 50 {
        stored.replace(at: number, file(number * 10), basis: PageBasis(), read: dependencies(number, 5))
        plain.replace(at: number, file(number * 10), basis: PageBasis(), read: dependencies(number, 5))
      } else {
        stored.add(path: path(number).utf8.span, file(number), basis: PageBasis(), read: dependencies(2, 4))
        plain.add(path: path(number).utf8.span, file(number), basis: PageBasis(), read: dependencies(2, 4))
      }
      #expect(summary(stored) == summary(plain))
    }
    #expect(summary(before) == summary(table(50)))
    #expect(before.hasSamePaths(as: before) && !before.hasSamePaths(as: stored))
    let half = stride(from: 0, to: 52, by: 2).map { UInt32($0) }
    #expect(summary(OutputTable(half, of: stored)) == summary(OutputTable(half, of: plain)))
    var joined = table(2)
    joined.append(contentsOf: stored)
    #expect(summary(joined) == summary(table(2)) + summary(plain))
    let again = try #require(files.read(try files.write(OutputTable((0..<52).map { UInt32($0) }, of: stored))))
    #expect(summary(again) == summary(plain))
  }

  /// Bytes with the right hash are not right for that: what is in them ends nothing and makes nothing grow.
  @Test func hostileNumbersAreRefusedOrHarmless() throws {
    let folder = try TemporaryFolder()
    let files = TableFiles(folder: FolderPlace(named: folder.path), prefix: "outputs")
    let whole = StoredTable.withPieces(of: table(9)) { pieces in pieces.flatMap(Array.init) }
    var read = 0
    for place in stride(from: 0, through: whole.count - 8, by: 4) {
      for number in [0, 1, 1 << 31, UInt64(UInt32.max), 1 << 62, 1 << 63, UInt64.max - 1, .max] {
        var bytes = whole
        withUnsafeBytes(of: number.littleEndian) { bytes.replaceSubrange(place..<place + 8, with: $0) }
        guard let check = hash(ofTable: bytes) else { continue }
        let name = "\(folder.path)/outputs-\(check.hexadecimal)"
        try Data(bytes).write(to: URL(fileURLWithPath: name))
        if let table = files.read(check) {
          read += 1
          let copy = OutputTable(table.entries.indices.map { UInt32($0) }, of: table)
          #expect(copy.dependencyCount <= table.dependencyCount && summary(copy) == summary(table))
          #expect(table.entries.allSatisfy { $0.size >= 0 && $0.size <= 1 << 48 })
        }
        try FileManager.default.removeItem(atPath: name)
      }
    }
    #expect(read > 100)
  }

  private func hash(ofTable bytes: [UInt8]) -> Fingerprint? {
    bytes.withUnsafeBytes { raw in
      StoredTable.pieces(of: raw, 0..<raw.count).map { StoredTable.check(raw, $0) }
    }
  }

  @Test func manyFilesOfTheSameRowsAreNoTable() throws {
    let folder = try TemporaryFolder()
    let files = TableFiles(folder: FolderPlace(named: folder.path), prefix: "outputs")
    var bytes = StoredTable.withPieces(of: table(9)) { pieces in pieces.flatMap(Array.init) }
    // All entries become the one with three dependencies.
    let stride = MemoryLayout<OutputTable.Entry>.stride
    let last = Array(bytes[32 + 7 * stride..<32 + 8 * stride])
    for entry in 0..<9 { bytes.replaceSubrange(32 + entry * stride..<32 + (entry + 1) * stride, with: last) }
    let check = try #require(hash(ofTable: bytes))
    try Data(bytes).write(to: URL(fileURLWithPath: "\(folder.path)/outputs-\(check.hexadecimal)"))
    #expect(files.read(check) == nil)
  }

  /// Whatever stands in a manifest, with its hash put right, it is read in no time or not at all.
  @Test func aHostileManifestEndsNothing() throws {
    let whole = bytes(of: changed)
    let tableStart = whole.count - 8 - StoredTable.withPieces(of: table(0)) { $0.reduce(0) { $0 + $1.count } }
    for place in stride(from: 16, to: min(whole.count - 16, tableStart), by: 8) {
      for number in [0, 1, 1 << 31, 1 << 62, 1 << 63, UInt64.max - 1, .max] {
        var altered = whole
        withUnsafeBytes(of: number.littleEndian) { altered.replaceSubrange(place..<place + 8, with: $0) }
        guard let hash = hash(ofManifest: altered) else { continue }
        withUnsafeBytes(of: hash.littleEndian) { altered.replaceSubrange(whole.count - 8..<whole.count, with: $0) }
        let back = read(altered, table(100))
        #expect((back?.finished ?? 0) >= 0)
        #expect((back?.outputs.count ?? 0) <= 103)
      }
    }
  }

  /// The hash that a manifest must have at its end.
  private func hash(ofManifest bytes: [UInt8]) -> UInt64? {
    bytes.withUnsafeBytes { raw in
      func number(_ place: Int) -> UInt64 { raw.loadUnaligned(fromByteOffset: place, as: UInt64.self) }
      let start = 64 + min(Int(clamping: number(48)), raw.count) + min(Int(clamping: number(56)), raw.count) * 8
      let end = raw.count - 8
      guard start <= end, let pieces = StoredTable.pieces(of: raw, start..<end) else { return nil }
      return StoredTable.check(raw, [0..<start] + pieces).value
    }
  }
}
