package import ByteText
internal import Files

/// The files of a folder of the site's content, and what was wrong with the folder.
package struct ContentListing: Sendable {
  /// The files, sorted by path.
  package let files: [ContentFile]
  /// What could not be read or may not be.
  package let diagnostics: [Diagnostic]
}

/// A file of the site's content, as the file system has it.
package struct ContentFile: Hashable, Sendable {
  /// A file of more bytes is not read.
  package static let sizeLimit = ReadableFile.sizeLimit

  /// The path from the site's folder, with `/` between its parts.
  package let path: String
  /// The size in bytes.
  package let size: Int
  /// When it was last changed, in nanoseconds since 1970.
  package let modified: Int64
  /// When its content, name or rights were last changed, in nanoseconds since 1970; no program can set it back.
  package let changed: Int64
  /// The number of the file in its file system: another file under the same name has another one.
  package let inode: UInt64

  /// Whether the file is not read for its size.
  package var isTooLarge: Bool { size > Self.sizeLimit }

  /// What follows the last full stop of the name, in lower case; empty without one.
  package var fileExtension: String {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? Substring(path).utf8
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return "" }
    return String(Substring(name[name.index(after: dot)...])).lowercased()
  }

  /// The name without folders and extension.
  package var stem: String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return String(name) }
    return String(name[..<dot])
  }
}
