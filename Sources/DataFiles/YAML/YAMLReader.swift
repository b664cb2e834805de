internal import CLibYAML
public import ByteText

/// Reads YAML into a tree, with the core schema: null, true and false, integers, floats, strings; a date is a string.
///
/// Parsing is libyaml's. A key that is in a mapping twice, a second document and a tag outside the core schema are
/// errors. Aliases are copies of what they name, and `<<` merges other mappings into one (YAML 1.1); the total size of
/// both is limited, so that no small text grows large.
public struct YAMLReader {
  /// How deep sequences and mappings may nest.
  public static let depthLimit = 256
  /// How many nodes aliases and merges may add.
  public static let aliasedNodeLimit = 100_000
  /// After how many mistakes reading ends.
  public static let issueLimit = 20

  /// What was wrong, in the order of the text.
  public var issues: [DataIssue] = []
  /// Whether the text was read to its end: then the tree contains all of it, whatever else was wrong.
  public private(set) var isWhole = false
  let text: FrozenBytes
  let range: Range<Int>
  var offsets: CharacterOffsets
  var anchors: [String: Int] = [:]
  var merges: [YAMLMerge] = []
  /// How many values of `<<` are being read.
  var openMerges = 0
  private var errorCount = 0
  var aliasedNodes = 0
  var documents = 0

  /// A reader of the bytes in `range`, or of all.
  public init(_ text: FrozenBytes, range: Range<Int>? = nil) {
    self.text = text
    var range = (range ?? 0..<text.bytes.count).clamped(to: 0..<text.bytes.count)
    if range.lowerBound == 0, text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      range = min(3, range.upperBound)..<range.upperBound
    }
    self.range = range
    offsets = CharacterOffsets(text.bytes, range: range)
  }

  /// Reads the one document that the text contains; an empty text is null.
  ///
  /// - Returns: whether it was read without an error; `issues` says what was wrong.
  public mutating func readDocument(into tree: inout DataTree) -> Bool {
    tree.start(.yaml, of: text)
    guard isUTF8(), var events = YAMLEvents(UnsafeRawBufferPointer(rebasing: text.bytes[range])) else { return false }
    while canGoOn() {
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
    return errorCount == 0
  }

  private mutating func canGoOn() -> Bool {
    guard errorCount >= Self.issueLimit else { return true }
    let place = issues.last?.range.upperBound ?? range.lowerBound
    note("data/issues", "from here on nothing is read: there are too many mistakes", at: place..<place)
    return false
  }

  private mutating func isUTF8() -> Bool {
    guard let offset = UTF8Decoding.firstInvalid(in: text.span.extracting(..<range.upperBound), from: range.lowerBound)
    else { return true }
    note("data/utf8", "this byte is not UTF-8", at: offset..<offset + 1, help: "save the file as UTF-8")
    return false
  }

  private mutating func hasRoom(in tree: DataTree, for event: borrowing YAMLEvent) -> Bool {
    if tree.nodes.count < DataTree.nodeLimit { return true }
    note("yaml/size", "the text has more than \(DataTree.nodeLimit) values", at: range(of: event))
    return false
  }

  /// - Returns: whether reading can go on.
  private mutating func take(_ event: borrowing YAMLEvent, into tree: inout DataTree) -> Bool {
    switch event.type {
    case YAML_DOCUMENT_START_EVENT: return takeDocumentStart(event)
    case YAML_MAPPING_START_EVENT: return takeOpening(event, .object, into: &tree)
    case YAML_SEQUENCE_START_EVENT: return takeOpening(event, .array, into: &tree)
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: return takeClosing(event, into: &tree)
    case YAML_SCALAR_EVENT: return takeScalar(event, into: &tree)
    case YAML_ALIAS_EVENT: return takeAlias(event, into: &tree)
    default: return true
    }
  }

  mutating func note(_ id: String, _ message: String, at range: Range<Int>, help: String? = nil) {
    issues.append(DataIssue(id, message, at: range, help: help))
    errorCount += 1
  }

  private mutating func note(_ failure: YAMLFailure) {
    let place =
      switch failure.place {
      case .byte(let offset): min(range.lowerBound + offset, range.upperBound)
      case .character(let character): offsets.offset(of: character)
      }
    let context = failure.contextPlace.map { offsets.offset(of: $0) }
    let mistake = YAMLMistake(failure, at: place, context: context, in: text.bytes, range: range)
    issues.append(mistake.issue)
    errorCount += 1
  }
}

// MARK: - Events

extension YAMLReader {
  private mutating func takeDocumentStart(_ event: borrowing YAMLEvent) -> Bool {
    documents += 1
    if documents > 1 {
      note("yaml/documents", "a second document begins here; a file may have only one", at: range(of: event))
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
      let braces = "put it into quotes if these brackets are text"
      note("yaml/key", "a key must be a text", at: range(of: event), help: braces)
      return false
    }
    checkTag(event, allowed: kind == .object ? "tag:yaml.org,2002:map" : "tag:yaml.org,2002:seq")
    tree.beginValue()
    remember(event, in: tree)
    tree.openContainer(kind, at: offsets.offset(of: event.start))
    return true
  }

