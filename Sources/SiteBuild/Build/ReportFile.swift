#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes a report where the user wants it.
enum ReportFile {
  /// Replaces a file at once, so that a reader never sees half a report. What is no file, as a pipe or a device, or a
  /// link to something, is written into.
  static func write(_ text: String, to path: String) throws(SystemFailure) {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    let bytes = text.utf8.span
    let isWritten = bytes.withUnsafeBytes { bytes in
      guard let opened = FileDescriptor.folder(at: folder) else { return false }
      if let kind = opened.status(of: PathName(name))?.kind, kind != .file {
        return FileDescriptor.forWriting(at: path)?.write(bytes) ?? false
      }
      // Of several builds that report into one folder, each has a name of its own.
      let temporary = PathName(".sitegen-report-\(getpid())-\(String(UInt32.random(in: 0 ... .max), radix: 36))")
      return opened.replaceAtomically(PathName(name), with: [bytes], through: opened, as: temporary) != nil
    }
    if !isWritten { throw SystemFailure("can't write \(path)") }
  }
}
