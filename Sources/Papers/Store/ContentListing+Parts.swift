extension ContentListing {
  /// The files save some, as if these and what could not be read were not there.
  public func without(_ paths: Set<String>) -> ContentListing {
    ContentListing(files: files.filter { !paths.contains($0.path) }, diagnostics: [])
  }
}
