internal import ByteText
internal import DataFiles

/// Values of single types, each with what is said where a value has another type.
extension RecordDecoder {
  /// Whether a value can be taken as text: in YAML, what looks like a number or a bool may be meant as text, as the
  /// id in `id: 2401.00010`.
  func isText(_ node: DataNode, in tree: DataTree) -> Bool {
    if node.kind == .string { return true }
    return tree.syntax == .yaml && node.kind != .array && node.kind != .object && node.kind != .null
  }

  /// A value that must be text; an error is noted where it isn't.
  mutating func expectText(_ node: DataNode?, in tree: DataTree) -> DataNode? {
    guard let node else { return nil }
    if isText(node, in: tree) { return node }
    let help = tree.syntax == .json && (node.integer ?? node.number.map { _ in 0 }) != nil ? "put it in quotes" : nil
    var issue = tree.typeIssue(node, expected: "a string")
    issue.help = help
    fail(issue)
    return nil
  }

  /// A text of one line, or empty.
  mutating func line(_ node: DataNode?, in tree: DataTree) -> TextRef {
    guard let node = expectText(node, in: tree) else { return .empty }
    return tables.append(line: tree.bytes(node))
  }

  /// A bool, or false.
  mutating func bool(_ node: DataNode?, in tree: DataTree) -> Bool {
    guard let node else { return false }
    if let bool = node.bool { return bool }
    fail(tree.typeIssue(node, expected: "true or false"))
    return false
  }

  /// A count: a whole number that is not negative, however it is written; nil for null.
  mutating func count(_ node: DataNode?, in tree: DataTree) -> Int32? {
    guard let node, node.kind != .null else { return nil }
    guard let number = node.number, number.rounded(.towardZero) == number else {
      fail(tree.typeIssue(node, expected: "an integer"))
      return nil
    }
    if let count = Int32(exactly: number), count >= 0 { return count }
    fail(DataIssue("record/count", "`\(tree.path(of: node))` must be between 0 and \(Int32.max)", at: node.range))
    return nil
  }

  /// The elements of a list.
  mutating func elements(_ node: DataNode, of expected: String, in tree: DataTree) -> DataTree.Elements {
    if node.kind != .array { fail(tree.typeIssue(node, expected: "an array of \(expected)")) }
    return tree.elements(of: node)
  }

  /// Texts of one line each, empty ones left out.
  mutating func lines(_ node: DataNode, in tree: DataTree) -> ListRef {
    let start = tables.rows.texts.count
    for element in elements(node, of: "strings", in: tree) {
      let text = line(element, in: tree)
      if !text.isEmpty { tables.rows.texts.append(shared(text)) }
    }
    return ListRef(start: start, count: tables.rows.texts.count - start)
  }

  /// The text that was read last, or an equal one of the records before: tags are the same again and again.
  private mutating func shared(_ text: TextRef) -> TextRef {
    if let known = frequentTexts.first(where: { $0.length == text.length && tables.isSame($0, text) }) {
      tables.text.truncate(to: Int(text.offset))
      return known
    }
    if frequentTexts.count < Self.mostFrequentTexts { frequentTexts.append(text) }
    return text
  }

  private static var mostFrequentTexts: Int { 32 }
}
