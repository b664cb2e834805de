internal import ByteText
internal import DataFiles

/// The fields that functions of their own read, by their positions in `RecordFields.all`.
struct OwnFields: Sendable {
  let id = RecordFields.position(of: "id")
  let title = RecordFields.position(of: "title")
  let abstract = RecordFields.position(of: "abstract")
  let format = RecordFields.position(of: "text")
  let authors = RecordFields.position(of: "authors")
  let authorCount = RecordFields.position(of: "author_count")
  let published = RecordFields.position(of: "published")
  let featured = RecordFields.position(of: "featured")
  let links = RecordFields.position(of: "links")
}

extension RecordFields {
  /// The position in `all` of a field that there is.
  static func position(of name: String) -> Int {
    guard let position = all.firstIndex(where: { $0.name == name }) else {
      preconditionFailure("no field is called \(name)")
    }
    return position
  }
}

/// A field that its type alone says how to read.
struct DecodedField: BitwiseCopyable, Sendable {
  let type: FieldType
  /// Where in a row of a paper the value is.
  let offset: Int
  /// The position of the field in `RecordFields.all`.
  let position: Int

  /// All of them.
  static let all = RecordFields.all.enumerated().filter { !$0.element.type.hasOwnRules }.map { position, field in
    DecodedField(type: field.type, offset: field.offset, position: position)
  }
}

extension FieldType {
  /// Whether a function of its own reads the field, since it depends on others or others depend on it.
  fileprivate var hasOwnRules: Bool {
    switch self {
    case .id, .format, .requiredText, .people, .authorCount, .days, .links: true
    default: false
    }
  }
}

extension RecordDecoder {
  /// Reads the fields whose types say all about them.
  mutating func decodePlainFields(_ tree: DataTree) {
    for field in DecodedField.all {
      if let node = node(at: field.position) { decode(node, as: field, in: tree) }
    }
  }

  private mutating func decode(_ node: DataNode, as field: DecodedField, in tree: DataTree) {
    switch field.type {
    case .text: store(text(node, in: tree), field)
    case .line: store(line(node, in: tree), field)
    case .address: store(address(node, in: tree), field)
    case .resource: store(address(node, allowsOwnFile: true, in: tree), field)
    case .count: store(OptionalCount(count(node, in: tree)), field)
    case .flag: store(StoredFlag(bool(node, in: tree)), field)
    case .moment: store(StoredMoment(moment(node, in: tree)), field)
    case .lines: store(lines(node, in: tree), field)
    case .resources: store(addresses(node, in: tree), field)
    case .ids: store(ids(node, in: tree), field)
    case .party: store(OptionalRow(party(node, in: tree)), field)
    case .versions: store(versions(node, in: tree), field)
    case .mapping: store(mapping(node, in: tree), field)
    case .id, .format, .requiredText, .people, .authorCount, .days, .links: return
    }
  }

  private mutating func store<Value: BitwiseCopyable>(_ value: Value, _ field: DecodedField) {
    withUnsafeMutableBytes(of: &paper) { $0.storeBytes(of: value, toByteOffset: field.offset, as: Value.self) }
  }

  /// Former ids, which become addresses too.
  private mutating func ids(_ node: DataNode, in tree: DataTree) -> ListRef {
    let start = tables.rows.texts.count
    for element in elements(node, of: "ids", in: tree) {
      guard let element = expectText(element, in: tree) else { continue }
      if let problem = PaperID.problem(with: tree.bytes(element)) {
        fail(DataIssue("record/id", "the id \(quoted(element, in: tree)) \(problem)", at: element.range))
      } else {
        tables.rows.texts.append(tables.append(tree.bytes(element)))
      }
    }
    return ListRef(start: start, count: tables.rows.texts.count - start)
  }
}
