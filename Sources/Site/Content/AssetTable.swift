public import ByteText

/// A file that is copied to the site.
public struct StaticFile: Sendable {
  /// Its path below the site's root.
  public var path: String
  /// Its bytes.
  public var bytes: FrozenBytes
  /// The file that it was read from, as the user knows it.
  public var source: String

  /// A file.
  public init(path: String, bytes: FrozenBytes, source: String) {
    (self.path, self.bytes, self.source) = (path, bytes, source)
  }
}

/// The static files of a theme, each under its own name and under one with the hash of its content, so that browsers
/// may keep the latter for ever. No two files can be made that get one name.
public struct AssetTable: Sendable {
  /// The names that templates may ask for, sorted.
  public let names: [String]
  /// The paths with the hash, below the site's root, in the order of the names.
  public let paths: [String]
  private let positions: [String: Int]

  /// The table of a theme's static files.
  public init(_ files: [StaticFile]) {
    let files = files.sorted { $0.path < $1.path }
    (names, paths) = (files.map(\.path), files.map(Self.hashedPath))
    positions = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
  }

  /// The position of a name, or nil.
  public func index(of name: String) -> Int? { positions[name] }

  /// The files of the table once more, under the names with the hash.
  public func hashedCopies(of files: [StaticFile]) -> [StaticFile] {
    files.compactMap { file in
      index(of: file.path).map { StaticFile(path: paths[$0], bytes: file.bytes, source: file.source) }
    }
  }

  /// `style.css` → `style.46fb7408d4f285228f4af516ea25851b.css`
  private static func hashedPath(_ file: StaticFile) -> String {
    let hash = ContentHash(of: file.bytes.span).hexadecimal
    let nameStart = file.path.lastIndex(of: "/").map { file.path.index(after: $0) } ?? file.path.startIndex
    guard let dot = file.path[nameStart...].lastIndex(of: "."), dot > nameStart else { return "\(file.path).\(hash)" }
    return "\(file.path[..<dot]).\(hash)\(file.path[dot...])"
  }
}
