import ByteText

/// What is known of written files: their paths, the hashes of their bytes, and what their bytes follow from.
struct OutputTable: Sendable {
  /// One written file.
  struct Entry: BitwiseCopyable, Sendable {
    /// Where the path begins in the table's text, and its length in bytes.
    var pathStart: UInt32
    var pathLength: UInt32
    /// The hash of the bytes.
    var content: Fingerprint
    /// Bytes.
    var size: Int
    /// The modification time after writing, in nanoseconds since 1970.
    var modified: Int64
    /// What the bytes follow from.
    var basis: PageBasis
  }

  private(set) var entries: [Entry] = []
  private var text: [UInt8] = []
  private var dependencies: [StoredDependency] = []

  /// The number of files.
  var count: Int { entries.count }

  /// The path of an entry.
  @_lifetime(borrow self)
  func path(of entry: Entry) -> Span<UInt8> {
    let start = Int(entry.pathStart)
    return _overrideLifetime(text.span.extracting(start..<start + Int(entry.pathLength)), borrowing: self)
  }

  /// What a page had read when it was rendered.
  func dependencies(of entry: Entry) -> ArraySlice<StoredDependency> {
    dependencies[Int(entry.basis.dependencyStart)..<Int(entry.basis.dependencyStart + entry.basis.dependencyCount)]
  }

  /// Adds a file.
  mutating func add(
    path: Span<UInt8>, _ file: WrittenFile, _ basis: PageBasis, _ read: some Collection<StoredDependency>
  ) {
    var basis = basis
    basis.dependencyStart = UInt32(dependencies.count)
    basis.dependencyCount = UInt32(read.count)
    dependencies.append(contentsOf: read)
    let start = text.count
    path.withUnsafeBufferPointer { text.append(contentsOf: $0) }
    entries.append(
      Entry(
        pathStart: UInt32(start), pathLength: UInt32(path.count), content: file.content, size: file.size,
        modified: file.modified, basis: basis))
  }

  /// Adds a file as another table has it.
  mutating func add(_ entry: Entry, of other: OutputTable) {
    let file = WrittenFile(content: entry.content, size: entry.size, modified: entry.modified)
    add(path: other.path(of: entry), file, entry.basis, other.dependencies(of: entry))
  }

  /// Adds all files of another table.
  mutating func append(contentsOf other: OutputTable) {
    let (textStart, dependencyStart) = (UInt32(text.count), UInt32(dependencies.count))
    text += other.text
    dependencies += other.dependencies
    entries.reserveCapacity(entries.count + other.entries.count)
    for var entry in other.entries {
      entry.pathStart += textStart
      entry.basis.dependencyStart += dependencyStart
      entries.append(entry)
    }
  }
}

/// The state of a file after it was written or found as it should be.
struct WrittenFile: BitwiseCopyable, Sendable {
  /// The hash of the bytes.
  var content: Fingerprint
  /// Bytes.
  var size: Int
  /// The modification time in nanoseconds since 1970.
  var modified: Int64
}

/// What a page's bytes follow from, besides what it has read of the site.
struct PageBasis: BitwiseCopyable, Hashable, Sendable {
  /// The hash of the program, the configuration and the kind of page.
  var settings: UInt64 = 0
  /// The hash of the templates that rendering it can reach.
  var templates: UInt64 = 0
  fileprivate(set) var dependencyStart: UInt32 = 0
  fileprivate(set) var dependencyCount: UInt32 = 0

  /// A basis without anything read yet.
  init(settings: UInt64 = 0, templates: UInt64 = 0) {
    self.settings = settings
    self.templates = templates
  }
}

/// A dependency as it is kept from build to build: by a name that doesn't change, and with the value that was read.
struct StoredDependency: BitwiseCopyable, Hashable, Sendable {
  /// What was read, in the numbers of the build that read it: the owner's index has no meaning later.
  var item: Dependency
  /// What the owner is called in every build.
  var identity: UInt64
  /// The hash of what was read.
  var value: UInt64
}

extension OutputTable {
  /// Appends the table as it stands in memory: only the very program that wrote it may read it back.
  func write(into out: inout ByteBuffer) {
    out.append(littleEndian: UInt64(entries.count))
    out.append(littleEndian: UInt64(dependencies.count))
    out.append(littleEndian: UInt64(text.count))
    entries.withUnsafeBytes { out.append($0) }
    dependencies.withUnsafeBytes { out.append($0) }
    text.withUnsafeBytes { out.append($0) }
  }

  /// Reads a table back.
  ///
  /// - Returns: nil where the bytes hold no table.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 24 else { return nil }
    let counts = (0..<3).map { Int(truncatingIfNeeded: bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self)) }
    guard counts.allSatisfy({ (0...bytes.count).contains($0) }) else { return nil }
    let entriesSize = counts[0] * MemoryLayout<Entry>.stride
    let dependenciesSize = counts[1] * MemoryLayout<StoredDependency>.stride
    guard 24 + entriesSize + dependenciesSize + counts[2] == bytes.count else { return nil }
    entries = Self.array(bytes, at: 24, count: counts[0])
    dependencies = Self.array(bytes, at: 24 + entriesSize, count: counts[1])
    text = Array(bytes[(24 + entriesSize + dependenciesSize)...])
    guard entries.allSatisfy(isWithinBounds) else { return nil }
  }

  private func isWithinBounds(_ entry: Entry) -> Bool {
    Int(entry.pathStart) + Int(entry.pathLength) <= text.count
      && Int(entry.basis.dependencyStart) + Int(entry.basis.dependencyCount) <= dependencies.count
  }

  private static func array<Element: BitwiseCopyable>(
    _ bytes: UnsafeRawBufferPointer, at offset: Int, count: Int
  ) -> [Element] {
    Array(unsafeUninitializedCapacity: count) { memory, initialized in
      let size = count * MemoryLayout<Element>.stride
      UnsafeMutableRawBufferPointer(memory).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + size]))
      initialized = count
    }
  }
}

extension ByteBuffer {
  mutating func append(littleEndian number: UInt64) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append($0) }
  }
}
