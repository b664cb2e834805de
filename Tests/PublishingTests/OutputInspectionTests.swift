import ByteText
import Files
import Foundation
import TestSupport
import Testing

@testable import Publishing

/// An output folder of some files and what a build would remember of them.
private struct InspectionProbe {
  let folder: TemporaryFolder
  private(set) var table = OutputTable()

  init() throws {
    folder = try TemporaryFolder()
    for number in 0..<1500 { try folder.write("page \(number)", to: "papers/\(number / 100)/\(number)/index.html") }
    try folder.write("home", to: "index.html")
    let opened = try FileDescriptor.folder(at: folder.path)
    for path in folder.tree().filter({ !$0.hasSuffix("/") }) {
      let status = try opened.status(of: PathName(path))
      let content = Fingerprint(of: Array((folder.read(path) ?? "").utf8).span)
      table.add(path: path.utf8.span, WrittenFile(content, status), basis: PageBasis(), read: [])
    }
  }

  /// - Parameters:
  ///   - finished: when the build was finished that wrote the files.
  ///   - now: what time it is.
  func finds(finished: Int64 = 0, now: Int64 = .max) async -> Bool {
    #expect(table.count == 1501)
    let inspection = OutputInspection(
      LastBuild(outputs: table, finished: finished), in: FolderPlace(named: folder.path), now: now)
    let (alone, together) = (await inspection.finds(jobs: 1), await inspection.finds(jobs: 3))
    #expect(alone == together)
    return together
  }

  /// What a look at one file after the other finds while a build is being prepared, by path.
  func look(finished: Int64, with inspection: EarlyInspection = EarlyInspection()) async -> [String: Bool] {
    let last = LastBuild(outputs: table, finished: finished)
    let files = await inspection.look(at: last, in: FolderPlace(named: folder.path), now: .max)
    return table.entries.indices.reduce(into: [:]) { found, position in
      found[table.string(at: position)] = files[position]
    }
  }
}

@Test func filesAsTheyWereWrittenAreFound() async throws {
  let probe = try InspectionProbe()
  #expect(await probe.finds())
}

@Test func aFileThatIsNotAsItWasWrittenIsFoundOut() async throws {
  let edits: [(TemporaryFolder) throws -> Void] = [
    { try $0.write("longer than it was", to: "papers/7/701/index.html") },
    { try $0.write("page 701", to: "papers/7/701/index.html") },
    { try FileManager.default.removeItem(atPath: "\($0.path)/papers/7/701/index.html") },
    { try FileManager.default.removeItem(atPath: "\($0.path)/papers") },
    { folder in
      try FileManager.default.moveItem(atPath: "\(folder.path)/papers/7", toPath: "\(folder.path)/moved")
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder.path)/papers/7", withDestinationPath: "\(folder.path)/moved")
    },
    // Late among many, where the folder around them is listed.
    { folder in
      try FileManager.default.moveItem(atPath: "\(folder.path)/papers/7/799", toPath: "\(folder.path)/moved")
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder.path)/papers/7/799", withDestinationPath: "\(folder.path)/moved")
    },
    { try FileManager.default.removeItem(atPath: $0.path) },
  ]
  for edit in edits {
    let probe = try InspectionProbe()
    usleep(20_000)
    let finished = FileClock.now
    try edit(probe.folder)
    #expect(await !probe.finds())
    #expect(await !probe.finds(finished: finished))
  }
}

/// An early look says of each file whether it is as it was written, and of none when it came too late.
@Test func anEarlyLookTellsOfEachFile() async throws {
  let probe = try InspectionProbe()
  let finished = FileClock.now + 2 * FileClock.grain
  #expect(await probe.look(finished: finished).values.filter { $0 }.count == 1501)
  let (other, gone) = ("papers/3/301/index.html", "papers/7/701/index.html")
  try probe.folder.write("longer than it was", to: other)
  try FileManager.default.removeItem(atPath: "\(probe.folder.path)/\(gone)")
  let found = await probe.look(finished: finished)
  #expect(found.count == 1501)
  #expect(found.filter { !$0.value }.keys.sorted() == [other, gone])
  let ended = EarlyInspection()
  ended.end()
  #expect(await probe.look(finished: finished, with: ended).isEmpty)
}

/// What stands in a large folder that nobody has touched since the build is not looked at again.
@Test func foldersAreBelievedUntilTheyAreTouched() async throws {
  let probe = try InspectionProbe()
  let folder = probe.folder.path
  try FileManager.default.moveItem(atPath: "\(folder)/papers/7/799", toPath: "\(folder)/moved")
  try FileManager.default.createSymbolicLink(
    atPath: "\(folder)/papers/7/799", withDestinationPath: "\(folder)/moved")
  let touched = FileClock.now
  #expect(await probe.finds(finished: touched + 2 * FileClock.grain))
  // The clock was set back since.
  #expect(await !probe.finds(finished: touched + 2 * FileClock.grain, now: touched))
  #expect(await !probe.finds(finished: touched))
  #expect(await !probe.finds(finished: touched - 2 * FileClock.grain))
}

/// Whoever sets the time of a file back leaves the time at which something of it was changed.
@Test func aTimeThatWasSetBackIsFoundOut() async throws {
  let probe = try InspectionProbe()
  let path = "\(probe.folder.path)/papers/7/701/index.html"
  let modified = try #require(FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date)
  let finished = FileClock.now
  var status = stat()
  try #require(stat(path, &status) == 0)
  repeat {
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try file.write(contentsOf: Data("PAGE 701".utf8))
    try file.close()
    var times = [status.st_atim, status.st_mtim]
    try #require(utimensat(AT_FDCWD, path, &times, 0) == 0)
  } while try FileDescriptor.file(at: path).status().changed <= finished
  #expect(try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date == modified)
  #expect(await !probe.finds(finished: finished))
  #expect(await !probe.finds())
  #expect(await probe.look(finished: finished).filter { !$0.value }.count == 1)
}
