internal import ByteText
internal import DataFiles
internal import PaperText

/// Turns records, as trees of JSON or YAML, into rows. One decoder belongs to one worker and is used for all its
/// records.
struct RecordDecoder: ~Copyable {
  var tables: RecordTables
  var log = IssueLog()
  var parser = PaperTextParser()
  /// The record in work.
  var paper = Paper()
  /// The first link to code and the first one to a project's page in its abstract.
  var linksInAbstract = LinksInAbstract()
  /// Whether the record in work has an error.
  var isBroken = false
  /// Some tags and keywords of the block in work.
  var frequentTexts: [TextRef] = []
  /// Where the fields with rules of their own are.
  let own = OwnFields()
  /// The values of the record in work, in the order of `RecordFields.all`.
  private var nodes: [DataNode?]
  private let fieldNames = NameTable(RecordFields.names)

  init(segment: UInt16, capacity: Int) {
    tables = RecordTables(segment: segment, capacity: capacity)
    nodes = Array(repeating: nil, count: RecordFields.all.count)
  }

  /// Ends the work: the rows of all records, and what was wrong with them.
  consuming func finish() -> (text: FrozenBytes, rows: RecordRows, issues: [LoadIssue]) {
    let issues = log.issues
    let (text, rows) = tables.frozen()
    return (text, rows, issues)
  }

  /// Reads a record. Everything that is wrong with it goes to the log; then it gives no row.
  ///
  /// - Parameters:
  ///   - body: the abstract, where it is not in the tree.
  ///   - format: how its texts are written where it doesn't say.
  mutating func decode(_ record: DataNode, in tree: DataTree, body: MarkdownBody? = nil, format: TextFormat = .tex) {
    begin(format)
    guard record.kind == .object else { return fail(tree.typeIssue(record, expected: "an object: a record")) }
    collectFields(of: record, in: tree)
    decodeFormat(tree)
    decodeID(of: record, in: tree)
    decodeTexts(of: record, in: tree, body: body)
    decodePlainFields(tree)
    decodeAuthors(tree)
    decodeFeatured(of: record, in: tree)
    decodeLinks(tree)
    end()
  }

  mutating func begin(_ format: TextFormat) {
    paper = Paper()
    paper.file = log.file
    paper.format = format
    linksInAbstract = LinksInAbstract()
    isBroken = false
  }

  mutating func end() {
    guard !isBroken else { return }
    paper.fingerprints = fingerprints()
    tables.rows.papers.append(paper)
  }

  private func fingerprints() -> PaperFingerprints {
    tables.text.withUnsafeBytes { PaperFingerprints(paper, in: RowsWithText(rows: tables.rows, text: $0)) }
  }

  private mutating func collectFields(of record: DataNode, in tree: DataTree) {
    for index in nodes.indices { nodes[index] = nil }
    for (key, value) in tree.members(of: record) {
      if let field = fieldNames.index(of: tree.bytes(key)) {
        if value.kind != .null { nodes[field] = value }
      } else {
        noteUnknown(key, among: RecordFields.names, in: tree)
      }
    }
  }

  /// The value of the field at a position of `RecordFields.all`; nil where the record doesn't have it or it is null.
  func node(at position: Int) -> DataNode? { nodes[position] }
}

// MARK: - Issues

extension RecordDecoder {
  /// Notes an error of the record in work.
  mutating func fail(_ issue: DataIssue) {
    isBroken = true
    log.add(issue)
  }

  mutating func warn(_ id: String, _ message: String, at range: Range<Int>, help: String? = nil) {
    log.add(DataIssue(.warning, id, message, at: range, help: help))
  }

  mutating func noteUnknown(_ key: DataNode, among known: [String], in tree: DataTree) {
    log.add(
      tree.unknownKeyIssue(key, among: known, severity: .warning),
      onceFor: tree.path(of: key, withIndices: false))
  }

  /// Whether a member of an object is null, which counts as missing. Its key must be known nevertheless.
  mutating func isMissing(_ key: DataNode, _ value: DataNode, among known: [String], in tree: DataTree) -> Bool {
    guard value.kind == .null else { return false }
    if !known.contains(tree.string(key)) { noteUnknown(key, among: known, in: tree) }
    return true
  }

  /// A text of the file as a message can show it: cut where it is long.
  func quoted(_ node: DataNode, in tree: DataTree) -> String {
    let text = tree.string(node)
    return text.unicodeScalars.count > 60 ? "\"\(String(text.unicodeScalars.prefix(60)))…\"" : "\"\(text)\""
  }
}
