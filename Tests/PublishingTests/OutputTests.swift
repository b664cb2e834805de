import ByteText
import Files
import Foundation
import TestSupport
import Testing

@testable import Publishing

/// The output folder through one build after the other, each a list of files.
private struct OutputProbe {
  let folder: TemporaryFolder
  var manifest: Manifest?

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: "\(folder.path)/public", withIntermediateDirectories: true)
  }

  func writerLog(
    _ files: KeyValuePairs<String, String>, begun: Set<String>? = nil, listed: Set<String>? = nil, force: Bool = false
  ) throws -> (OutputFolder, Spool, OutputWriter.Log) {
    try writerLog(files.map { ($0, Array($1.utf8)) }, begun: begun, listed: listed, force: force)
  }

  func writerLog(
    _ files: [(String, [UInt8])], begun: Set<String>? = nil, listed: Set<String>? = nil, force: Bool = false,
    spoolLimit: Int = 1 << 20
  ) throws -> (OutputFolder, Spool, OutputWriter.Log) {
    let output = try OutputFolder(
      FolderPlace(named: "\(folder.path)/public"), manifest: manifest, begun: begun, listed: listed, force: force)
    let spool = Spool(temporaryFolder: FolderPlace(named: folder.path), limit: spoolLimit)
    var writer = try OutputWriter(output, spool: spool)
    for (path, bytes) in files { try writer.emit(path.utf8.span, bytes.span) }
    return (output, spool, writer.finish())
  }

  mutating func build(
    _ files: KeyValuePairs<String, String>, begun: Set<String>? = nil, spoolLimit: Int = 1 << 20
  ) throws -> OutputCommit.Changes {
    try build(files.map { ($0, Array($1.utf8)) }, begun: begun, spoolLimit: spoolLimit)
  }

  mutating func build(
    _ files: [(String, [UInt8])], begun: Set<String>? = nil, spoolLimit: Int = 1 << 20
  ) throws -> OutputCommit.Changes {
    let (output, spool, log) = try writerLog(files, begun: begun, spoolLimit: spoolLimit)
    #expect(log.foreign.isEmpty)
    let changes = try OutputCommit(output, spool: spool, logs: [log]).apply()
    manifest = Manifest(changes.outputs)
    return changes
  }
}

@Test func firstBuildWritesEveryFile() throws {
  var probe = try OutputProbe()
  let changes = try probe.build(["index.html": "home", "papers/a/index.html": "a"])
  #expect(changes.files.paths == ["index.html", "papers/a/index.html"])
  #expect(probe.folder.tree("public") == ["index.html", "papers/", "papers/a/", "papers/a/index.html"])
  #expect(probe.folder.read("public/papers/a/index.html") == "a")
}

/// Whoever wrote the list of files that a build may have made: nothing above the output folder is removed for it.
@Test func pathsThatLeadOutAreNotFollowed() throws {
  var probe = try OutputProbe()
  for name in ["empty/folder", "public/a"] {
    try FileManager.default.createDirectory(atPath: "\(probe.folder.path)/\(name)", withIntermediateDirectories: true)
  }
  try probe.folder.write("not ours", to: "outside")
  let begun: Set = ["..", ".", "", "a/..", "a/../..", "../outside", "../empty/folder", "/", "a//b", "./a"]
  let changes = try probe.build(["index.html": "home"], begun: begun)
  #expect(changes.removed == [])
  let tree = probe.folder.tree()
  #expect(tree.contains("empty/folder/") && tree.contains("outside") && tree.contains("public/index.html"))
}

@Test func unchangedFilesKeepTheirTimes() throws {
  var probe = try OutputProbe()
  _ = try probe.build(["index.html": "home", "a/index.html": "old"])
  let path = "\(probe.folder.path)/public/index.html"
  let before = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
  let changes = try probe.build(["index.html": "home", "a/index.html": "newer"])
  #expect(changes.files.paths == ["a/index.html"])
  #expect(changes.outputs.count == 2)
  #expect(try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date == before)
  #expect(probe.folder.read("public/a/index.html") == "newer")
}

