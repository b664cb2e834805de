import ByteText
import Files
import Foundation
import TestSupport
import Testing

@Suite struct NamedFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func aFileIsReplacedAndALinkWrittenThrough() throws {
    let path = "\(folder.path)/report.json"
    try NamedFile.write("first", to: path)
    try NamedFile.write("2", to: path)
    #expect(folder.read("report.json") == "2")
    try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/link", withDestinationPath: "report.json")
    try NamedFile.write("through", to: "\(folder.path)/link")
    #expect(folder.read("report.json") == "through")
    #expect(folder.tree() == ["link", "report.json"])
  }

  @Test func aRefusalSaysWhatAndWhy() {
    let path = "\(folder.path)/missing/report.json"
    do throws(SystemFailure) {
      try NamedFile.write("", to: path)
      Issue.record("written")
    } catch {
      #expect(error.reason == .missing && "\(error)" == "can't write \(path): No such file or directory")
    }
  }

  @Test func aPlaceSetsAsideWhatIsNoFileOfItsOwn() throws {
    let place = FolderPlace(named: folder.path)
    try folder.write("mine", to: "lock/file")
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/list/empty", withIntermediateDirectories: true)
    _ = try place.openOrCreate("lock")
    let bytes = Array("new".utf8)
    try bytes.span.withUnsafeBytes { bytes throws(SystemFailure) in try place.replace("list", with: [bytes]) }
    #expect(folder.read("list") == "new" && folder.read("lock") == "")
    let aside = folder.tree().filter { $0.hasPrefix("set-aside-") && !$0.hasSuffix("/") }
    #expect(aside.count == 1 && aside.allSatisfy { folder.read($0) == "mine" })
  }

  @Test func onlyFilesUpToALimitAreReadable() throws {
    try folder.write("12345", to: "file")
    let path = "\(folder.path)/file"
    let (whole, part) = (try ReadableFile.content(of: path), try ReadableFile.content(of: path, limit: 2))
    #expect(whole.bytes.count == 5 && part.bytes.count == 2)
    #expect(throws: ReadableFile.Failure.self) { _ = try ReadableFile(path: path, upTo: 4).size() }
    #expect(throws: ReadableFile.Failure.self) { _ = try ReadableFile.content(of: folder.path) }
  }
}
