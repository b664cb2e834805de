package import ByteText

/// What a page's bytes follow from, besides what it has read of the site.
package struct PageBasis: BitwiseCopyable, Hashable, Sendable {
  /// The hash of the program, the configuration and the kind of page.
  package var settings: UInt64
  /// The hash of the templates that rendering it can reach.
  package var templates: UInt64
  /// Where what it has read begins among the dependencies of its table.
  package internal(set) var dependencyStart: UInt32 = 0
  /// How many dependencies these are.
  package internal(set) var dependencyCount: UInt32 = 0

  /// A basis without anything read yet.
  package init(settings: UInt64 = 0, templates: UInt64 = 0) {
    self.settings = settings
    self.templates = templates
  }

  /// The basis of a page that has read what these dependencies of a table say.
  func reading(_ dependencies: Range<Int>) -> PageBasis {
    var basis = self
    (basis.dependencyStart, basis.dependencyCount) = (UInt32(dependencies.lowerBound), UInt32(dependencies.count))
    return basis
  }
}

/// Something that a page has read, as it is kept from build to build: by a name that doesn't change, and with the value
/// that was read. What the numbers mean is decided by the code that renders pages.
package struct StoredDependency: BitwiseCopyable, Hashable, Sendable {
  /// What the owner of what was read is called in every build.
  package var identity: UInt64
  /// The hash of what was read.
  package var value: UInt64
  /// The kind of the owner.
  package var kind: UInt32
  /// Which of its aspects were read.
  package var facets: UInt32
  /// The part of a list that was read.
  package var start: UInt32
  /// The number of items of the part.
  package var count: UInt32

  /// A dependency.
  package init(identity: UInt64, value: UInt64, kind: UInt32, facets: UInt32 = 0, start: UInt32 = 0, count: UInt32 = 0)
  {
    (self.identity, self.value, self.kind, self.facets) = (identity, value, kind, facets)
    (self.start, self.count) = (start, count)
  }

  /// A hash that tells almost all from each other.
  var hash: UInt64 {
    var hash = Fingerprint(value: identity)
    hash.combine(UInt64(kind) << 32 | UInt64(facets))
    hash.combine(UInt64(start) << 32 | UInt64(count))
    hash.combine(value)
    return hash.value
  }
}

/// The state of a file after it was written or found as it should be.
package struct WrittenFile: BitwiseCopyable, Equatable, Sendable {
  /// The hash of the bytes.
  package var content: Fingerprint
  /// Bytes.
  package var size: Int
  /// The modification time in nanoseconds since 1970.
  package var modified: Int64

  /// A state.
  package init(content: Fingerprint, size: Int, modified: Int64) {
    (self.content, self.size, self.modified) = (content, size, modified)
  }
}
