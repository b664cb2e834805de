import ByteText
import Files
import Foundation
import TestSupport
import Testing

/// What the body was refused with, or nil.
private func refusal(_ body: () throws(FileError) -> Void) -> FileError? {
  do throws(FileError) {
    try body()
    return nil
  } catch { return error }
}

@Suite struct FileDescriptorTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("outside", to: "outside/file")
    try folder.write("old", to: "in/a/file")
    for (name, target) in [("in/link", "../outside/file"), ("in/way", "../outside")] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder.path)/\(name)", withDestinationPath: target)
    }
  }

  private func opened() throws -> FileDescriptor { try FileDescriptor.folder(at: "\(folder.path)/in") }

  @Test func noNameLeadsThroughALink() throws {
    let opened = try opened()
    #expect(refusal { () throws(FileError) in _ = try opened.folder(PathName("way")) }?.isNoFolder == true)
    #expect(refusal { () throws(FileError) in _ = try opened.folder(below: "way/".utf8.span) }?.isNoFolder == true)
    #expect(refusal { () throws(FileError) in _ = try opened.file(PathName("link")) } != nil)
    #expect(refusal { () throws(FileError) in _ = try opened.overwrite(PathName("link")) } != nil)
    #expect(refusal { () throws(FileError) in _ = try opened.openOrCreate(PathName("link")) } != nil)
    #expect(refusal { () throws(FileError) in _ = try opened.create(PathName("link")) } == .exists)
    #expect(try opened.status(of: PathName("link")).kind == .link)
    #expect(try opened.folder(below: "a".utf8.span).status(of: PathName("file")).size == 3)
  }

  @Test func aReplacedLinkLeavesWhatItLedTo() throws {
    let opened = try opened()
    let bytes = Array("new".utf8)
    try bytes.span.withUnsafeBytes { bytes throws(FileError) in
      _ = try opened.replaceAtomically(PathName("link"), with: [bytes], through: opened)
    }
    #expect(folder.read("in/link") == "new" && folder.read("outside/file") == "outside")
    #expect(folder.tree("in") == ["a/", "a/file", "link", "way/"])
  }

  @Test func whatCantBeReplacedLeavesNothingBehind() throws {
    let opened = try opened()
    let error = refusal { () throws(FileError) in
      _ = try opened.replaceAtomically(PathName("a"), with: [], through: opened)
    }
    #expect(error == .isFolder)
    #expect(folder.tree("in") == ["a/", "a/file", "link", "way/"])
  }

  @Test func aRangeEndsWithTheFile() throws {
    let file = try opened().folder(PathName("a")).openOrCreate(PathName("file"))
    var bytes = ByteBuffer()
    try file.read(1..<100, into: &bytes)
    #expect(String(bytes: bytes.span) == "ld")
    let more = Array("er".utf8)
    try more.span.withUnsafeBytes { bytes throws(FileError) in try file.write(bytes, at: 3) }
    #expect(folder.read("in/a/file") == "older")
  }

  @Test func aLockIsHeldUntilItsFileIsClosed() throws {
    let second = try opened()
    do {
      let first = try opened()
      try first.lock()
      #expect(refusal { () throws(FileError) in try second.lock() } == .locked)
    }
    #expect(refusal { () throws(FileError) in try second.lock() } == nil)
  }

  @Test func aTemporaryFileHasNoName() throws {
    let opened = try opened()
    let file = try FileDescriptor.temporary(in: opened)
    try file.write("text".utf8.span)
    var bytes = ByteBuffer()
    try file.read(0..<4, into: &bytes)
    #expect(String(bytes: bytes.span) == "text")
    #expect(folder.tree("in") == ["a/", "a/file", "link", "way/"])
  }
}

@Suite struct PathTests {
  @Test func componentsResolveWhatIsThere() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "real/file")
    try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/link", withDestinationPath: "real")
    let real = Paths.components(of: "\(folder.path)/real")
    #expect(Paths.components(of: "\(folder.path)/link/./x/../missing/y") == real + ["missing", "y"])
    #expect(Paths.components(of: "\(folder.path)/link/") == real)
    #expect(Paths.resolved("\(folder.path)/missing") == nil)
  }

  @Test func whatTheProgramNamesMayBeNoLink() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "real/file")
    try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/public", withDestinationPath: "real")
    let own = FolderPlace(ownName: "public", in: folder.path)
    #expect(own.isForbiddenLink && !FolderPlace(named: "\(folder.path)/public").isForbiddenLink)
    #expect(refusal { () throws(FileError) in _ = try own.open() }?.isNoFolder == true)
    #expect(throws: SystemFailure.self) { try own.make() }
    #expect(throws: SystemFailure.self) { try own.replace("file", with: []) }
    #expect(refusal { () throws(FileError) in _ = try FolderPlace(named: own.path).open() } == nil)
  }
}
