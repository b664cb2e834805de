/// A file that the user named, as that of a report.
public enum NamedFile {
  /// Replaces a file at once, so that a reader never sees half of it. What is no file, as a pipe or a device, or a link
  /// to something, is written into.
  public static func write(_ text: String, to path: String) throws(SystemFailure) {
    let name = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    try SystemFailure.naming("can't write \(path)") { () throws(FileError) in
      let opened = try FileDescriptor.folder(at: Paths.folder(of: path))
      let bytes = text.utf8.span
      if let kind = try? opened.status(of: PathName(name)).kind, kind != .file {
        return try FileDescriptor.forWriting(at: path).write(bytes)
      }
      // Of several builds that report into one folder, each has a name of its own.
      let temporary = PathName(FileDescriptor.uniqueName(".sitegen-report-"))
      _ = try bytes.withUnsafeBytes { bytes throws(FileError) in
        try opened.replaceAtomically(PathName(name), with: [bytes], through: opened, as: temporary)
      }
    }
  }
}
