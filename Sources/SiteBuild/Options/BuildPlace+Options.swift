import Files
import Papers
import Publishing
import Rendering

extension BuildOptions {
  /// Where the build reads, writes and remembers.
  var place: BuildPlace {
    BuildPlace(
      siteFolder: siteFolder,
      output: outputFolder.map(FolderPlace.init(named:)) ?? FolderPlace(ownName: "public", in: siteFolder),
      cache: cacheFolder.map(FolderPlace.init(named:)) ?? FolderPlace(ownName: ".sitegen", in: siteFolder),
      usesCache: usesCache, program: ProgramFolder.fingerprint)
  }

  /// What earlier builds have parsed; nil where nothing is to be remembered.
  var records: RecordCache? {
    let cache = place.cache
    guard usesCache, isSite, (try? cache.make()) != nil else { return nil }
    return RecordCache(folder: cache.path, program: ProgramFolder.fingerprint)
  }
}

extension SourceSnapshot {
  /// The snapshot of a site whose records have been listed, at a time of `FileClock`.
  init(_ options: BuildOptions, records: ContentListing, now: Int64 = FileClock.now) {
    var census = SourceCensus()
    census.add(options)
    census.add(records)
    census.addFile("\(options.siteFolder)/site.yml")
    census.addFolder("\(options.siteFolder)/content", leavingOut: "papers")
    for folder in ["\(options.siteFolder)/themes"] + ProgramFolder.themes { census.addFolder(folder) }
    self.init(census, now: now)
  }
}

extension SourceCensus {
  fileprivate mutating func add(_ options: BuildOptions) {
    add(Paths.absolute(options.place.output.path))
    add(options.baseURL ?? "")
    add((options.includesDrafts ? 1 : 0) | (options.force ? 2 : 0) | (options.baseURL == nil ? 4 : 0))
    add(UInt64(options.shard.number) << 32 | UInt64(options.shard.count))
  }

  fileprivate mutating func add(_ listing: ContentListing) {
    if !listing.diagnostics.isEmpty { giveUp() }
    add(UInt64(listing.files.count))
    for file in listing.files {
      add(file.path)
      add(size: file.size, modified: file.modified, changed: file.changed, inode: file.inode)
    }
  }
}
