#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

// MARK: - Elements of one array

extension JSONReader {
  /// The offset of the next byte that is read.
  public var offset: Int { position }

  /// Whether the text is an array, as far as its first byte says; nothing is consumed but white space.
  public mutating func isArray() -> Bool {
    skipSpace()
    return position < end && bytes[position] == UInt8(ascii: "[")
  }

  /// Reads the next element of the outermost array, each into the emptied tree.
  ///
  /// The first call reads the opening bracket. Behind a broken element it goes on at the next one, where that can be
  /// found; where it can't, the issue is followed by the end.
  public mutating func nextElement(into tree: inout DataTree) -> Outcome {
    guard state != .finished else { return .end }
    let elementStart = position
    var outcome = Outcome.value
    let isRead = attempt { (reader) throws(JSONFailure) in outcome = try reader.readElement(into: &tree) }
    if isRead { return outcome == .value && hasErrorInValue ? .broken : outcome }
    resynchronize(from: elementStart, depth: tree.depth)
    return .broken
  }

  private mutating func readElement(into tree: inout DataTree) throws(JSONFailure) -> Outcome {
    tree.start(.json, of: text)
    skipSpace()
    let byte = try currentByte()
    if state == .inArray, byte == UInt8(ascii: "]") { return try finishArray() }
    if state == .inArray, byte != UInt8(ascii: ",") { throw failure(.missingComma) }
    if state == .before, byte != UInt8(ascii: "[") { throw failure(.unexpectedByte) }
    let separator = position
    position &+= 1
    skipSpace()
    if try currentByte() == UInt8(ascii: "]") {
      if state == .inArray { issues.append(JSONFailure(.trailingComma, at: separator, to: separator + 1).issue) }
      return try finishArray()
    }
    state = .inArray
    try readValue(into: &tree)
    return .value
  }

  private mutating func finishArray() throws(JSONFailure) -> Outcome {
    position &+= 1
    state = .finished
    skipSpace()
    if position < end { throw failure(.trailingText) }
    return .end
  }

  /// Goes to the comma or bracket that ends the element in which reading failed.
  private mutating func resynchronize(from elementStart: Int, depth: Int) {
    guard state == .inArray else { return state = .finished }
    position = max(position, elementStart &+ 1)
    var depth = depth
    while position < end {
      switch bytes[position] {
      case UInt8(ascii: "\""): skipQuoted()
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]") where depth == 0, UInt8(ascii: ",") where depth == 0: return
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth = max(0, depth - 1)
      default: break
      }
      position &+= 1
    }
    state = .finished
  }

  /// Goes to the closing quote of the string that begins here, or to the end of its line.
  private mutating func skipQuoted() {
    position &+= 1
    while position < end, bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "\n") {
      position &+= bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
  }
}

// MARK: - Lines

extension JSONReader {
  /// Reads the next line of JSON Lines that is not blank; a broken line leaves the others unharmed.
  public mutating func nextLine(into tree: inout DataTree) -> Outcome {
    let textEnd = end
    defer { end = textEnd }
    skipSpace()
    guard position < textEnd else { return .end }
    end = lineEnd(from: position, before: textEnd)
    let isRead = readDocument(into: &tree)
    position = end
    return isRead ? .value : .broken
  }

  private func lineEnd(from start: Int, before textEnd: Int) -> Int {
    guard let base = bytes.baseAddress, let found = memchr(base + start, 0x0A, textEnd - start) else { return textEnd }
    return UnsafeRawPointer(found) - base
  }
}
