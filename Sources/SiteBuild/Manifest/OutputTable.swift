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

    /// The state of the file.
    var file: WrittenFile { WrittenFile(content: content, size: size, modified: modified) }
  }

  private(set) var entries: [Entry] = []
  /// What pages have read, each thing once.
  private(set) var items = GrowingRows<StoredDependency>()
  private var text = GrowingRows<UInt8>()
  /// Indexes of `items`, page after page.
  private var dependencies = GrowingRows<UInt32>()
  /// Positions of `items` plus one by their hash, 0 for a free place; empty until an item is added. A power of two.
  private var itemIndex: [UInt32] = []
  /// Where the items begin that are in the index: those of a table from before are not worth it for a few new ones.
  private var indexStart = 0

  /// A table of nothing.
  init() {}

  /// The number of files.
  var count: Int { entries.count }

  /// The path of an entry.
  @_lifetime(borrow self)
  func path(of entry: Entry) -> Span<UInt8> {
    let start = Int(entry.pathStart)
    return _overrideLifetime(text.span(start..<start + Int(entry.pathLength)), borrowing: self)
  }

  /// The path of an entry as a string.
  func string(at position: Int) -> String { String(bytes: path(of: entries[position])) }

  /// Whether a table was made from another one and has the same paths in the same order.
  func hasSamePaths(as other: OutputTable) -> Bool {
    count == other.count && text.isSurelySame(as: other.text)
      && entries.indices.allSatisfy { entries[$0].pathStart == other.entries[$0].pathStart }
  }

  /// What a page had read when it was rendered, as indexes of `items`.
  func dependencies(of entry: Entry) -> Slice<GrowingRows<UInt32>> {
    let start = Int(entry.basis.dependencyStart)
    return dependencies[start..<start + Int(entry.basis.dependencyCount)]
  }

  /// What a page had read when it was rendered.
  func read(by entry: Entry) -> [StoredDependency] { dependencies(of: entry).map { items[Int($0)] } }

  /// Adds a file.
  mutating func add(
    path: Span<UInt8>, _ file: WrittenFile, _ basis: PageBasis, _ read: [StoredDependency]
  ) {
    add(path: path, file, noting(read, in: basis))
  }

  /// A basis with what was read, which is added to the table.
  private mutating func noting(_ read: [StoredDependency], in basis: PageBasis) -> PageBasis {
    let start = dependencies.count
    makeRoom(for: read.count)
    let mask = itemIndex.count - 1
    // First all places, then all items: so the processor waits for many of them at once, not for one after the other.
    for item in read { dependencies.append(itemIndex[Int(truncatingIfNeeded: item.hash) & mask]) }
    for (position, item) in read.enumerated() {
      let place = dependencies[start + position]
      let isFound = place != 0 && items[Int(place) - 1] == item
      dependencies[start + position] = isFound ? place - 1 : index(of: item)
    }
    return basis.reading(start..<dependencies.count)
  }

  private mutating func add(
    path: Span<UInt8>, _ file: WrittenFile, _ basis: PageBasis
  ) {
    let start = text.count
    text.append(path)
    entries.append(
      Entry(
        pathStart: UInt32(start), pathLength: UInt32(path.count), content: file.content, size: file.size,
        modified: file.modified, basis: basis))
  }

  /// The index of an item, which is added where it is new; the table must have room for it.
  private mutating func index(of item: StoredDependency) -> UInt32 {
    var slot = Int(truncatingIfNeeded: item.hash) & (itemIndex.count - 1)
    while itemIndex[slot] != 0 {
      let position = itemIndex[slot] - 1
      if items[Int(position)] == item { return position }
      slot = (slot + 1) & (itemIndex.count - 1)
    }
    items.append(item)
    itemIndex[slot] = UInt32(items.count)
    return UInt32(items.count - 1)
  }

  /// Makes the index so large that half of it stays free when so many items are added.
  private mutating func makeRoom(for added: Int) {
    let count = items.count - indexStart + added
    guard count * 2 > itemIndex.count || itemIndex.isEmpty else { return }
    var size = 1024
    while size < count * 4 { size *= 2 }
    itemIndex = Array(repeating: 0, count: size)
    for position in indexStart..<items.count {
      var slot = Int(truncatingIfNeeded: items[position].hash) & (itemIndex.count - 1)
      while itemIndex[slot] != 0 { slot = (slot + 1) & (itemIndex.count - 1) }
      itemIndex[slot] = UInt32(position + 1)
    }
  }

  /// A table of some files of another one.
  ///
  /// - Parameter positions: ascending.
  init(_ positions: [UInt32], of other: OutputTable) {
    entries.reserveCapacity(other.count + 64)
    text.reserve(other.text.count + 4096)
    dependencies.reserve(other.dependencies.count + 4096)
    var places = [UInt32](repeating: .max, count: other.items.count)
    for position in positions {
      let entry = other.entries[Int(position)]
      let start = dependencies.count
      for old in other.dependencies(of: entry) {
        if places[Int(old)] == .max {
          places[Int(old)] = UInt32(items.count)
          items.append(other.items[Int(old)])
        }
        dependencies.append(places[Int(old)])
      }
      add(path: other.path(of: entry), entry.file, entry.basis.reading(start..<dependencies.count))
    }
    indexStart = items.count
  }

  /// How many dependencies the table holds, those included that are of no file any more.
  var dependencyCount: Int { dependencies.count }

  /// Whether all that is known of a file is what would replace it.
  func holds(at position: Int, _ file: WrittenFile, _ basis: PageBasis, _ read: [StoredDependency]) -> Bool {
    let entry = entries[position]
    return entry.file == file && entry.basis.settings == basis.settings && entry.basis.templates == basis.templates
      && dependencies(of: entry).elementsEqual(read) { items[Int($0)] == $1 }
  }

  /// Replaces what is known of a file.
  mutating func replace(at position: Int, _ file: WrittenFile, _ basis: PageBasis, _ read: [StoredDependency]) {
    entries[position].content = file.content
    entries[position].size = file.size
    entries[position].modified = file.modified
    entries[position].basis = noting(read, in: basis)
  }

  /// Adds all files of another table.
  mutating func append(contentsOf other: OutputTable) {
    let (textStart, dependencyStart) = (UInt32(text.count), UInt32(dependencies.count))
    let itemStart = UInt32(items.count)
    text.append(contentsOf: other.text)
    items.append(contentsOf: other.items)
    dependencies.reserve(dependencies.count + other.dependencies.count)
    for item in other.dependencies { dependencies.append(item + itemStart) }
    entries.reserveCapacity(entries.count + other.entries.count)
    for var entry in other.entries {
      entry.pathStart += textStart
      entry.basis.dependencyStart += dependencyStart
      entries.append(entry)
    }
  }
}