/// Two texts of one size and one fingerprint, which can be made: the file has the new bytes all the same.
@Test func aForgedFingerprintHidesNoChange() throws {
  var probe = try OutputProbe()
  let zero = withUnsafeBytes(of: UInt64(0xa076_1d64_78bd_642f).littleEndian, Array.init)
  let texts = ["good one", "evil one"].map { zero + Array($0.utf8) }
  let fingerprints = texts.map { Fingerprint(of: $0.span) }
  try #require(fingerprints[0] == fingerprints[1])
  for text in texts {
    let changes = try probe.build([("file.bin", text)])
    #expect(changes.files.paths == ["file.bin"])
    #expect(FileManager.default.contents(atPath: "\(probe.folder.path)/public/file.bin") == Data(text))
  }
}

@Test func aShorterPageLosesItsTail() throws {
  var probe = try OutputProbe()
  _ = try probe.build(["a/index.html": "a long page"])
  _ = try probe.build(["a/index.html": "short"])
  #expect(probe.folder.read("public/a/index.html") == "short")
}

@Test func vanishedPagesGoWithTheirEmptyFolders() throws {
  var probe = try OutputProbe()
  _ = try probe.build(["index.html": "home", "papers/a/index.html": "a", "papers/b/index.html": "b"])
  try probe.folder.write("mine", to: "public/papers/b/notes.txt")
  let changes = try probe.build(["index.html": "home"])
  #expect(changes.removed == ["papers/a/index.html", "papers/b/index.html"])
  #expect(probe.folder.tree("public") == ["index.html", "papers/", "papers/b/", "papers/b/notes.txt"])
}

@Test func nothingChangesBeforeTheCommit() throws {
  var probe = try OutputProbe()
  _ = try probe.build(["index.html": "old"])
  let (output, spool, log) = try probe.writerLog(["index.html": "new", "new/page/index.html": "x"])
  #expect(probe.folder.read("public/index.html") == "old")
  let commit = try OutputCommit(output, spool: spool, logs: [log])
  commit.rollBack()
  #expect(probe.folder.tree("public") == ["index.html"])
  #expect(probe.folder.read("public/index.html") == "old")
}

@Test func aLargeSpoolGoesThroughAFile() throws {
  var probe = try OutputProbe()
  let old = String(repeating: "a", count: 1000)
  let new = String(repeating: "b", count: 1000)
  _ = try probe.build(["1/index.html": old, "2/index.html": old, "3.xml": old])
  _ = try probe.build(["1/index.html": new, "2/index.html": new + "c", "3.xml": new], spoolLimit: 10)
  #expect(probe.folder.read("public/1/index.html") == new)
  #expect(probe.folder.read("public/2/index.html") == new + "c")
  #expect(probe.folder.read("public/3.xml") == new)
  #expect(
    probe.folder.tree() == [
      "public/", "public/1/", "public/1/index.html", "public/2/", "public/2/index.html", "public/3.xml",
    ])
}

@Test func filesOfOthersAreNotOverwritten() throws {
  var probe = try OutputProbe()
  _ = try probe.build(["index.html": "home"])
  try probe.folder.write("mine", to: "public/about/index.html")
  let (_, _, log) = try probe.writerLog(["index.html": "home", "about/index.html": "page"])
  #expect(log.foreign == ["about/index.html"])
  #expect(probe.folder.read("public/about/index.html") == "mine")
  let (_, spool, forced) = try probe.writerLog(["about/index.html": "page"], force: true)
  #expect(forced.foreign.isEmpty)
  #expect(spool.items.map(\.path) == ["about/index.html"])
}

@Test func withoutAManifestTheSitesOwnAddressesAreItsOwn() throws {
  var probe = try OutputProbe()
  try probe.folder.write("from an older build", to: "public/index.html")
  try probe.folder.write("mine", to: "public/CNAME")
  let changes = try probe.build(["index.html": "home"])
  #expect(changes.files.paths == ["index.html"])
  #expect(changes.removed.isEmpty)
  #expect(probe.folder.read("public/CNAME") == "mine")
}

@Test func aFileEditedByHandIsMended() throws {
  var probe = try OutputProbe()
  _ = try probe.build(["index.html": "home"])
  try probe.folder.write("hand", to: "public/index.html")
  let changes = try probe.build(["index.html": "home"])
  #expect(changes.files.paths == ["index.html"])
  #expect(probe.folder.read("public/index.html") == "home")
}

@Test func noLinkLeadsOutOfTheOutputFolder() throws {
  let probe = try OutputProbe()
  try FileManager.default.createDirectory(atPath: "\(probe.folder.path)/outside", withIntermediateDirectories: true)
  try FileManager.default.createSymbolicLink(
    atPath: "\(probe.folder.path)/public/papers", withDestinationPath: "\(probe.folder.path)/outside")
  let (_, spool, log) = try probe.writerLog(["papers/a/index.html": "a"])
  #expect(log.blocked == ["papers"])
  #expect(spool.items.isEmpty)
  #expect(probe.folder.tree("outside").isEmpty)
}

