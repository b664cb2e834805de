/// Steps over runs of bytes that need no look of their own, sixteen at a time.
///
/// Each function gives an index up to which all bytes are of its kind. It may stop before the run ends, at the last byte
/// or where a text is shorter than seventeen bytes: whoever calls looks at the byte there and goes on.
public enum ByteRuns {
  private typealias Bytes = ByteLanes.Bytes
  private typealias Truth = ByteLanes.Truth

  /// Letters, digits, `()+,`, and single spaces between printable characters; with `beyondASCII` also the bytes of all
  /// other characters.
  public static func endOfWords(in bytes: UnsafeRawBufferPointer, from start: Int, beyondASCII: Bool) -> Int {
    let highest: UInt8 = beyondASCII ? 0x7F : 0xFF
    return end(in: bytes, from: start) { lanes, next in
      let others = isWithin(lanes, 0x30, 0x39) .| isWithin(lanes, 0x28, 0x29) .| isWithin(lanes, 0x2B, 0x2C)
      let spaces = isEqual(lanes, 0x20) .& isPrintable(next)
      return isLetter(lanes) .| others .| spaces .| (lanes .> ByteLanes.all(highest))
    }
  }

  /// Printable ASCII, tabs and line feeds.
  public static func endOfCleanASCII(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    end(in: bytes, from: start) { lanes, _ in isWithin(lanes, 0x20, 0x7E) .| isWithin(lanes, 0x09, 0x0A) }
  }

  /// All that stands in the path of an address as it is (RFC 3986, `pchar` and slashes); to the very end of the bytes.
  public static func endOfPath(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    ByteLanes.first(in: bytes, from: start) { lanes in
      let marks =
        isWithin(lanes, 0x22, 0x23) .| isEqual(lanes, 0x25) .| isEqual(lanes, 0x3C) .| isWithin(lanes, 0x3E, 0x3F)
      let brackets = isWithin(lanes, 0x5B, 0x5E) .| isEqual(lanes, 0x60) .| isWithin(lanes, 0x7B, 0x7D)
      return marks .| brackets .| (lanes .> ByteLanes.all(0x7E)) .| (lanes .< ByteLanes.all(0x21))
    }
  }

  /// ASCII that stands in a JSON string as it is: no quotes, backslashes and control characters; to the very end of the
  /// bytes.
  public static func endOfJSONText(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    ByteLanes.first(in: bytes, from: start) { lanes in
      isEqual(lanes, 0x22) .| isEqual(lanes, 0x5C) .| .!isWithin(lanes, 0x20, 0x7F)
    }
  }

  /// All that XML text may hold whatever stands beside it: no control characters but tabs and line ends, and no byte EF,
  /// with which the characters U+FFFE and U+FFFF begin; to the very end of the bytes.
  public static func endOfXMLText(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    ByteLanes.first(in: bytes, from: start) { lanes in
      let lineEnds = isWithin(lanes, 0x09, 0x0A) .| isEqual(lanes, 0x0D)
      return isEqual(lanes, 0xEF) .| ((lanes .< ByteLanes.all(0x20)) .& .!lineEnds)
    }
  }

  /// Letters of ASCII, to the very end of the bytes.
  public static func endOfLetters(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    while index < bytes.count, (bytes[index] | 0x20) &- 0x61 < 26 { index &+= 1 }
    return index
  }

  /// Printable bytes and single spaces between them, but none that could begin a space beyond ASCII (C2, E2).
  public static func endOfSpacedWords(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    end(in: bytes, from: start) { lanes, next in
      let begins = isPrintable(next) .& .!beginsSpace(next)
      return (isPrintable(lanes) .& .!beginsSpace(lanes)) .| (isEqual(lanes, 0x20) .& begins)
    }
  }

  /// - Parameter isInRun: tells of each byte, from it and the byte behind it, whether it is of the kind.
  @inline(__always)
  private static func end(
    in bytes: UnsafeRawBufferPointer, from start: Int, _ isInRun: (_ lanes: Bytes, _ next: Bytes) -> Truth
  ) -> Int {
    let last = bytes.count &- ByteLanes.count &- 1
    guard last >= 0 else { return start }
    var index = start
    while index < bytes.count &- 1 {
      // At the end, bytes that were looked at already come along.
      let base = min(index, last)
      let truth = isInRun(ByteLanes.load(bytes, base), ByteLanes.load(bytes, base &+ 1))
      if let lane = ByteLanes.first(.!truth, from: index &- base) { return base &+ lane }
      index = base &+ ByteLanes.count
    }
    return index
  }

  @inline(__always)
  private static func isEqual(_ lanes: Bytes, _ byte: UInt8) -> Truth { lanes .== ByteLanes.all(byte) }

  @inline(__always)
  private static func isWithin(_ lanes: Bytes, _ low: UInt8, _ high: UInt8) -> Truth {
    lanes &- ByteLanes.all(low) .<= ByteLanes.all(high &- low)
  }

  @inline(__always)
  private static func isLetter(_ lanes: Bytes) -> Truth { isWithin(lanes | ByteLanes.all(0x20), 0x61, 0x7A) }

  @inline(__always)
  private static func isPrintable(_ lanes: Bytes) -> Truth { lanes .> ByteLanes.all(0x20) }

  /// C2 and E2 differ in one bit.
  @inline(__always)
  private static func beginsSpace(_ lanes: Bytes) -> Truth { lanes & ByteLanes.all(0xDF) .== ByteLanes.all(0xC2) }
}
