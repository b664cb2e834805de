package import ByteText

/// The files of a site with their sizes and hashes: what a deployment compares, today's with that of the last upload.
///
/// As a text it is a line for the whole and one for each file, sorted by the bytes of the paths:
/// ```
/// # sitegen manifest 1: 2 files, 5127 bytes
/// 8f0a4a0f8be09acb0d2e5c3f1a7b6c5d 4821 404.html
/// 03c1d2e4f5a69788b7c6d5e4f3a2b1c0 306 atom.xml
/// ```
/// The hashes are BLAKE2b with 128 bits, as `b2sum -l 128` prints them. In paths, backslashes and line breaks are
/// written as `\\`, `\n` and `\r`.
package struct SiteManifest: Equatable, Sendable {
  /// The files, sorted by the bytes of their paths; each path once.
  package let files: [PublishedFile]

  /// A manifest of files, each path once.
  package init(_ files: [PublishedFile]) { self.files = files.sorted(by: PublishedFile.precedes) }

  /// Bytes of all files.
  package var size: Int { files.reduce(0) { $0 + $1.size } }

  /// Appends the manifest as a text.
  package func append(to out: inout ByteBuffer) {
    out.append("# sitegen manifest 1: \(files.count) files, \(size) bytes\n" as String)
    for file in files {
      out.append(file.hash.hexadecimal)
      out.append(" ")
      out.append(decimal: file.size)
      out.append(" ")
      ManifestPath.append(file.path.utf8.span, to: &out)
      out.append("\n")
    }
  }
}

/// How paths are written in lines.
enum ManifestPath {
  static func append(_ path: Span<UInt8>, to out: inout ByteBuffer) {
    for index in path.indices {
      switch path[index] {
      case UInt8(ascii: "\\"): out.append("\\\\")
      case UInt8(ascii: "\n"): out.append("\\n")
      case UInt8(ascii: "\r"): out.append("\\r")
      case let byte: out.append(byte)
      }
    }
  }

  /// The path that a text spells; nil where a backslash is before nothing that is written with one.
  static func read(_ text: Substring) -> String? {
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return String(text) }
    var path = ""
    var rest = text[...]
    while let character = rest.unicodeScalars.popFirst() {
      guard character == "\\" else {
        path.unicodeScalars.append(character)
        continue
      }
      switch rest.unicodeScalars.popFirst() {
      case "\\": path += "\\"
      case "n": path += "\n"
      case "r": path += "\r"
      default: return nil
      }
    }
    return path
  }
}
