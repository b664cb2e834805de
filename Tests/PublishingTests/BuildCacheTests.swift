import ByteText
import Files
import Foundation
import TestSupport
import Testing

@testable import Publishing

/// Builds of lists of files, one after the other, each of which is remembered as those of a site are.
private struct CacheProbe {
  let folder: TemporaryFolder
  var usesCache = true
  var output = "site/public"

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("", to: "site/site.yml")
    try place.cache.make()
  }

  var place: BuildPlace {
    BuildPlace(
      siteFolder: "\(folder.path)/site", output: FolderPlace(named: "\(folder.path)/\(output)"),
      cache: FolderPlace(ownName: ".sitegen", in: "\(folder.path)/site"), usesCache: usesCache,
      program: Fingerprint(value: 1))
  }

  /// Builds some files.
  ///
  /// - Parameter endsEarly: whether the power fails before anything is replaced.
  /// - Returns: the paths that were removed.
  @discardableResult
  func build(_ files: [String: String], sources: UInt64 = 1, endsEarly: Bool = false) throws -> [String] {
    let cache = BuildCache(place)
    let output = try cache.outputFolder(cache.manifest(), InspectedFiles(), force: false)
    var paths = OutputPaths()
    for path in files.keys.sorted() { paths.append(path.utf8.span) }
    try cache.begin(paths, output)
    let spool = Spool(temporaryFolder: cache.temporaryFolder)
    var writer = try OutputWriter(output, spool: spool)
    for (path, text) in files.sorted(by: { $0.key < $1.key }) { try writer.emit(path.utf8.span, text.utf8.span) }
    let log = writer.finish()
    #expect(log.foreign == [] && log.blocked == [])
    if endsEarly { return [] }
    let changes = try OutputCommit(output, spool: spool, logs: [log]).apply()
    let build = LastBuild(outputs: changes.outputs, sources: Fingerprint(value: sources), finished: FileClock.now)
    try cache.end(build, changed: changes.changed, in: output)
    return changes.removed
  }

  var files: [String] { folder.tree(output).filter { !$0.hasSuffix("/") } }
}

@Suite struct BuildCacheTests {
  @Test func whatIsGoneIsRemoved() throws {
    let probe = try CacheProbe()
    try probe.build(["index.html": "home", "a/index.html": "a"])
    #expect(try probe.build(["index.html": "home"]) == ["a/index.html"])
    #expect(probe.files == ["index.html"])
    #expect(BuildCache(probe.place).last?.outputs.count == 1)
  }

  @Test func whatABuildThatWasCutOffMadeIsRemoved() throws {
    let probe = try CacheProbe()
    try probe.build(["index.html": "home"])
    try probe.build(["index.html": "home", "a/index.html": "a"], endsEarly: true)
    #expect(probe.files == ["a/index.html", "index.html"])
    #expect(try probe.build(["index.html": "home"]) == ["a/index.html"])
  }

  @Test func anotherProgramBelievesTheListOnly() throws {
    let probe = try CacheProbe()
    try probe.build(["index.html": "home", "a/index.html": "a"])
    for name in ["manifest", "files"] {
      try probe.folder.write("of another version", to: "site/.sitegen/\(name)")
      #expect(BuildCache(probe.place).last == nil)
    }
    #expect(try probe.build(["index.html": "home"]) == ["a/index.html"])
  }

  /// Files of a kind that nobody expects are no reason not to build.
  @Test func whateverIsInPlaceOfAFileGivesWay() throws {
    let probe = try CacheProbe()
    try probe.build(["index.html": "home", "a/index.html": "a"])
    for name in ["manifest", "journal", ".sitegen-new"] {
      try? FileManager.default.removeItem(atPath: "\(probe.folder.path)/site/.sitegen/\(name)")
      try probe.folder.write("mine", to: "site/.sitegen/\(name)/file")
    }
    #expect(try probe.build(["index.html": "home"]) == ["a/index.html"])
    let kept = probe.folder.tree("site/.sitegen").filter { $0.hasPrefix("set-aside-") && $0.hasSuffix("/file") }
    #expect(kept.count == 3)
    #expect(BuildCache(probe.place).last?.outputs.count == 1)
  }

