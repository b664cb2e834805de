internal import ByteText
internal import DataFiles

/// Fields of a site's own, kept as JSON without white space.
extension RecordDecoder {
  /// The most bytes of a mapping's JSON: YAML can name a long text again and again.
  static let mappingLimit = 1 << 20

  /// A mapping, empty where nothing is in it.
  mutating func mapping(_ node: DataNode, in tree: DataTree) -> TextRef {
    guard node.kind == .object else {
      fail(tree.typeIssue(node, expected: "an object of fields of your own"))
      return .empty
    }
    guard node.count > 0 else { return .empty }
    let start = tables.text.count
    var writer = MappingWriter(tree: tree, end: start + Self.mappingLimit)
    guard writer.append(node, to: &tables.text) else {
      tables.text.truncate(to: start)
      let message = "`\(tree.path(of: node))` has more than \(Self.mappingLimit >> 20) MB"
      fail(DataIssue("record/extra", message, at: node.range))
      return .empty
    }
    return tables.reference(from: start)
  }
}

/// Writes values of a tree as JSON. The readers of trees bound how deep values are nested.
private struct MappingWriter {
  let tree: DataTree
  /// Where the JSON must end at the latest.
  let end: Int

  /// Appends a value; false where it is too long, and then it is not complete.
  mutating func append(_ node: DataNode, to out: inout ByteBuffer) -> Bool {
    switch node.kind {
    case .null: out.append("null")
    case .bool: out.append(node.bool == true ? "true" : "false")
    case .integer, .number: append(number: node, to: &out)
    case .string: appendQuoted(node, to: &out)
    case .array: return appendElements(of: node, to: &out)
    case .object: return appendMembers(of: node, to: &out)
    }
    return out.count <= end
  }

  private mutating func appendElements(of node: DataNode, to out: inout ByteBuffer) -> Bool {
    var separator: StaticString = "["
    for element in tree.elements(of: node) {
      out.append(separator)
      guard append(element, to: &out) else { return false }
      separator = ","
    }
    out.append(node.count > 0 ? "]" : "[]")
    return out.count <= end
  }

  private mutating func appendMembers(of node: DataNode, to out: inout ByteBuffer) -> Bool {
    var separator: StaticString = "{"
    for (key, value) in tree.members(of: node) {
      out.append(separator)
      appendQuoted(key, to: &out)
      out.append(":")
      guard append(value, to: &out) else { return false }
      separator = ","
    }
    out.append(node.count > 0 ? "}" : "{}")
    return out.count <= end
  }

  private func appendQuoted(_ node: DataNode, to out: inout ByteBuffer) {
    out.append(quotingJSON: tree.bytes(node))
  }

  /// Appends a number as it is written, or as JSON can say it: YAML has `0x1F` and `.inf` too.
  private func append(number node: DataNode, to out: inout ByteBuffer) {
    if tree.bytes(node).isJSONNumber {
      out.append(tree.bytes(node))
    } else if let integer = node.integer {
      out.append(decimal: integer)
    } else if let number = node.number, number.isFinite {
      out.append("\(number)")
    } else {
      appendQuoted(node, to: &out)
    }
  }
}

extension Span<UInt8> {
  /// Whether the text is a number of JSON (RFC 8259, 6).
  fileprivate var isJSONNumber: Bool {
    var position = 0
    func digits() -> Int {
      var end = position
      while end < count, ASCII.isDigit(self[end]) { end += 1 }
      return end - position
    }
    if position < count, self[position] == UInt8(ascii: "-") { position += 1 }
    let whole = digits()
    guard whole > 0, whole == 1 || self[position] != UInt8(ascii: "0") else { return false }
    position += whole
    if position < count, self[position] == UInt8(ascii: ".") {
      position += 1
      guard digits() > 0 else { return false }
      position += digits()
    }
    if position < count, self[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < count, self[position] == UInt8(ascii: "+") || self[position] == UInt8(ascii: "-") { position += 1 }
      guard digits() > 0 else { return false }
      position += digits()
    }
    return position == count
  }
}
