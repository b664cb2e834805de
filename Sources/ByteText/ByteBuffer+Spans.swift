/// The forms of appends and scans that take safe views.
extension ByteBuffer {
  /// Appends a path as a URI has it (RFC 3986): what is no unreserved character, no sub-delimiter, `:`, `@` or `/`
  /// is percent-encoded.
  public mutating func append(percentEncodingPath path: Span<UInt8>) {
    path.withUnsafeBytes { append(percentEncodingPath: $0) }
  }

  /// Appends one value of a query: everything but unreserved characters is percent-encoded.
  public mutating func append(percentEncodingValue value: Span<UInt8>) {
    value.withUnsafeBytes { append(percentEncodingValue: $0) }
  }

  /// Appends an address that may have characters of any script (an IRI, RFC 3987) as a URI: only what no URI may have
  /// is percent-encoded, and what is encoded already stays as it is.
  public mutating func append(uriOf address: Span<UInt8>) {
    address.withUnsafeBytes { append(uriOf: $0) }
  }
}

/// Appends of whole buffers, which a class may keep.
extension ByteBuffer {
  /// Appends what another buffer contains.
  public mutating func append(contentsOf other: borrowing ByteBuffer) { append(other.span) }

  /// Appends what another buffer contains, with `& < > " '` replaced by entities.
  public mutating func append(escapingContentsOf other: borrowing ByteBuffer) { append(escaping: other.span) }

  /// Appends frozen bytes.
  public mutating func append(contentsOf bytes: FrozenBytes) { append(bytes.span) }

  /// Appends an array of bytes.
  public mutating func append(contentsOf bytes: [UInt8]) { append(bytes.span) }

  /// Appends an array of bytes with `& < > " '` replaced by entities.
  public mutating func append(escapingContentsOf bytes: [UInt8]) { append(escaping: bytes.span) }
}

extension [UInt8] {
  /// Replaces the bytes by those of a buffer; the memory is kept.
  public mutating func replace(with buffer: borrowing ByteBuffer) {
    removeAll(keepingCapacity: true)
    append(contentsOf: buffer.span)
  }
}

extension ByteBuffer {
  /// Appends ASCII letters as small ones.
  @inlinable public mutating func append(lowercasing letters: Span<UInt8>) {
    append(capacity: letters.count) { memory in
      for index in letters.indices { memory[index] = letters[index] | 0x20 }
      return letters.count
    }
  }
}

extension ByteRuns {
  /// Letters, digits, `()+,`, and single spaces between printable characters; with `beyondASCII` also the bytes of all
  /// other characters.
  public static func endOfWords(in bytes: Span<UInt8>, from start: Int, beyondASCII: Bool) -> Int {
    bytes.withUnsafeBytes { endOfWords(in: $0, from: start, beyondASCII: beyondASCII) }
  }

  /// All that can be in the path of an address as it is (RFC 3986, `pchar` and slashes); to the very end of the bytes.
  public static func endOfPath(in bytes: Span<UInt8>, from start: Int) -> Int {
    bytes.withUnsafeBytes { endOfPath(in: $0, from: start) }
  }

  /// Letters of ASCII, to the very end of the bytes.
  public static func endOfLetters(in bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count, ASCII.isLetter(bytes[index]) { index &+= 1 }
    return index
  }
}

extension Array<UInt8> {
  /// A copy of some bytes.
  public init(copying bytes: Span<UInt8>) { self = bytes.withUnsafeBufferPointer { Array($0) } }
}
