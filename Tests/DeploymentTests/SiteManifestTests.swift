import ByteText
import Deployment
import TestSupport
import Testing

/// What a list of files says, and what it says when it is read again.
@Suite struct SiteManifestTests {
  private let files = [
    PublishedFile(path: "index.html", size: 5, hash: ContentHash(of: "index".utf8.span)),
    PublishedFile(path: "a b/ü.txt", size: 0, hash: ContentHash(of: "".utf8.span)),
    PublishedFile(path: "odd\\n\n\r name", size: 3, hash: ContentHash(of: "odd".utf8.span)),
  ]

  @Test func aManifestReadsBackAsItWas() throws {
    let manifest = SiteManifest(files)
    #expect(try Self.reading(Self.text(of: manifest)) == manifest)
    #expect(manifest.files.map(\.path) == ["a b/ü.txt", "index.html", "odd\\n\n\r name"])
    #expect(manifest.size == 8)
  }

  @Test func anEmptySiteHasAManifest() throws {
    #expect(Self.text(of: SiteManifest([])) == "# sitegen manifest 1: 0 files, 0 bytes\n")
    #expect(try Self.reading("# sitegen manifest 1: 0 files, 0 bytes\n") == SiteManifest([]))
  }

  @Test(arguments: [
    ("", "manifest:1:1: no manifest"),
    ("index.html\n", "manifest:1:1: no manifest"),
    ("# sitegen manifest 2: 0 files\n", "manifest:1:1: no manifest"),
    ("# sitegen manifest 1: 2 files, 0 bytes\ncae66941d9efbd404e4d88758ea67670 0 a\n", "manifest:1:1: cut off"),
    ("# sitegen manifest 1: 1 files, 0 bytes\ncae6 0 a\n", "manifest:2:1: names no file"),
    ("# sitegen manifest 1: 1 files, 0 bytes\ncae66941d9efbd404e4d88758ea67670 -1 a\n", "manifest:2:1: names no file"),
    (
      "# sitegen manifest 1: 1 files, 0 bytes\ncae66941d9efbd404e4d88758ea67670 0 a\\x\n", "manifest:2:1: names no file"
    ),
    (
      "# sitegen manifest 1: 2 files, 0 bytes\ncae66941d9efbd404e4d88758ea67670 0 a\n"
        + "cae66941d9efbd404e4d88758ea67670 0 a\n", "manifest:3:1: names no file"
    ),
  ])
  func whatIsNoManifestIsRefusedAtItsPlace(_ text: String, _ expected: String) {
    let error = #expect(throws: Diagnostics.self) { try Self.reading(text) }
    let first = error?.list.first
    let place = expected.split(separator: " ")[0].dropLast()
    let words = expected.split(separator: " ").dropFirst().joined(separator: " ")
    #expect(first?.place == String(place))
    #expect(first?.message.contains(words) == true, "\(first?.message ?? "")")
  }

  @Test func aFileThatIsNoListAtAllGivesFewDiagnostics() {
    let text = "# sitegen manifest 1: 9 files, 0 bytes\n" + String(repeating: "nonsense\n", count: 10_000)
    let error = #expect(throws: Diagnostics.self) { try Self.reading(text) }
    #expect(error?.list.count == 20)
  }

  @Test func theHashesAreThoseOfB2sum() throws {
    // printf index | b2sum -l 128
    #expect(ContentHash(of: "index".utf8.span).hexadecimal == "7d951046db62274b73ea3ed0e9b0bb51")
    #expect(ContentHash(hexadecimal: "7d951046db62274b73ea3ed0e9b0bb51") == ContentHash(of: "index".utf8.span))
    for wrong in ["", "7d95", "7d951046db62274b73ea3ed0e9b0bb5g", "7d951046db62274b73ea3ed0e9b0bb51a"] {
      #expect(ContentHash(hexadecimal: wrong) == nil)
    }
  }

  @Test func aFolderIsListedWithoutFollowingLinks() async throws {
    let folder = try TemporaryFolder()
    try folder.write("index", to: "public/index.html")
    try folder.write("[]", to: "public/api/papers.json")
    try folder.write("secret", to: "elsewhere/key")
    try folder.link("public/link", to: "\(folder.path)/elsewhere")
    let scan = try await SiteManifest.scan("\(folder.path)/public")
    #expect(scan.manifest.files.map(\.path) == ["api/papers.json", "index.html"])
    #expect(scan.manifest.files.last == files[0])
    #expect(scan.warnings.map(\.path) == ["\(folder.path)/public/link"])
  }

  static func text(of manifest: SiteManifest) -> String {
    var out = ByteBuffer()
    manifest.append(to: &out)
    return String(bytes: out.span)
  }

  static func reading(_ text: String) throws(Diagnostics) -> SiteManifest {
    try SiteManifest(reading: SourceFile(path: "manifest", text: FrozenBytes(copying: text.utf8.span)))
  }
}
