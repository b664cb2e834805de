public import ByteText
import Files

/// The files and folders directly in a site's `content`.
public enum ContentFolder {
  private static let folders = ["papers", "pages"]

  /// Warnings about files and folders that nothing reads: without them, what is under a misspelt name would be missing
  /// from the site and nobody would know why.
  public static func warnings(siteFolder: String, definitions files: [String]) -> [Diagnostic] {
    guard let folder = try? FileDescriptor.folder(at: "\(siteFolder)/content") else { return [] }
    let names = ((try? folder.names()) ?? []).filter { !$0.hasPrefix(".") && !folders.contains($0) }
    return names.compactMap { name in
      switch (try? folder.status(of: PathName(name)))?.kind {
      case .folder: nearest(to: name, among: folders).map { warning(name, "the folder is not read", help: $0) }
      // If one of these can't be read, the code that reads it reports an error.
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
