import Files
import Foundation
import Testing

@testable import Papers

private let record = #"{"id": "a", "title": "T", "abstract": "A", "published": "2024-01-02"}"#

extension TemporarySite {
  /// Makes a file of a size that takes up no room, where the file system knows such files.
  fileprivate func writeHole(of size: Int, to path: String) throws {
    try write([], to: path)
    try #require(truncate("\(folder)/\(path)", size) == 0)
  }
}

/// The sizes of files are taken for what they are, however large: up to what the file system lets them be.
@Test(arguments: [(1 << 30) + 1, 1 << 43]) func filesOverTheLimitAreNotRead(size: Int) async throws {
  let site = try TemporarySite()
  let names = ["a.json", "b.jsonl", "c.jsonl", "d.md"]
  for name in names { try site.writeHole(of: size, to: "content/papers/\(name)") }
  #expect(
    await site.diagnostics() == names.map { "content/papers/\($0):1:1: error: the file is larger than 1024 MB" })
}

/// Sizes whose sum no integer can hold: only some file systems have room for one of them.
@Test func sizesThatOverflowAreNoSizes() {
  let files = ["json", "jsonl", "jsonl"].enumerated().map { number, kind in
    ContentFile(path: "content/papers/\(number).\(kind)", size: .max, modified: 0, changed: 0, inode: 0)
  }
  #expect(LoadPlan(files).chunks.map(\.files) == [0..<3])
}

/// A link to a folder with links to a folder with links …: each folder is read once, not once for each way to it.
@Test func linksDontMultiply() async throws {
  let site = try TemporarySite(["content/papers/d0/a.json": record])
  let papers = "\(site.folder)/content/papers"
  for number in 1...40 {
    try FileManager.default.createDirectory(atPath: "\(papers)/d\(number)", withIntermediateDirectories: true)
    for name in ["x", "y"] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(papers)/d\(number)/\(name)", withDestinationPath: "../d\(number - 1)")
    }
  }
  let messages = await site.diagnostics()
  #expect(messages.count == 80 && messages.allSatisfy { $0.contains("are read already") })
}

@Test func aFolderOutsideThePapersIsReadThroughOneLink() async throws {
  let site = try TemporarySite(["archive/a.json": record, "content/papers/empty.jsonl": ""])
  for name in ["one", "two"] {
    try FileManager.default.createSymbolicLink(
      atPath: "\(site.folder)/content/papers/\(name)", withDestinationPath: "../../archive")
  }
  #expect(
    await site.diagnostics()
      == ["content/papers/two:1:1: error: the files of this folder are read already, under another name"])
}

@Test func placesAreFoundByLine() throws {
  let site = try TemporarySite()
  // Lines longer and shorter than a step of the search.
  let lines = (0..<300).map { String(repeating: "x", count: $0 * $0) }
  try site.write(Array(lines.joined(separator: "\n").utf8), to: "lines.txt")
  let numbers = LineNumbers()
  var offset = 0
  for (index, line) in lines.enumerated() {
    for place in [offset, offset + line.utf8.count] {
      #expect(numbers.line(of: place, inFileAt: "\(site.folder)/lines.txt") == index + 1)
    }
    offset += line.utf8.count + 1
  }
  #expect(numbers.line(of: .max, inFileAt: "\(site.folder)/lines.txt") == 300)
  #expect(numbers.line(of: -1, inFileAt: "\(site.folder)/lines.txt") == 1)
  #expect(numbers.line(of: 5, inFileAt: "\(site.folder)/missing.txt") == 1)
}

/// On file systems that note whole seconds, a file may change once more within them.
@Test func timesSettleLaterWhereTheyAreCoarse() {
  #expect(FileClock.settled(1_700_000_000_000_000_001) == 1_700_000_000_050_000_001)
  #expect(FileClock.settled(1_700_000_000_000_000_000) == 1_700_000_002_000_000_000)
}