  @Test func onlyTheSameSourcesAreTheSame() throws {
    let probe = try CacheProbe()
    try probe.build(["index.html": "home"])
    var census = SourceCensus()
    census.add("other")
    let snapshot = SourceSnapshot(census)
    let isSame = BuildCache(probe.place).isOf(snapshot)
    #expect(!isSame && !BuildCache.mayBeOf(snapshot, probe.place))
    let fingerprint = try #require(snapshot.fingerprint)
    try probe.build(["index.html": "home"], sources: fingerprint.value)
    #expect(BuildCache(probe.place).isOf(snapshot) && BuildCache.mayBeOf(snapshot, probe.place))
    // A build that was cut off is like no other.
    try probe.build(["a/index.html": "a"], endsEarly: true)
    #expect(!BuildCache(probe.place).isOf(snapshot))
  }

  @Test func aBuildThatRemembersNothingLeavesAList() throws {
    var probe = try CacheProbe()
    try probe.build(["index.html": "home", "a/index.html": "a"])
    probe.usesCache = false
    try probe.build(["index.html": "home", "b/index.html": "b"])
    probe.usesCache = true
    #expect(try probe.build(["index.html": "home"]) == ["a/index.html", "b/index.html"])
  }

  /// What a site's folder remembers of another one goes with the very folder that it is in: a copy may be a stranger's.
  @Test func aCopyKnowsNothingOfFoldersElsewhere() throws {
    var probe = try CacheProbe()
    for output in ["elsewhere", "site/inside"] {
      probe.output = output
      try probe.build(["index.html": "home", "a/index.html": "a"])
      let path = "\(probe.folder.path)/site/.sitegen"
      try FileManager.default.moveItem(atPath: path, toPath: path + "-old")
      try FileManager.default.copyItem(atPath: path + "-old", toPath: path)
      #expect((BuildCache(probe.place).last == nil) == (output == "elsewhere"))
      #expect(try probe.build(["index.html": "home"]) == (output == "elsewhere" ? [] : ["a/index.html"]))
      #expect(try probe.build(["b/index.html": "b"]) == ["index.html"])
      try FileManager.default.removeItem(atPath: path + "-old")
    }
  }
}

@Suite struct BuildPlaceTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["site/site.yml", "site/content/tags.yml", "site/themes/t/theme.yml", "outside/file"] {
      try folder.write("", to: name)
    }
  }

  private func place(output: String? = nil) -> BuildPlace {
    let site = "\(folder.path)/site"
    return BuildPlace(
      siteFolder: site,
      output: output.map { FolderPlace(named: "\(site)/\($0)") } ?? FolderPlace(ownName: "public", in: site),
      cache: FolderPlace(ownName: ".sitegen", in: site), usesCache: true, program: Fingerprint())
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/site/\(name)", withDestinationPath: target)
  }

  @Test func nothingIsWrittenAmongWhatIsRead() throws {
    #expect(place().diagnostic == nil)
    for output in [".", "content", "content/deep/er", "themes/t", ".sitegen/x", "x/../content", "./"] {
      #expect(place(output: output).diagnostic?.id == "output/place", "\(output)")
    }
    try link("named", to: "content")
    #expect(place(output: "named").diagnostic?.id == "output/place")
  }

  @Test func noOwnFolderIsALink() throws {
    try link("public", to: "../outside")
    #expect(place().diagnostic?.id == "output/link")
    #expect(place(output: "public").diagnostic == nil)
    try link(".sitegen", to: "../outside")
    #expect(place(output: "public").diagnostic?.id == "cache/link")
  }

  @Test func reportsTakeThePlaceOfNoSource() throws {
    try link("link.json", to: "content/tags.yml")
    try link("out.json", to: "../outside/file")
    try link("in.json", to: "report.json")
    let site = "\(folder.path)/site"
    for name in [
      "site.yml", "content/tags.yml", "themes/t/x/report.json", ".git/config", ".sitegen/files", "link.json",
      "out.json",
      "public/../site.yml",
    ] { #expect(place().refusal(ofReport: "\(site)/\(name)")?.id == "report/place", "\(name)") }
    for name in ["report.json", "in.json", "public/report.json", "../outside/file"] {
      #expect(place().refusal(ofReport: "\(site)/\(name)") == nil, "\(name)")
    }
  }
}
