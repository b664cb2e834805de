package import ByteText

/// Rows of which the first may be in a file, where the system maps it, with others after them in an array: a table of
/// millions is there at once, and grows without being copied.
package struct GrowingRows<Row: BitwiseCopyable & Sendable>: Sendable {
  @usableFromInline package let file: FrozenBytes?
  /// Where in the file the first row begins.
  @usableFromInline package let start: Int
  /// How many rows are in the file.
  package let storedCount: Int
  /// The rows after those.
  @usableFromInline package private(set) var added: [Row] = []

  /// No rows.
  package init() { (file, start, storedCount) = (nil, 0, 0) }

  /// The rows that a range of a file is made of, which must have no value that a row can't have.
  package init(_ file: FrozenBytes, _ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= file.bytes.count)
    (self.file, start, storedCount) = (file, range.lowerBound, range.count / MemoryLayout<Row>.stride)
  }

  /// The number of rows.
  @inlinable package var count: Int { storedCount + added.count }

  /// A row.
  @inlinable package subscript(index: Int) -> Row {
    guard index < storedCount, let file else { return added[index - storedCount] }
    precondition(index >= 0)
    return file.bytes.loadUnaligned(fromByteOffset: start + index * MemoryLayout<Row>.stride, as: Row.self)
  }

  mutating func reserve(_ count: Int) { added.reserveCapacity(count - storedCount) }

  mutating func append(_ row: Row) { added.append(row) }

  /// Replaces a row that was appended.
  mutating func replace(at index: Int, with row: Row) { added[index - storedCount] = row }

  /// Appends the rows of another table.
  mutating func append(contentsOf other: Self) {
    for index in 0..<other.storedCount { added.append(other[index]) }
    added += other.added
  }

  /// The memory of the rows, of which none may be in a file.
  func withMemory<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    precondition(storedCount == 0)
    return try added.span.withUnsafeBytes(body)
  }

  /// Whether two tables of the same origin have the same rows, as far as a look at their ends tells: false says nothing.
  func isSurelySame(as other: Self) -> Bool where Row: Equatable {
    file === other.file && start == other.start && storedCount == other.storedCount && added == other.added
  }
}

extension GrowingRows<UInt8> {
  /// Some bytes, which are all in the file or all after it.
  @inlinable @_lifetime(borrow self)
  package func span(_ range: Range<Int>) -> Span<UInt8> {
    guard range.lowerBound < storedCount, let file else {
      return _overrideLifetime(
        added.span.extracting(range.lowerBound - storedCount..<range.upperBound - storedCount), borrowing: self)
    }
    precondition(range.upperBound <= storedCount)
    return _overrideLifetime(file.span.extracting(start + range.lowerBound..<start + range.upperBound), borrowing: self)
  }

  mutating func append(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { added.append(contentsOf: $0) }
  }
}