/// The state of a file after it was written or found as it should be.
struct WrittenFile: BitwiseCopyable, Equatable, Sendable {
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

  /// The basis of a page that has read what these dependencies of a table say.
  fileprivate func reading(_ dependencies: Range<Int>) -> PageBasis {
    var basis = self
    (basis.dependencyStart, basis.dependencyCount) = (UInt32(dependencies.lowerBound), UInt32(dependencies.count))
    return basis
  }

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

  /// A hash that tells almost all from each other.
  fileprivate var hash: UInt64 {
    var hash = Fingerprint(value: identity)
    hash.combine(UInt64(item.kind.rawValue) << 16 | UInt64(item.facets.rawValue))
    hash.combine(UInt64(item.start) << 32 | UInt64(item.count))
    hash.combine(value)
    return hash.value
  }
}

extension OutputTable {
  /// A table of rows that an earlier build has written; nil where one refers to what isn't there.
  init?(
    entries: [Entry], items: GrowingRows<StoredDependency>, dependencies: GrowingRows<UInt32>, text: GrowingRows<UInt8>
  ) {
    (self.entries, self.items, self.dependencies, self.text) = (entries, items, dependencies, text)
    indexStart = items.count
    guard entries.allSatisfy(isWithinBounds), dependencies.allSatisfy({ $0 < items.count }), hasRowsOfItsOwn else {
      return nil
    }
  }

  private func isWithinBounds(_ entry: Entry) -> Bool {
    Int(entry.pathStart) + Int(entry.pathLength) <= text.count
      && Int(entry.basis.dependencyStart) + Int(entry.basis.dependencyCount) <= dependencies.count
      && entry.size >= 0 && entry.size <= Self.largestSize
  }

  /// No file is larger than this many bytes, so that sizes can be added.
  private static let largestSize = 1 << 48

  /// Whether the entries refer to no more rows than there are, so that a copy is no larger than the table.
  private var hasRowsOfItsOwn: Bool {
    let used = entries.reduce(into: (text: 0, dependencies: 0)) { used, entry in
      used.text += Int(entry.pathLength)
      used.dependencies += Int(entry.basis.dependencyCount)
    }
    return used.text <= text.count && used.dependencies <= dependencies.count
  }

  /// Whether no row stands in a file.
  var isInMemory: Bool { items.storedCount + dependencies.storedCount + text.storedCount == 0 }

  /// Gives the memory of a table of which no row stands in a file: entries, items, dependencies, text.
  func withMemory<Result>(_ body: ([UnsafeRawBufferPointer]) -> Result) -> Result {
    entries.withUnsafeBytes { entries in
      items.withMemory { items in
        dependencies.withMemory { dependencies in
          text.withMemory { body([entries, items, dependencies, $0]) }
        }
      }
    }
  }
}
