/// Writes a report where the user wants it.
package enum ReportFile {
  /// Replaces a file at once, so that a reader never sees half a report.
  package static func write(_ text: String, to path: String) throws(SystemFailure) {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    try Folders.replace(name, in: folder, with: text.utf8.span)
  }
}