  private mutating func takeClosing(_ event: borrowing YAMLEvent, into tree: inout DataTree) -> Bool {
    let isClosed = finishMerges(in: &tree)
    tree.closeContainer(at: offsets.offset(of: event.end))
    return isClosed && takeMergedValue(in: &tree)
  }

  /// - Returns: whether reading can go on.
  private mutating func takeScalar(_ event: borrowing YAMLEvent, into tree: inout DataTree) -> Bool {
    let range = range(of: event)
    if event.text.count > DataTree.textLimit {
      issues.append(DataTree.longTextIssue(at: range.lowerBound))
      errorCount += 1
    }
    if tree.expectsKey {
      takeKey(event, at: range, into: &tree)
      return true
    }
    tree.beginValue()
    remember(event, in: tree)
    if let value = value(of: event) {
      tree.append(value.kind, at: range, payload: value.payload)
      if value.isLargeInteger { tree.markLargeInteger() }
    } else {
      tree.append(scalar: event.text, at: range)
      if event.isDoubleQuoted { noteLostCommands(in: range) }
    }
    return takeMergedValue(in: &tree)
  }

  private mutating func takeKey(_ event: borrowing YAMLEvent, at range: Range<Int>, into tree: inout DataTree) {
    tree.beginKey()
    tree.append(scalar: event.text, at: range)
    if event.isPlain, event.tag == nil, event.text.elementsEqual("<<".utf8) { return beginMerge(in: tree) }
    guard tree.registerKey() != nil else { return }
    let name = String(decoding: event.text.prefix(100), as: UTF8.self)
    note("yaml/duplicate-key", "the key `\(name)` is in this mapping twice", at: range)
  }

  /// Reports TeX commands that the escapes of a string in double quotes have eaten.
  private mutating func noteLostCommands(in range: Range<Int>) {
    let bytes = text.bytes
    var index = range.lowerBound
    while index + 1 < range.upperBound {
      guard bytes[index] == UInt8(ascii: "\\") else {
        index += 1
        continue
      }
      if LostCommands.mayBeLost(bytes[index + 1], in: bytes, after: index + 2) {
        var commands = LostCommands(in: bytes, at: range, syntax: .yaml)
        issues += commands.issues().prefix(max(0, Self.issueLimit - (issues.count - errorCount)))
        return
      }
      index += 2
    }
  }

  /// The value of a scalar that is no string.
  private mutating func value(of event: borrowing YAMLEvent) -> YAMLCoreSchema.Value? {
    guard let tag = event.tag else { return event.isPlain ? YAMLCoreSchema.value(of: event.text) : nil }
    guard tag != "tag:yaml.org,2002:str", tag != "!" else { return nil }
    let names: [DataNode.Kind: String] = [.null: "null", .bool: "bool", .integer: "int", .number: "float"]
    let value = YAMLCoreSchema.value(of: event.text)
    if let value, let name = names[value.kind], tag == "tag:yaml.org,2002:\(name)" { return value }
    noteTag(tag, of: event)
    return nil
  }

  private mutating func checkTag(_ event: borrowing YAMLEvent, allowed: String) {
    guard let tag = event.tag, tag != allowed, tag != "!" else { return }
    noteTag(tag, of: event)
  }

  private mutating func noteTag(_ tag: String, of event: borrowing YAMLEvent) {
    note(
      "yaml/tag", "the tag `\(tag.prefix(100))` does not fit here", at: range(of: event),
      help: "leave the tag out, or put the value into quotes if `!` is text")
  }

  mutating func range(of event: borrowing YAMLEvent) -> Range<Int> {
    let start = offsets.offset(of: event.start)
    return start..<max(start, offsets.offset(of: event.end))
  }
}

// MARK: - Aliases

extension YAMLReader {
  private mutating func remember(_ event: borrowing YAMLEvent, in tree: DataTree) {
    // What `<<` has is taken out of the tree again, and can't be named.
    if openMerges == 0, let anchor = event.anchor { anchors[anchor] = tree.nodes.count }
  }

  private mutating func takeAlias(_ event: borrowing YAMLEvent, into tree: inout DataTree) -> Bool {
    let name = event.anchor ?? ""
    guard !tree.expectsKey else {
      note("yaml/key", "a key must be a text", at: range(of: event), help: "put it into quotes if `*` is text")
      return false
    }
    guard let index = anchors[name], !tree.open.contains(where: { $0.index == index }) else {
      note(
        "yaml/alias", "nothing before this place has the anchor `\(name)`", at: range(of: event),
        help: "put the value into quotes if `*` is text")
      return false
    }
    let size = Int(tree.nodes[index].next) - index
    guard makeRoom(for: size, at: range(of: event)) else { return false }
    tree.beginValue()
    tree.appendCopy(of: index, size: size)
    return takeMergedValue(in: &tree)
  }

  /// Counts nodes that are copied; false where they are too many.
  mutating func makeRoom(for nodes: Int, at range: Range<Int>) -> Bool {
    aliasedNodes += nodes
    guard aliasedNodes > Self.aliasedNodeLimit else { return true }
    note("yaml/alias", "aliases make the text too large", at: range)
    return false
  }
}