@Test func aLinkInThePlaceOfAFolderOfTheSiteGivesWay() throws {
  var probe = try OutputProbe()
  _ = try probe.build(["papers/a/index.html": "a"])
  try FileManager.default.moveItem(atPath: "\(probe.folder.path)/public/papers", toPath: "\(probe.folder.path)/outside")
  try FileManager.default.createSymbolicLink(
    atPath: "\(probe.folder.path)/public/papers", withDestinationPath: "\(probe.folder.path)/outside")
  _ = try probe.build(["papers/a/index.html": "b"])
  #expect(probe.folder.read("public/papers/a/index.html") == "b")
  #expect(probe.folder.read("outside/a/index.html") == "a")
}

@Test func aFileWithASecondNameKeepsItsBytesThere() throws {
  var probe = try OutputProbe()
  _ = try probe.build(["a/index.html": "old"])
  try FileManager.default.linkItem(
    atPath: "\(probe.folder.path)/public/a/index.html", toPath: "\(probe.folder.path)/backup.html")
  _ = try probe.build(["a/index.html": "new"])
  #expect(probe.folder.read("public/a/index.html") == "new")
  #expect(probe.folder.read("backup.html") == "old")
}

@Test func withoutAManifestTheListOfFilesSaysWhatIsOwned() throws {
  var probe = try OutputProbe()
  _ = try probe.build(["index.html": "home", "a/index.html": "a"])
  probe.manifest = nil
  try probe.folder.write("mine", to: "public/b/index.html")
  let (output, _, log) = try probe.writerLog(
    ["index.html": "new home", "b/index.html": "b"], listed: ["index.html", "a/index.html"])
  #expect(log.foreign == ["b/index.html"])
  let isKnown = output.isKnown("a/index.html".utf8.span)
  #expect(isKnown)
}

@Test func aListOfPathsIsReadBackOrNotAtAll() throws {
  let folder = try TemporaryFolder()
  #expect(PathList.read("\(folder.path)/list") == .missing)
  var list = PathList()
  for path in ["index.html", "papers/a b/index.html", "line\nbreak"] { list.append(path.utf8.span) }
  try list.replace("list", in: FolderPlace(named: folder.path))
  #expect(PathList.read("\(folder.path)/list") == .paths(["index.html", "papers/a b/index.html", "line\nbreak"]))
  let whole = try #require(FileManager.default.contents(atPath: "\(folder.path)/list"))
  for length in 0..<whole.count {
    try whole.prefix(length).write(to: URL(fileURLWithPath: "\(folder.path)/list"))
    #expect(PathList.read("\(folder.path)/list") == .damaged)
  }
}

@Test func noPathLeadsUpwards() throws {
  let probe = try OutputProbe()
  let output = try OutputFolder(
    FolderPlace(named: "\(probe.folder.path)/public"), manifest: nil, begun: nil, force: false)
  try probe.folder.write("kept", to: "outside.txt")
  var cursor = FolderCursor(root: try output.open())
  var error: FileError?
  do throws(FileError) { try cursor.enter(folderOf: "../outside.txt".utf8.span, creating: false) } catch let refused {
    error = refused
  }
  #expect(error == .missing)
}

@Test func aPageMayBecomeAFolder() throws {
  var probe = try OutputProbe()
  _ = try probe.build(["a": "file"])
  _ = try probe.build(["a/index.html": "page"])
  #expect(probe.folder.read("public/a/index.html") == "page")
  _ = try probe.build(["a": "file"])
  #expect(probe.folder.read("public/a") == "file")
}

@Test func whatACutOffBuildMadeIsOwned() throws {
  var probe = try OutputProbe()
  _ = try probe.build(["index.html": "home"])
  try probe.folder.write("half", to: "public/a/index.html")
  try probe.folder.write("half", to: "public/b/index.html")
  let changes = try probe.build(
    ["index.html": "home", "a/index.html": "whole"], begun: ["a/index.html", "b/index.html"])
  #expect(changes.files.paths == ["a/index.html"])
  #expect(changes.removed == ["b/index.html"])
  #expect(probe.folder.tree("public") == ["a/", "a/index.html", "index.html"])
}
