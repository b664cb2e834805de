import Files
import Publishing
import Site

/// What the last build left, which is read and compared on one core while another puts the site together.
struct RememberedOutputs: ~Copyable {
  private let cache: Task<BuildCache, Never>
  /// What the last build wrote, found by path.
  let manifest: Task<Manifest, Never>
  private let inspection = EarlyInspection()
  private let inspected: Task<InspectedFiles, Never>
  private var lock: BuildLock?

  /// Begins to look at what the last build of a site left.
  init(of scanned: ScannedSite, _ options: BuildOptions) {
    let cache = scanned.remembered
    let inspection = inspection
    let lock = BuildLock.onOutput(options.place.output)
    let isLocked = lock != nil
    self.cache = cache
    self.lock = lock
    manifest = Task { await cache.value.manifest() }
    inspected = Task { isLocked ? await cache.value.inspect(with: inspection) : InspectedFiles() }
  }

  /// Ends the looking, locks the output folder and opens it; it is made where it is missing.
  consuming func open(_ options: BuildOptions) async throws(BuildFailure) -> LockedOutput {
    inspection.end()
    let (cache, manifest, files) = (await cache.value, await manifest.value, await inspected.value)
    let held = lock
    let output = try BuildFailure.naming { () throws(SystemFailure) in
      try cache.outputFolder(manifest, files, force: options.force)
    }
    do throws(SystemFailure) {
      let lock = try await BuildLock.onOutput(output, held: held) {
        options.onWait?("another build into \(output.path)")
      }
      return LockedOutput(cache: cache, folder: output, lock: lock)
    } catch {
      throw .system(error)
    }
  }
}

/// The output folder of a build that no other build writes into.
struct LockedOutput: ~Copyable {
  /// What remembers the build.
  let cache: BuildCache
  /// The folder.
  let folder: OutputFolder
  private let lock: BuildLock

  init(cache: BuildCache, folder: OutputFolder, lock: consuming BuildLock) {
    self.cache = cache
    self.folder = folder
    self.lock = lock
  }

  /// Lets other builds go on.
  consuming func release() { lock.release() }
}
