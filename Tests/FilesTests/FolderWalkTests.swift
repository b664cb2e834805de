import Files
import Foundation
import TestSupport
import Testing

/// Notes what a walk finds, as words.
private struct Finds: FolderVisitor {
  var words: [String] = []

  func skips(_ name: String, _ path: String) -> Bool { name.hasPrefix(".") }

  mutating func visit(_ path: String, _ entry: FolderWalk.Entry) {
    switch entry {
    case .file(let status): words.append("\(path) \(status.size)")
    case .unreadable: words.append("\(path) unreadable")
    default: words.append("\(path) \(entry)")
    }
  }
}

@Suite struct FolderWalkTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("12345", to: "site/papers/a.json")
    try folder.write("1", to: "site/papers/deep/er/b.json")
    try folder.write("hidden", to: "site/papers/.c/d.json")
    try folder.write("12", to: "site/archive/old.json")
    try folder.write("secret", to: "outside/key")
    try folder.write("secret", to: "site/.git/config")
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/site/papers/\(name)", withDestinationPath: target)
  }

  private func finds(_ links: FolderWalk.Links, depthLimit: Int = 32) throws -> [String] {
    var finds = Finds()
    let opened = try FileDescriptor.folder(at: "\(folder.path)/site/papers")
    FolderWalk(links: links, depthLimit: depthLimit).walk(opened, path: "papers", &finds)
    return finds.words.sorted()
  }

  private var plain: [String] {
    ["papers/a.json 5", "papers/deep folder", "papers/deep/er folder", "papers/deep/er/b.json 1"]
  }

  @Test func allButHiddenFilesAreFound() throws {
    #expect(try finds(.report) == plain)
    #expect(try finds(.report, depthLimit: 1) == ["papers/a.json 5", "papers/deep folder", "papers/deep/er tooDeep"])
  }

  @Test func linksAreReported() throws {
    try link("in", to: "../archive")
    try link("out", to: "\(folder.path)/outside")
    #expect(try finds(.report) == (plain + ["papers/in link", "papers/out link"]).sorted())
  }

  /// A link stays inside the site and away from what is hidden there, however it gets there.
  @Test func linksAreFollowedInsideOnly() throws {
    let root = RootFolder("\(folder.path)/site")
    try link("file.json", to: "../archive/old.json")
    try link("in", to: "../archive")
    try link("out", to: "../../outside")
    try link("key", to: "\(folder.path)/outside/key")
    try link("git", to: "../.git/config")
    try link("none", to: "nowhere")
    try link("self", to: "..")
    try link("again", to: "deep")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/site/way", withDestinationPath: "\(folder.path)/outside")
    try link("detour", to: "../way/key")
    #expect(
      try finds(.followInside(root))
        == (plain + [
          "papers/again repeated", "papers/detour linkOutside", "papers/file.json 2", "papers/git linkOutside",
          "papers/in/old.json 2", "papers/key linkOutside", "papers/none linkNowhere", "papers/out linkOutside",
          "papers/self linkOutside",
        ]).sorted())
  }

  @Test func namesThatAreNotUTF8AreSaid() throws {
    let name = "\(folder.path)/site/papers/".utf8CString.dropLast() + [CChar(bitPattern: 0xFF), 0]
    let file = name.withUnsafeBufferPointer { $0.baseAddress.map { fopen($0, "w") } ?? nil }
    try #require(file != nil)
    file.map { _ = fclose($0) }
    #expect(try finds(.report).contains("papers unreadableName"))
  }
}
