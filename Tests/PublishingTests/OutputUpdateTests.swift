import ByteText
import Files
import TestSupport
import Testing

@testable import Publishing

/// One build after the other changes a few random files, of a site of some hundreds.
@Suite struct OutputUpdateTests {
  private struct File: Equatable {
    var content: UInt64
    var read: [UInt64]
  }

  private func dependencies(_ file: File) -> [StoredDependency] {
    file.read.map { StoredDependency(identity: $0, value: $0 &* 3, kind: 1) }
  }

  private func written(_ file: File) -> WrittenFile {
    WrittenFile(content: Fingerprint(value: file.content), size: Int(file.content), modified: 1)
  }

  private func files(_ table: OutputTable) -> [String: File] {
    let pairs = table.entries.indices.map { position in
      let entry = table.entries[position]
      let read = table.read(by: entry).map(\.identity)
      return (table.string(at: position), File(content: entry.content.value, read: read))
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  @Test(arguments: [2, 5, 300]) func tableHoldsWhatTheWritersDid(changes: Int) throws {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed \(seed)")
    var random = SeededGenerator(state: seed)
    var site: [String: File] = [:]
    var table = OutputTable()
    let disk = try RememberedOutputs()
    for build in 0..<60 {
      var next = site
      for _ in 0..<(build == 0 ? 400 : changes) {
        let path = "papers/\(Int.random(in: 0..<450, using: &random))/index.html"
        let read = (0..<Int.random(in: 0..<40, using: &random)).map { _ in UInt64.random(in: 0..<900, using: &random) }
        let isRemoved = Int.random(in: 0..<5, using: &random) == 0
        next[path] = isRemoved ? nil : File(content: .random(in: 0..<1000, using: &random), read: read)
      }
      let manifest = Manifest(table)
      var logs = [OutputWriter.Log(), OutputWriter.Log()]
      var held: [(path: String, file: File)] = []
      var expected: Set<String> = []
      for (path, file) in next {
        let worker = Int.random(in: 0..<2, using: &random)
        if site[path] == file, let position = manifest.position(of: path.utf8.span) {
          logs[worker].kept.append(UInt32(position))
          continue
        }
        expected.insert(path)
        if site[path] != nil {
          held.append((path, file))
        } else {
          logs[worker].created.append(UInt32(logs[worker].settled.count))
          logs[worker].settled.add(path: path.utf8.span, written(file), basis: PageBasis(), read: dependencies(file))
        }
      }
      var update = OutputUpdate(of: manifest, logs)
      for (path, file) in held {
        update.set(path.utf8.span, written(file), basis: PageBasis(), read: dependencies(file), isWritten: true)
      }
      let result = update.finish()
      #expect(files(result.outputs) == next, "seed \(seed), build \(build)")
      #expect(
        Set(result.written.map { result.outputs.string(at: Int($0)) }) == expected, "seed \(seed), build \(build)")
      table = try disk.throughFiles(result.outputs, result.changed)
      #expect(files(table) == next, "seed \(seed), build \(build), read back")
      site = next
    }
    let live = table.entries.reduce(0) { $0 + Int($1.basis.dependencyCount) }
    #expect(table.dependencyCount <= live + live / 4 + 4096, "seed \(seed)")
  }
}

/// The table of outputs on disk, as builds leave it one after the other.
private final class RememberedOutputs {
  private let folder: TemporaryFolder
  private var last = LastBuild()

  init() throws { folder = try TemporaryFolder() }

  /// Writes a table, or what the one on disk lacks, and reads it back.
  func throughFiles(_ outputs: OutputTable, _ changed: [UInt32]?) throws -> OutputTable {
    let files = TableFiles(folder: FolderPlace(named: folder.path), prefix: "outputs")
    var build = LastBuild(outputs: outputs, table: last.table)
    if let changed, last.table != nil {
      build.changed = Set(last.changed).union(changed).sorted()
    } else {
      let all = outputs.entries.indices.map { UInt32($0) }
      build.table = try files.write(outputs.isInMemory ? outputs : OutputTable(all, of: outputs))
    }
    let program = Fingerprint(value: 1)
    let bytes = ManifestFile.withPieces(of: build, program: program) { pieces in pieces.flatMap(Array.init) }
    let file = FrozenBytes(copying: bytes.span)
    last = try #require(ManifestFile.read(file, program: program) { files.read($0) })
    return last.outputs
  }
}

private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
