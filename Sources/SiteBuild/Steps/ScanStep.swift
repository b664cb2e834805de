import Papers
import Publishing

/// The first step: lists the files of the site and begins to read what is remembered of the last build.
struct ScanStep: Sendable {
  let options: BuildOptions

  /// Lists the records.
  func run() -> ScannedSite {
    let remembered = Task { [place = options.place] in BuildCache(place) }
    let records = PaperLoader(siteFolder: options.siteFolder, jobs: options.workerCount).scan()
    return ScannedSite(
      records: records, snapshot: SourceSnapshot(options, records: records), remembered: remembered)
  }
}

/// A site whose files have been listed.
struct ScannedSite: Sendable {
  /// The files with records.
  let records: ContentListing
  /// What the file system says of everything that a build follows from.
  let snapshot: SourceSnapshot
  /// What is remembered of the last build, while it is read.
  let remembered: Task<BuildCache, Never>

  /// The last build, if another one would come out as it did and every file is as it left it; nil otherwise.
  func unchangedBuild(_ options: BuildOptions) async -> LastBuild? {
    // If the sources may be those of the last build, the whole check is made before anything is loaded.
    guard BuildCache.mayBeOf(snapshot, options.place) else { return nil }
    let cache = await remembered.value
    guard cache.isOf(snapshot), let last = cache.last,
      await OutputInspection(last, in: options.place.output).finds(jobs: options.workerCount)
    else { return nil }
    return last
  }
}
