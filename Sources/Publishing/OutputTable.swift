package import ByteText

/// What is known of written files: their paths, the hashes of their bytes, and what their bytes follow from.
package struct OutputTable: Sendable {
  /// One written file.
  package struct Entry: BitwiseCopyable, Sendable {
    /// Where the path begins in the table's text, and its length in bytes.
    package var pathStart: UInt32
    package var pathLength: UInt32
    /// The hash of the bytes.
    package var content: Fingerprint
    /// Bytes.
    package var size: Int
    /// The modification time after writing, in nanoseconds since 1970.
    package var modified: Int64
    /// What the bytes follow from.
    package var basis: PageBasis

    /// The state of the file.
    package var file: WrittenFile { WrittenFile(content: content, size: size, modified: modified) }
  }

  /// The files.
  package internal(set) var entries: [Entry] = []
  /// What pages have read, each thing once.
  package internal(set) var items = GrowingRows<StoredDependency>()
  @usableFromInline package internal(set) var text = GrowingRows<UInt8>()
  /// Indexes of `items`, those of one page after those of another.
  @usableFromInline package internal(set) var dependencies = GrowingRows<UInt32>()
  /// Finds those items that were added: those of a table from before are not worth it for a few new ones.
  private var index = HashIndex()
  /// Where the items begin that are in the index.
  var indexStart = 0

  /// A table of nothing.
  package init() {}

  /// The number of files.
  package var count: Int { entries.count }

  /// The path of an entry.
  @inlinable @_lifetime(borrow self)
  package func path(of entry: Entry) -> Span<UInt8> {
    let start = Int(entry.pathStart)
    return _overrideLifetime(text.span(start..<start + Int(entry.pathLength)), borrowing: self)
  }

  /// The path of an entry as a string.
  package func string(at position: Int) -> String { String(bytes: path(of: entries[position])) }

  /// Whether a table was made from another one and has the same paths in the same order.
  func hasSamePaths(as other: OutputTable) -> Bool {
    count == other.count && text.isSurelySame(as: other.text)
      && entries.indices.allSatisfy { entries[$0].pathStart == other.entries[$0].pathStart }
  }

  /// The numbers of the dependencies of a page: what it had read when it was rendered.
  @inlinable package func dependencies(of entry: Entry) -> Range<Int> {
    let start = Int(entry.basis.dependencyStart)
    return start..<start + Int(entry.basis.dependencyCount)
  }

  /// The position in `items` of what a dependency was, by its number.
  @inlinable package func item(ofDependency number: Int) -> Int { Int(dependencies[number]) }

  /// What a page had read when it was rendered.
  package func read(by entry: Entry) -> [StoredDependency] {
    dependencies(of: entry).map { items[item(ofDependency: $0)] }
  }

  /// Adds a file.
  package mutating func add(
    path: Span<UInt8>, _ file: WrittenFile, basis: PageBasis, read: [StoredDependency]
  ) {
    add(path: path, file, noting(read, in: basis))
  }

  /// A basis with what was read, which is added to the table.
  private mutating func noting(_ read: [StoredDependency], in basis: PageBasis) -> PageBasis {
    let start = dependencies.count
    makeRoom(for: read.count)
    // First all places, then all items: so the processor waits for many of them at once, not for one after the other.
    for item in read { dependencies.append(index.candidate(of: item.hash).map { UInt32($0) } ?? .max) }
    for (position, item) in read.enumerated() {
      let candidate = dependencies[start + position]
      if candidate != .max, items[Int(candidate)] == item { continue }
      dependencies.replace(at: start + position, with: UInt32(place(of: item)))
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

  /// The position of an item, which is added where it is new; the index must have room for it.
  private mutating func place(of item: StoredDependency) -> Int {
    let hash = item.hash
    if let known = index.position(of: hash, where: { items[$0] == item }) { return known }
    items.append(item)
    index.insert(items.count - 1, hash: hash)
    return items.count - 1
  }

  private mutating func makeRoom(for added: Int) {
    let items = items
    index.makeRoom(for: added, rows: indexStart..<items.count) { items[$0].hash }
  }

  /// A table of some files of another one.
  ///
  /// - Parameter positions: ascending.
  package init(_ positions: [UInt32], of other: OutputTable) {
    entries.reserveCapacity(other.count + 64)
    text.reserve(other.text.count + 4096)
    dependencies.reserve(other.dependencies.count + 4096)
    var places = [UInt32](repeating: .max, count: other.items.count)
    for position in positions {
      let entry = other.entries[Int(position)]
      let start = dependencies.count
      for number in other.dependencies(of: entry) {
        let old = other.item(ofDependency: number)
        if places[old] == .max {
          places[old] = UInt32(items.count)
          items.append(other.items[old])
        }
        dependencies.append(places[old])
      }
      add(path: other.path(of: entry), entry.file, entry.basis.reading(start..<dependencies.count))
    }
    indexStart = items.count
  }

  /// How many dependencies the table has, those included that are of no file any more.
  package var dependencyCount: Int { dependencies.count }

  /// Whether all that is known of a file is what would replace it.
  func holds(at position: Int, _ file: WrittenFile, basis: PageBasis, read: [StoredDependency]) -> Bool {
    let entry = entries[position]
    return entry.file == file && entry.basis.settings == basis.settings && entry.basis.templates == basis.templates
      && dependencies(of: entry).elementsEqual(read) { items[item(ofDependency: $0)] == $1 }
  }

  /// Replaces what is known of a file.
  package mutating func replace(at position: Int, _ file: WrittenFile, basis: PageBasis, read: [StoredDependency]) {
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
    for number in 0..<other.dependencies.count { dependencies.append(other.dependencies[number] + itemStart) }
    entries.reserveCapacity(entries.count + other.entries.count)
    for var entry in other.entries {
      entry.pathStart += textStart
      entry.basis.dependencyStart += dependencyStart
      entries.append(entry)
    }
  }
}
