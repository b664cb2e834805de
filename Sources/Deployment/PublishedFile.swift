package import ByteText

/// One file of a published site, as far as a deployment has to know it.
package struct PublishedFile: Hashable, Sendable {
  /// The path below the output folder.
  package let path: String
  /// Bytes.
  package let size: Int
  /// The hash of the bytes.
  package let hash: ContentHash

  /// A file.
  package init(path: String, size: Int, hash: ContentHash) { (self.path, self.size, self.hash) = (path, size, hash) }

  /// Whether it is a page, which may need other new files.
  var isPage: Bool { path.hasSuffix(".html") }

  /// Whether it comes before another one in a manifest.
  static func precedes(_ left: PublishedFile, _ right: PublishedFile) -> Bool { precedes(left.path, right.path) }

  static func precedes(_ left: String, _ right: String) -> Bool { left.utf8.lexicographicallyPrecedes(right.utf8) }
}
