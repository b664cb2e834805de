public import ByteText

/// Reads JSON (RFC 8259) into a tree, in one pass over the bytes and without recursion.
///
/// Stricter than the RFC in one thing: a key that is in an object twice is an error. A byte order mark at the
/// start is skipped, a lone surrogate in an escape becomes U+FFFD with a warning.
public struct JSONReader {
  /// What a step of a stream gave.
  public enum Outcome: Sendable {
    /// The tree contains the next value.
    case value
    /// The next value is broken: `issues` says how. Reading can go on.
    case broken
    /// There are no more values.
    case end
  }

  /// How far the reading of an array element by element has come.
  enum ArrayState {
    case before
    case inArray
    case finished
  }

  /// How deep arrays and objects may nest.
  public static let depthLimit = 256

  /// How many mistakes of one value are reported; what is more is counted.
  public static let issueLimit = 100

  /// What was wrong so far, in the order of the text.
  public var issues: [DataIssue] = []
  let text: FrozenBytes
  let bytes: UnsafeRawBufferPointer
  /// The offset after the last byte that belongs to the value or line.
  var end: Int
  var position: Int
  var hasErrorInValue = false
  /// How many mistakes the value has that don't keep it from being read, and where the last one is.
  var notedInValue = 0
  var lastNoted = 0..<0
  /// Whether the string in work may have lost a TeX command to an escape.
  var mayHaveLostCommand = false
  var state = ArrayState.before

  /// A reader of the bytes in `range`, or of all.
  public init(_ text: FrozenBytes, range: Range<Int>? = nil) {
    self.text = text
    bytes = text.bytes
    let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
    (position, end) = (range.lowerBound, range.upperBound)
    if position == 0, end >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
  }

  /// Reads the one value that the text must be.
  ///
  /// - Returns: whether it was read without an error; `issues` says what was wrong.
  public mutating func readDocument(into tree: inout DataTree) -> Bool {
    let isRead = attempt { (reader) throws(JSONFailure) in
      try reader.readValue(into: &tree)
      reader.skipSpace()
      guard reader.position == reader.end else {
        throw JSONFailure(.trailingText, at: reader.position, to: reader.position + 1)
      }
    }
    return isRead && !hasErrorInValue
  }

  /// Runs a step that may fail and notes the failure.
  mutating func attempt(_ step: (inout JSONReader) throws(JSONFailure) -> Void) -> Bool {
    do {
      try step(&self)
      noteRest()
      return true
    } catch {
      noteRest()
      issues.append(issue(of: error))
      return false
    }
  }

  private func issue(of failure: JSONFailure) -> DataIssue {
    MergeConflict.isMarker(in: bytes, at: failure.start, before: end)
      ? MergeConflict.issue(at: failure.start) : failure.issue
  }

  /// Notes a mistake that doesn't hide where the value ends.
  mutating func note(_ issue: DataIssue) {
    notedInValue += 1
    lastNoted = issue.range
    if issue.severity == .error { hasErrorInValue = true }
    if notedInValue <= Self.issueLimit { issues.append(issue) }
  }

  /// Says how many mistakes of the value were counted only.
  private mutating func noteRest() {
    defer { notedInValue = 0 }
    guard notedInValue > Self.issueLimit else { return }
    let rest = notedInValue - Self.issueLimit
    issues.append(
      DataIssue(
        hasErrorInValue ? .error : .warning, "data/issues", "\(rest) more mistakes up to here are not shown",
        at: lastNoted))
  }
}

// MARK: - Values

extension JSONReader {
  /// Reads the value that begins here, white space before it included.
  mutating func readValue(into tree: inout DataTree) throws(JSONFailure) {
    tree.start(.json, of: text)
    (hasErrorInValue, notedInValue) = (false, 0)
    try readItem(into: &tree)
    while let container = tree.open.last { try readStep(of: container, into: &tree) }
  }

