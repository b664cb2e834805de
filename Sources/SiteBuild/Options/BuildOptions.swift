import Files
import Workers

/// What the user asked a build to do.
package struct BuildOptions: Sendable {
  /// The folder of the site, with site.yml and content/.
  package var siteFolder = "."
  /// The folder to write into; nil for `public` in the site's folder.
  package var outputFolder: String?
  /// How many workers; nil for one on each core.
  package var jobs: Int?
  /// Whether to remember what was written, in `cacheFolder`.
  package var usesCache = true
  /// The folder of the manifest; nil for `.sitegen` in the site's folder.
  package var cacheFolder: String?
  /// Whether drafts become pages.
  package var includesDrafts = false
  /// An address that replaces the configuration's `base_url`.
  package var baseURL: String?
  /// Whether files that the program doesn't own may be overwritten.
  package var force = false

  /// The part of the site to build.
  package var shard = Shard.whole
  /// Whether the report says why pages were rendered.
  package var explains = false

  /// Whether the report says how long each template took.
  package var profiles = false

  /// The file that the report is written to as JSON; nil for none. It is written before the build is remembered: if the
  /// build is cut off in between, the next one reports the same changes again.
  package var report: String?

  /// Whether the process ends after the build, so that its memory needn't be given back piece by piece.
  package var endsProcess = false

  /// Told in words where the build has to wait for another one.
  package var onWait: (@Sendable (String) -> Void)?

  /// A build of the folder that the program runs in.
  package init() {}

  /// Whether the folder is a site; where it isn't, nothing is made in it.
  var isSite: Bool { FileTree.read("\(siteFolder)/site.yml") != nil }

  /// How many workers there are.
  var workerCount: Int { max(1, jobs ?? Processors.count) }
}
