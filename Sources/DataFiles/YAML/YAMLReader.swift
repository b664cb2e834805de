internal import CLibYAML
package import ByteText

/// Reads YAML into a tree, with the core schema: null, true and false, integers, floats, strings; a date is a string.
///
/// Parsing is libyaml's. A key that stands twice in a mapping, a second document and a tag outside the core schema
/// are errors. Aliases are copies of what they name; their total size is limited, so that no small text grows large.
package struct YAMLReader {
  /// How deep sequences and mappings may nest.
  package static let depthLimit = 256
  /// How many nodes aliases may add.
  package static let aliasedNodeLimit = 100_000

  /// What was wrong, in the order of the text.
  package var issues: [DataIssue] = []
  /// Whether the text was read to its end: then the tree holds all of it, whatever else was wrong.
  package private(set) var isWhole = false
  let text: FrozenBytes
  let range: Range<Int>
  var offsets: CharacterOffsets
  var anchors: [String: Int] = [:]
  var aliasedNodes = 0
  var documents = 0

  /// A reader of the bytes in `range`, or of all.
  package init(_ text: FrozenBytes, range: Range<Int>? = nil) {
    self.text = text
    var range = (range ?? 0..<text.bytes.count).clamped(to: 0..<text.bytes.count)
    if range.lowerBound == 0, text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      range = min(3, range.upperBound)..<range.upperBound
    }
    self.range = range
    offsets = CharacterOffsets(text.bytes, range: range)
  }

  /// Reads the one document that the text holds; an empty text is null.
  ///
  /// - Returns: whether it was read without an error; `issues` holds what was wrong.
  package mutating func readDocument(into tree: inout DataTree) -> Bool {
    tree.start(.yaml, of: text)
    guard isUTF8(), var events = YAMLEvents(UnsafeRawBufferPointer(rebasing: text.bytes[range])) else { return false }
    while issues.count < 20 {
      guard let event = events.next() else {
        note(events.failure)
        break
      }
      if event.type == YAML_STREAM_END_EVENT {
        isWhole = true
        break
      }
      guard take(event, into: &tree), hasRoom(in: tree, for: event) else { break }
    }
    return !issues.contains { $0.severity == .error }
  }

  private mutating func isUTF8() -> Bool {
    guard let offset = UTF8Validation.firstInvalid(in: text.bytes, range: range) else { return true }
    note("data/utf8", "this byte is not UTF-8", at: offset..<offset + 1, help: "save the file as UTF-8")
    return false
  }

  private mutating func hasRoom(in tree: DataTree, for event: borrowing YAMLEvent) -> Bool {
    if tree.nodes.count < DataTree.nodeLimit { return true }
    note("yaml/size", "the text holds more than \(DataTree.nodeLimit) values", at: range(of: event))
    return false
  }

  /// - Returns: whether reading can go on.
  private mutating func take(_ event: borrowing YAMLEvent, into tree: inout DataTree) -> Bool {
    switch event.type {
    case YAML_DOCUMENT_START_EVENT: return takeDocumentStart(event)
    case YAML_MAPPING_START_EVENT: return takeOpening(event, .object, into: &tree)
    case YAML_SEQUENCE_START_EVENT: return takeOpening(event, .array, into: &tree)
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: tree.closeContainer(at: offsets.offset(of: event.end))
    case YAML_SCALAR_EVENT: takeScalar(event, into: &tree)
    case YAML_ALIAS_EVENT: return takeAlias(event, into: &tree)
    default: break
    }
    return true
  }

  mutating func note(_ id: String, _ message: String, at range: Range<Int>, help: String? = nil) {
    issues.append(DataIssue(id, message, at: range, help: help))
  }

  private mutating func note(_ failure: (message: String, place: YAMLPlace)) {
    let offset =
      switch failure.place {
      case .byte(let offset): min(range.lowerBound + offset, range.upperBound)
      case .character(let character): offsets.offset(of: character)
      }
    // Mostly this is a text with a colon in it.
    let isColon = failure.message.hasPrefix("mapping values are not allowed")
    note(
      "yaml/syntax", failure.message, at: offset..<min(offset + 1, range.upperBound),
      help: isColon ? "put the value in quotes" : nil)
  }
}