  /// Reads a scalar or the opening bracket of a container.
  private mutating func readItem(into tree: inout DataTree) throws(JSONFailure) {
    skipSpace()
    switch try currentByte() {
    case UInt8(ascii: "\""): try readString(into: &tree)
    case UInt8(ascii: "{"): try open(.object, in: &tree)
    case UInt8(ascii: "["): try open(.array, in: &tree)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try readNumber(into: &tree)
    case UInt8(ascii: "t"): try readLiteral("true", .bool, payload: 1, into: &tree)
    case UInt8(ascii: "f"): try readLiteral("false", .bool, payload: 0, into: &tree)
    case UInt8(ascii: "n"): try readLiteral("null", .null, payload: 0, into: &tree)
    default: throw unexpectedValue()
    }
  }

  private mutating func open(_ kind: DataNode.Kind, in tree: inout DataTree) throws(JSONFailure) {
    guard tree.depth < Self.depthLimit else { throw JSONFailure(.tooDeep, at: position, to: position + 1) }
    tree.openContainer(kind, at: position)
    position &+= 1
  }

  /// Reads the next element or member of a container, or its closing bracket.
  private mutating func readStep(of container: OpenContainer, into tree: inout DataTree) throws(JSONFailure) {
    let closing = container.kind == .array ? UInt8(ascii: "]") : UInt8(ascii: "}")
    skipSpace()
    if try currentByte() == closing {
      position &+= 1
      tree.closeContainer(at: position)
      return
    }
    if container.count > 0 { try readComma(before: closing) }
    guard tree.nodes.count < DataTree.nodeLimit else { throw failure(.tooLarge) }
    tree.countChild()
    if container.kind == .object { try readKey(into: &tree) }
    try readItem(into: &tree)
  }

  private mutating func readComma(before closing: UInt8) throws(JSONFailure) {
    guard try currentByte() == UInt8(ascii: ",") else { throw failure(.missingComma) }
    let comma = position
    position &+= 1
    skipSpace()
    if try currentByte() == closing { throw JSONFailure(.trailingComma, at: comma, to: comma + 1) }
  }

  private mutating func readKey(into tree: inout DataTree) throws(JSONFailure) {
    guard try currentByte() == UInt8(ascii: "\"") else { throw failure(.missingKey) }
    let start = position
    try readString(into: &tree)
    if tree.registerKey() != nil {
      note(duplicateKey(in: tree, at: start..<position))
    }
    skipSpace()
    guard try currentByte() == UInt8(ascii: ":") else { throw failure(.missingColon) }
    position &+= 1
  }

  private func duplicateKey(in tree: DataTree, at range: Range<Int>) -> DataIssue {
    let name = tree.nodes.last.map(tree.string) ?? ""
    return DataIssue("json/duplicate-key", "the key `\(name.prefix(100))` is in this object twice", at: range)
  }

  private mutating func readLiteral(
    _ literal: StaticString, _ kind: DataNode.Kind, payload: UInt64, into tree: inout DataTree
  ) throws(JSONFailure) {
    let length = literal.utf8CodeUnitCount
    guard position &+ length <= end else { throw unexpectedValue() }
    for index in 0..<length where bytes[position &+ index] != literal.utf8Start[index] { throw unexpectedValue() }
    if position &+ length < end, isWordByte(bytes[position &+ length]) { throw unexpectedValue() }
    tree.append(kind, at: position..<position &+ length, payload: payload)
    position &+= length
  }
}

// MARK: - Bytes

extension JSONReader {
  @inline(__always) mutating func skipSpace() {
    while position < end {
      switch bytes[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\r"): position &+= 1
      default: return
      }
    }
  }

  @inline(__always) func currentByte() throws(JSONFailure) -> UInt8 {
    guard position < end else { throw JSONFailure(.endOfText, at: end, to: end) }
    return bytes[position]
  }

  func failure(_ problem: JSONProblem) -> JSONFailure {
    JSONFailure(problem, at: position, to: min(position + 1, end))
  }

  /// The failure for something that begins no value, with the whole word where it is one.
  @inline(never) private func unexpectedValue() -> JSONFailure {
    var wordEnd = position
    while wordEnd < end, isWordByte(bytes[wordEnd]) { wordEnd += 1 }
    return wordEnd > position ? JSONFailure(.badLiteral, at: position, to: wordEnd) : failure(.unexpectedByte)
  }

  func isWordByte(_ byte: UInt8) -> Bool { ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte >= 0x80 }
}
