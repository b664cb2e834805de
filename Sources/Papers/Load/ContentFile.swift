public import ByteText
internal import Files

/// The files of a folder of the site's content, and what was wrong with the folder.
public struct ContentListing: Sendable {
  /// The files, sorted by path.
  public let files: [ContentFile]
  /// What could not be read or may not be.
  public let diagnostics: [Diagnostic]
}

/// A file of the site's content, as the file system has it.
public struct ContentFile: Hashable, Sendable {
  /// A file of more bytes is not read.
  public static let sizeLimit = ReadableFile.sizeLimit

  /// The path from the site's folder, with `/` between its parts.
  public let path: String
  /// The size in bytes.
  public let size: Int
  /// When it was last changed, in nanoseconds since 1970.
  public let modified: Int64
  /// When its content, name or rights were last changed, in nanoseconds since 1970; no program can set it back.
  public let changed: Int64
  /// The number of the file in its file system: another file under the same name has another one.
  public let inode: UInt64

  /// Whether the file is not read for its size.
  public var isTooLarge: Bool { size > Self.sizeLimit }

  /// What follows the last full stop of the name, in lower case; empty without one.
  public var fileExtension: String {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? Substring(path).utf8
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return "" }
    return String(Substring(name[name.index(after: dot)...])).lowercased()
  }

  /// The name without folders and extension.
  public var stem: String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return String(name) }
    return String(name[..<dot])
  }
}