// MARK: - Events

extension YAMLReader {
  private mutating func takeDocumentStart(_ event: borrowing YAMLEvent) -> Bool {
    documents += 1
    if documents > 1 {
      note("yaml/documents", "a second document begins here; only one may stand in a file", at: range(of: event))
    }
    return documents == 1
  }

  private mutating func takeOpening(
    _ event: borrowing YAMLEvent, _ kind: DataNode.Kind, into tree: inout DataTree
  ) -> Bool {
    guard tree.depth < Self.depthLimit else {
      note("yaml/depth", "the text nests more than \(Self.depthLimit) deep", at: range(of: event))
      return false
    }
    guard !tree.expectsKey else {
      note("yaml/key", "a key must be a text", at: range(of: event))
      return false
    }
    checkTag(event, allowed: kind == .object ? "tag:yaml.org,2002:map" : "tag:yaml.org,2002:seq")
    tree.beginValue()
    remember(event, in: tree)
    tree.openContainer(kind, at: offsets.offset(of: event.start))
    return true
  }

  private mutating func takeScalar(_ event: borrowing YAMLEvent, into tree: inout DataTree) {
    let range = range(of: event)
    if tree.expectsKey { return takeKey(event, at: range, into: &tree) }
    tree.beginValue()
    remember(event, in: tree)
    if let value = value(of: event) {
      tree.append(value.kind, at: range, payload: value.payload)
    } else {
      tree.append(scalar: event.text, at: range)
    }
  }

  private mutating func takeKey(_ event: borrowing YAMLEvent, at range: Range<Int>, into tree: inout DataTree) {
    tree.beginKey()
    tree.append(scalar: event.text, at: range)
    guard tree.registerKey() != nil else { return }
    let name = String(decoding: event.text, as: UTF8.self)
    note("yaml/duplicate-key", "the key `\(name)` stands twice in one mapping", at: range)
  }

  /// The value of a scalar that is no string.
  private mutating func value(of event: borrowing YAMLEvent) -> YAMLCoreSchema.Value? {
    guard let tag = event.tag else { return event.isPlain ? YAMLCoreSchema.value(of: event.text) : nil }
    guard tag != "tag:yaml.org,2002:str", tag != "!" else { return nil }
    let names: [DataNode.Kind: String] = [.null: "null", .bool: "bool", .integer: "int", .number: "float"]
    let value = YAMLCoreSchema.value(of: event.text)
    if let value, let name = names[value.kind], tag == "tag:yaml.org,2002:\(name)" { return value }
    note("yaml/tag", "the tag `\(tag)` does not fit here", at: range(of: event), help: "leave the tag out")
    return nil
  }

  private mutating func checkTag(_ event: borrowing YAMLEvent, allowed: String) {
    guard let tag = event.tag, tag != allowed, tag != "!" else { return }
    note("yaml/tag", "the tag `\(tag)` does not fit here", at: range(of: event), help: "leave the tag out")
  }

  mutating func range(of event: borrowing YAMLEvent) -> Range<Int> {
    let start = offsets.offset(of: event.start)
    return start..<max(start, offsets.offset(of: event.end))
  }
}

// MARK: - Aliases

extension YAMLReader {
  private mutating func remember(_ event: borrowing YAMLEvent, in tree: DataTree) {
    if let anchor = event.anchor { anchors[anchor] = tree.nodes.count }
  }

  private mutating func takeAlias(_ event: borrowing YAMLEvent, into tree: inout DataTree) -> Bool {
    let name = event.anchor ?? ""
    guard !tree.expectsKey else {
      note("yaml/key", "a key must be a text", at: range(of: event))
      return false
    }
    guard let index = anchors[name], !tree.open.contains(where: { $0.index == index }) else {
      note("yaml/alias", "nothing before this place has the anchor `\(name)`", at: range(of: event))
      return false
    }
    let size = Int(tree.nodes[index].next) - index
    aliasedNodes += size
    guard aliasedNodes <= Self.aliasedNodeLimit else {
      note("yaml/alias", "aliases make the text too large", at: range(of: event))
      return false
    }
    tree.beginValue()
    tree.appendCopy(of: index, size: size)
    return true
  }
}
