import ByteText
import Deployment
import Testing

/// What changed between two sites.
@Suite struct SiteChangesTests {
  @Test func eachFileIsAddedChangedRemovedOrTheSame() {
    let old = Self.manifest(["a.html": "1", "b.html": "1", "c/d.css": "1", "z": "1"])
    let new = Self.manifest(["a.html": "1", "aa.html": "1", "b.html": "2", "c/d.css": "2", "c/e.css": "1"])
    let changes = SiteChanges(from: old, to: new)
    #expect(changes.added.map(\.path) == ["aa.html", "c/e.css"])
    #expect(changes.changed.map(\.path) == ["b.html", "c/d.css"])
    #expect(changes.removed.map(\.path) == ["z"])
    #expect(changes.unchanged == 1)
    #expect(changes.uploads.map(\.path) == ["c/d.css", "c/e.css", "aa.html", "b.html"], "pages come last")
    #expect(changes.size == 4)
  }

  @Test func theLinesAreThoseOfGit() {
    let changes = SiteChanges(from: Self.manifest(["b": "1", "c\n": "1"]), to: Self.manifest(["a": "1", "b": "2"]))
    var out = ByteBuffer()
    changes.appendStatus(to: &out)
    #expect(String(bytes: out.span) == "A\ta\nM\tb\nD\tc\\n\n")
  }

  @Test func theJSONHasAllListsEvenEmptyOnes() {
    let changes = SiteChanges(from: Self.manifest([:]), to: Self.manifest(["a\"": "1"]))
    var out = ByteBuffer()
    changes.appendJSON(to: &out)
    let hash = ContentHash(of: "1".utf8.span).hexadecimal
    #expect(
      String(bytes: out.span)
        == #"{"added":[{"path":"a\"","size":1,"hash":"\#(hash)"}],"changed":[],"removed":[],"unchanged":0,"bytes":1}"#
        + "\n")
  }

  @Test(arguments: 0..<20)
  func changesMakeTheOldSiteTheNewOne(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    func site() -> [String: String] {
      var files: [String: String] = [:]
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        files["\(Int.random(in: 0...30, using: &random)).html"] = "\(Int.random(in: 0...2, using: &random))"
      }
      return files
    }
    let (old, new) = (site(), site())
    let changes = SiteChanges(from: Self.manifest(old), to: Self.manifest(new))
    var result = old
    for file in changes.removed { result[file.path] = nil }
    for file in changes.uploads { result[file.path] = new[file.path] }
    #expect(result == new, "seed \(seed)")
    #expect(changes.unchanged + changes.uploads.count == new.count)
  }

  private static func manifest(_ files: [String: String]) -> SiteManifest {
    SiteManifest(
      files.map { PublishedFile(path: $0, size: $1.utf8.count, hash: ContentHash(of: $1.utf8.span)) })
  }
}

/// Random numbers that a seed determines.
private struct SplitMix: RandomNumberGenerator {
  var seed: UInt64

  mutating func next() -> UInt64 {
    seed &+= 0x9e37_79b9_7f4a_7c15
    var word = seed
    word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
    return word ^ word >> 31
  }
}
