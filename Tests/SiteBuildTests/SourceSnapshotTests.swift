import Files
import Foundation
import Papers
import Publishing
import TestSupport
import Testing

@testable import SiteBuild

private struct SnapshotProbe {
  let folder: TemporaryFolder
  var options = BuildOptions()

  init() throws {
    folder = try TemporaryFolder()
    options.siteFolder = folder.path
    try folder.write("title: Papers\n", to: "site.yml")
    try folder.write("{}\n", to: "content/papers/a.jsonl")
    try folder.write("tag: Tag\n", to: "content/tags.yml")
    try folder.write("# About\n", to: "content/pages/about.md")
    try folder.write("p {}", to: "themes/mine/static/style.css")
  }

  /// A snapshot, as it were so long after the last change that the times are believed.
  func snapshot() -> SourceSnapshot { snapshot(now: FileClock.now + 2 * FileClock.grain) }

  func snapshot(now: Int64) -> SourceSnapshot {
    SourceSnapshot(options, records: PaperLoader(siteFolder: folder.path, jobs: 1).scan(), now: now)
  }
}

@Test func aSnapshotStaysWhereNothingChanges() throws {
  let probe = try SnapshotProbe()
  let first = probe.snapshot()
  #expect(first.fingerprint != nil)
  #expect(probe.snapshot().fingerprint == first.fingerprint)
}

@Test func everyKindOfSourceIsInTheSnapshot() throws {
  let probe = try SnapshotProbe()
  var last = probe.snapshot().fingerprint
  let edits = [
    "site.yml", "content/papers/a.jsonl", "content/papers/2026/new.json", "content/tags.yml", "content/pages/about.md",
    "themes/mine/static/style.css", "themes/mine/templates/deep/er/new.html",
  ]
  for path in edits {
    try probe.folder.write("changed", to: path)
    let next = probe.snapshot().fingerprint
    #expect(next != nil && next != last, "\(path)")
    last = next
  }
  try FileManager.default.removeItem(atPath: "\(probe.folder.path)/content/tags.yml")
  #expect(probe.snapshot().fingerprint != last)
}

@Test func whatTheUserAsksForIsInTheSnapshot() throws {
  var probe = try SnapshotProbe()
  var known = [probe.snapshot().fingerprint]
  let requests: [(inout BuildOptions) -> Void] = [
    { $0.includesDrafts = true }, { $0.force = true }, { $0.baseURL = "" }, { $0.baseURL = "https://b.example/" },
    { $0.outputFolder = "/elsewhere" }, { $0.shard = Shard("1/2") ?? .whole },
  ]
  for request in requests {
    request(&probe.options)
    let next = probe.snapshot().fingerprint
    #expect(next != nil && !known.contains(next))
    known.append(next)
  }
}

/// The second of two edits within one tick of the clock would leave size and times as they are.
@Test func aFileThatHasJustChangedIsNotBelieved() throws {
  let probe = try SnapshotProbe()
  let before = FileClock.now
  try probe.folder.write("title: Other\n", to: "site.yml")
  #expect(probe.snapshot(now: before).fingerprint == nil)
  #expect(probe.snapshot().fingerprint != nil)
}

@Test func aTimeThatWasSetBackHidesNothing() throws {
  let probe = try SnapshotProbe()
  let path = "\(probe.folder.path)/content/papers/a.jsonl"
  let date = Date(timeIntervalSince1970: 1_700_000_000)
  try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
  let before = probe.snapshot().fingerprint
  let changed = try FileDescriptor.file(at: path).status().changed
  // Until the clock of the file system has moved on.
  repeat {
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try file.write(contentsOf: Data("[]".utf8))
    try file.close()
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
  } while try FileDescriptor.file(at: path).status().changed == changed
  #expect(probe.snapshot().fingerprint != before)
}

@Test func whatALinkLeadsToIsNotBelieved() throws {
  let probe = try SnapshotProbe()
  try FileManager.default.createSymbolicLink(
    atPath: "\(probe.folder.path)/themes/mine/static/link.css", withDestinationPath: "style.css")
  #expect(probe.snapshot().fingerprint == nil)
}
