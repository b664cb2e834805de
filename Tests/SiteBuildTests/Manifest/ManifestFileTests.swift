import ByteText
import Foundation
import Testing

@testable import SiteBuild

/// What is remembered of a build, in its two files: the table, and the manifest with what the table lacks.
@Suite struct ManifestFileTests {
  private let program = Fingerprint(value: 7)

  private func dependencies(_ number: Int, _ count: Int) -> [StoredDependency] {
    (0..<count).map {
      StoredDependency(item: Dependency(kind: .paper, owner: 0), identity: UInt64(number), value: UInt64($0))
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
      table.add(path: path(number).utf8.span, file(number), basis, dependencies(number, number % 4))
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
      let read = table.dependencies(of: entry).map { table.items[Int($0)] }.map { "\($0.identity)=\($0.value)" }
      return "\(table.string(at: position)) \(entry.content.value) \(entry.size) \(entry.modified) \(read)"
    }
  }

  /// A build that changed two files of a table of a hundred and added one.
  private var changed: LastBuild {
    var outputs = table(100)
    outputs.replace(at: 43, file(430), PageBasis(settings: 5, templates: 6), dependencies(43, 2))
    outputs.replace(at: 7, file(70), PageBasis(settings: 5, templates: 6), [])
    outputs.add(path: path(100).utf8.span, file(100), PageBasis(settings: 1, templates: 2), dependencies(900, 3))
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
    let files = TableFiles(folder: folder.path, prefix: "outputs")
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
    let files = TableFiles(folder: folder.path, prefix: "outputs")
    var (stored, plain) = (try #require(files.read(try files.write(table(50)))), table(50))
    #expect(!stored.isInMemory && plain.isInMemory)
    let before = stored
    for number in [3, 49, 50, 51, 3] {
      if number < 50 {
        stored.replace(at: number, file(number * 10), PageBasis(), dependencies(number, 5))
        plain.replace(at: number, file(number * 10), PageBasis(), dependencies(number, 5))
      } else {
        stored.add(path: path(number).utf8.span, file(number), PageBasis(), dependencies(2, 4))
        plain.add(path: path(number).utf8.span, file(number), PageBasis(), dependencies(2, 4))
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
}
