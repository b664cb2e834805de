/// Steps over runs of bytes that need no look of their own, eight at a time.
///
/// Each function gives an index up to which all bytes are of its kind. It may stop before the run ends, at the latest
/// eight bytes before the end of the text: whoever calls looks at the byte there and goes on.
public enum ByteRuns {
  /// Letters, digits, `()+,`, and single spaces between printable characters; with `beyondASCII` also the bytes of all
  /// other characters.
  public static func endOfWords(in bytes: UnsafeRawBufferPointer, from start: Int, beyondASCII: Bool) -> Int {
    end(in: bytes, from: start) { lanes, next in
      let others = isWithin(lanes, 0x30, 0x39) | isWithin(lanes, 0x28, 0x29) | isWithin(lanes, 0x2B, 0x2C)
      let spaces = isSpace(lanes) & isPrintable(next)
      return (isLetter(lanes) | others | spaces) & ~lanes | (beyondASCII ? lanes : 0)
    }
  }

  /// Printable ASCII, tabs and line feeds.
  public static func endOfCleanASCII(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    end(in: bytes, from: start) { lanes, _ in (isWithin(lanes, 0x20, 0x7E) | isWithin(lanes, 0x09, 0x0A)) & ~lanes }
  }

  /// All but control characters, to the very end of the bytes.
  public static func endOfLine(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = end(in: bytes, from: start) { lanes, _ in isWithin(lanes, 0x20, 0x7E) | lanes }
    while index < bytes.count, bytes[index] >= 0x20, bytes[index] != 0x7F { index &+= 1 }
    return index
  }

  /// Letters of ASCII, to the very end of the bytes.
  public static func endOfLetters(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = end(in: bytes, from: start) { lanes, _ in isLetter(lanes) & ~lanes }
    while index < bytes.count, (bytes[index] | 0x20) &- 0x61 < 26 { index &+= 1 }
    return index
  }

  /// Printable bytes and single spaces between them, but none that could begin a space beyond ASCII (C2, E2).
  public static func endOfSpacedWords(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    end(in: bytes, from: start) { lanes, next in
      isPrintable(lanes) & beginsNoSpace(lanes) | isSpace(lanes) & isPrintable(next) & beginsNoSpace(next)
    }
  }

  /// - Parameter isInRun: tells of eight bytes, from those and the bytes behind each, which are of the kind.
  @inline(__always)
  private static func end(
    in bytes: UnsafeRawBufferPointer, from start: Int, _ isInRun: (_ lanes: UInt64, _ next: UInt64) -> UInt64
  ) -> Int {
    var index = start
    while index &+ 8 < bytes.count {
      if let end = firstFalse(isInRun(lanes(bytes, index), lanes(bytes, index &+ 1))) { return index &+ end }
      index &+= 8
    }
    return index
  }

  // MARK: Eight bytes in a word. What is true of a byte is said by its highest bit; the other bits mean nothing.

  @inline(__always)
  private static func lanes(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  @inline(__always)
  private static func all(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

  /// Whether the lower seven bits are from `low` up to `high`; no sum leaves its byte.
  @inline(__always)
  private static func isWithin(_ lanes: UInt64, _ low: UInt64, _ high: UInt64) -> UInt64 {
    let bits = lanes & all(0x7F)
    return (bits &+ all(0x80 &- low)) & ~(bits &+ all(0x7F &- high))
  }

  @inline(__always)
  private static func isLetter(_ lanes: UInt64) -> UInt64 { isWithin(lanes | all(0x20), 0x61, 0x7A) }

  @inline(__always)
  private static func isZero(_ lanes: UInt64) -> UInt64 { ~((lanes & all(0x7F)) &+ all(0x7F) | lanes) }

  @inline(__always)
  private static func isSpace(_ lanes: UInt64) -> UInt64 { isZero(lanes ^ all(0x20)) }

  @inline(__always)
  private static func isPrintable(_ lanes: UInt64) -> UInt64 { (lanes & all(0x7F)) &+ all(0x5F) | lanes }

  /// C2 and E2 differ in one bit.
  @inline(__always)
  private static func beginsNoSpace(_ lanes: UInt64) -> UInt64 { ~isZero((lanes & all(0xDF)) ^ all(0xC2)) }

  /// The first byte of which something isn't true.
  @inline(__always)
  private static func firstFalse(_ lanes: UInt64) -> Int? {
    let isFalse = ~lanes & all(0x80)
    return isFalse == 0 ? nil : isFalse.trailingZeroBitCount &>> 3
  }
}

extension Span<UInt8> {
  /// Whether two runs hold the same bytes.
  public func isEqual(to other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    return withUnsafeBytes { bytes in
      other.withUnsafeBytes { others in
        var index = 0
        while index &+ 8 <= bytes.count {
          let left = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          guard left == others.loadUnaligned(fromByteOffset: index, as: UInt64.self) else { return false }
          index &+= 8
        }
        while index < bytes.count, bytes[index] == others[index] { index &+= 1 }
        return index == bytes.count
      }
    }
  }
}
