package import ByteText
import Files

/// What stands in a site's `content` itself.
package enum ContentFolder {
  private static let folders = ["papers", "pages"]

  /// Warnings about what nothing reads: a misspelt name would otherwise lose all that stands there without a word.
  package static func warnings(siteFolder: String, definitions files: [String]) -> [Diagnostic] {
    guard let folder = try? FileDescriptor.folder(at: "\(siteFolder)/content") else { return [] }
    let names = ((try? folder.names()) ?? []).filter { !$0.hasPrefix(".") && !folders.contains($0) }
    return names.compactMap { name in
      switch (try? folder.status(of: PathName(name)))?.kind {
      case .folder: nearest(to: name, among: folders).map { warning(name, "the folder is not read", help: $0) }
      // What can't be read of these is an error where they are read.
      case _ where files.contains(name), nil: nil
      default: warning(name, "the file is not read", help: nearest(to: name, among: files) ?? overview)
      }
    }
  }

  private static let overview = "records are read in content/papers, pages in content/pages"

  private static func nearest(to name: String, among known: [String]) -> String? {
    Suggestion.nearest(to: name, among: known).map { "did you mean \"content/\($0)\"?" }
  }

  private static func warning(_ name: String, _ message: String, help: String) -> Diagnostic {
    Diagnostic(.warning, "content/unread", message, path: "content/\(name)", help: help)
  }
}
