import ByteText

/// A text that may be read without fear: valid UTF-8 without control characters and without bidirectional overrides.
///
/// Line breaks are LF. Reading beyond the end gives 0, which the text itself never holds.
struct SourceText: ~Copyable {
  var bytes = ByteBuffer(capacity: 4096)
  var offsets = OffsetMap()

  /// The number of bytes.
  var count: Int { bytes.count }

  /// The byte at an index, 0 beyond the end.
  subscript(index: Int) -> UInt8 {
    let span = bytes.span
    return index >= 0 && index < span.count ? span[unchecked: index] : 0
  }

  /// A run of bytes.
  @_lifetime(borrow self)
  func slice(_ range: Range<Int>) -> Span<UInt8> {
    _overrideLifetime(bytes.span.extracting(range), borrowing: self)
  }

  /// Whether the bytes at an index are a literal's.
  func holds(_ literal: StaticString, at index: Int) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard index >= 0, index + length <= count else { return false }
    let expected = UnsafeBufferPointer(start: literal.utf8Start, count: length)
    for offset in 0..<length where self[index + offset] != expected[offset] { return false }
    return true
  }

  /// The scalar that begins at an index and the index behind it.
  func scalar(at index: Int) -> (scalar: Unicode.Scalar, end: Int) {
    let first = self[index]
    guard first >= 0x80 else { return (Unicode.Scalar(first), index + 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(self[index + offset] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", index + length)
  }
}

extension SourceText {
  /// Takes over a text; what may not stand in it is replaced or left out, and `report` hears of it.
  mutating func load(_ source: Span<UInt8>, report: (_ offset: Int, _ message: String) -> Void) {
    bytes.removeAll()
    offsets.removeAll()
    bytes.reserve(source.count)
    var index = 0
    while index < source.count {
      let end = Self.endOfCleanRun(in: source, from: index)
      bytes.append(source.extracting(index..<end))
      guard end < source.count else { return }
      index = loadSpecial(source, at: end, report)
    }
  }

  /// The index of the first byte that is not printable ASCII, a tab or a line feed.
  private static func endOfCleanRun(in source: Span<UInt8>, from start: Int) -> Int {
    source.withUnsafeBytes { bytes in
      var index = start
      while true {
        index = ByteRuns.endOfCleanASCII(in: bytes, from: index)
        guard index < bytes.count, isClean(bytes[index]) else { return index }
        index &+= 1
      }
    }
  }

  private static func isClean(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F || byte == 0x0A || byte == 0x09
  }

  private mutating func loadSpecial(
    _ source: Span<UInt8>, at index: Int, _ report: (_ offset: Int, _ message: String) -> Void
  ) -> Int {
    guard let (scalar, length) = UTF8Decoding.scalar(in: source, at: index) else {
      let length = UTF8Decoding.lengthOfBrokenSequence(in: source, at: index)
      report(index, "this is not UTF-8")
      replace("\u{FFFD}", index, length)
      return index + length
    }
    switch CharacterFilter.verdict(on: scalar) {
    case .keep: bytes.append(source.extracting(index..<index + length))
    case .lineBreak: loadLineBreak(source, index, length)
    case .replace: replace("\u{FFFD}", index, length)
    case .drop(let reason):
      if let reason { report(index, "\(reason) U+\(String(scalar.value, radix: 16, uppercase: true)) is left out") }
      replace("", index, length)
    }
    return index + length
  }

  /// CR LF gives one line break: the CR is left out.
  private mutating func loadLineBreak(_ source: Span<UInt8>, _ index: Int, _ length: Int) {
    let isBeforeLineFeed = source[index] == 0x0D && index + 1 < source.count && source[index + 1] == 0x0A
    replace(isBeforeLineFeed ? "" : "\n", index, length)
  }

  private mutating func replace(_ text: StaticString, _ index: Int, _ length: Int) {
    bytes.append(text)
    if text.utf8CodeUnitCount != length { offsets.add(output: bytes.count, input: index + length) }
  }
}
