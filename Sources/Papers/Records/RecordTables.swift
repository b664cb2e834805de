internal import ByteText

/// The rows and the text of the records that one worker reads in one go.
///
/// Texts get the number of the segment that they will have in the store; rows of lists are counted from this table's
/// own start and are moved when tables are put together.
struct RecordTables: ~Copyable {
  let segment: UInt16
  var text: ByteBuffer
  var rows = RecordRows()

  init(segment: UInt16, capacity: Int) {
    self.segment = segment
    text = ByteBuffer(capacity: capacity)
  }

  /// Makes room for a text of `capacity` bytes in all. Memory that is never written to costs nothing.
  mutating func reserve(_ capacity: Int) {
    text.reserve(capacity - text.count)
  }

  /// Ends the table.
  consuming func frozen() -> (text: FrozenBytes, rows: RecordRows) {
    let rows = rows
    return (FrozenBytes(taking: text), rows)
  }
}

/// The rows of some records.
struct RecordRows: Sendable {
  var papers: [Paper] = []
  var authorships: [Authorship] = []
  var parties: [Party] = []
  var days: [Day] = []
  var texts: [TextRef] = []
  var links: [PaperLink] = []
  var versions: [PaperVersion] = []
}

// MARK: - Adding text

extension RecordTables {
  /// What a closure writes, as a text.
  mutating func append(_ write: (inout ByteBuffer) -> Void) -> TextRef {
    let start = text.count
    write(&text)
    return reference(from: start)
  }

  /// Bytes as they are.
  mutating func append(_ bytes: Span<UInt8>) -> TextRef {
    let start = text.count
    text.append(bytes)
    return reference(from: start)
  }

  /// A text in one line: runs of white space become one space, control characters vanish.
  mutating func append(line bytes: Span<UInt8>) -> TextRef {
    let start = text.count
    var pendingSpace = false
    for index in bytes.indices {
      let byte = bytes[index]
      if ASCII.isSpace(byte) {
        pendingSpace = text.count > start
      } else if byte >= 0x20, byte != 0x7F {
        if pendingSpace { text.append(UInt8(ascii: " ")) }
        pendingSpace = false
        text.append(byte)
      }
    }
    return reference(from: start)
  }

  /// A literal and some bytes as one text.
  mutating func append(_ prefix: StaticString, _ rest: Span<UInt8>) -> TextRef {
    let start = text.count
    text.append(prefix)
    text.append(rest)
    return reference(from: start)
  }

  /// A literal and a text of this table as one text.
  mutating func append(_ prefix: StaticString, copying rest: TextRef) -> TextRef {
    let start = text.count
    text.append(prefix)
    text.appendCopy(of: rest.range)
    return reference(from: start)
  }

  /// Whether a text of this table is `literal`.
  func text(_ text: TextRef, is literal: StaticString) -> Bool {
    let bytes = bytes(text)
    return bytes.count == literal.utf8CodeUnitCount && bytes.starts(with: literal)
  }

  /// Whether two texts of this table have the same bytes.
  func isSame(_ left: TextRef, _ right: TextRef) -> Bool {
    bytes(left).isEqual(to: bytes(right))
  }

  func reference(from start: Int) -> TextRef {
    TextRef(segment: segment, offset: start, length: text.count - start)
  }

  /// The bytes of a text of this table.
  @_lifetime(borrow self)
  func bytes(_ text: TextRef) -> Span<UInt8> {
    _overrideLifetime(self.text.span.extracting(text.range), borrowing: self)
  }
}
