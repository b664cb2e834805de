public import ByteText
public import DataFiles
public import Jinja

/// Reads settings from a YAML file and reports every mistake in them.
public struct SettingsDecoder {
  /// What a key does with its value.
  public typealias Action<Target> = @Sendable (inout SettingsDecoder, DataNode, inout Target) -> Void

  /// What was read.
  public let tree: DataTree
  /// The file.
  public let file: SourceFile
  /// Whether the text was read to its end. A key that is there twice is an error, but all other mistakes are found too.
  public let isWhole: Bool
  /// The mistakes so far.
  public private(set) var diagnostics: [Diagnostic] = []

  /// The names of the listings that can have feeds.
  var kindsWithFeeds: [String] = []

  /// A decoder of a file's text, or of a part of it; its tree is empty where that is no YAML.
  public init(_ file: SourceFile, range: Range<Int>? = nil) {
    self.file = file
    var tree = DataTree()
    var reader = YAMLReader(file.text, range: range)
    _ = reader.readDocument(into: &tree)
    self.tree = tree
    isWhole = reader.isWhole
    diagnostics = reader.issues.map { $0.diagnostic(in: file) }
  }

  /// Whether nothing was wrong so far.
  public var isClean: Bool { !diagnostics.contains { $0.severity == .error } }

  /// Lets each member of a mapping do what its key says; a key that is not known is an error.
  public mutating func decode<Target>(
    _ node: DataNode, into target: inout Target, _ actions: KeyValuePairs<String, Action<Target>>
  ) {
    guard node.kind == .object else { return report(tree.typeIssue(node, expected: "a mapping")) }
    for (key, value) in tree.members(of: node) {
      let name = tree.string(key)
      if let action = actions.first(where: { $0.key == name }) {
        action.value(&self, value, &target)
      } else {
        report(tree.unknownKeyIssue(key, among: actions.map(\.key), severity: .error))
      }
    }
  }

  /// Notes something wrong.
  public mutating func report(_ issue: DataIssue) { diagnostics.append(issue.diagnostic(in: file)) }

  /// Notes an error at a value.
  public mutating func report(_ id: String, _ message: String, at node: DataNode, help: String? = nil) {
    report(DataIssue(id, message, at: node.range, help: help))
  }

  /// A text; a number counts as the text that was written.
  public mutating func string(_ node: DataNode) -> String? {
    switch node.kind {
    case .string, .integer, .number: return tree.string(node)
    default:
      report(tree.typeIssue(node, expected: "a text"))
      return nil
    }
  }

  /// A truth value.
  ///
  /// - Parameter help: what else may be written; shown where the value is of another type.
  public mutating func bool(_ node: DataNode, help: String? = nil) -> Bool? {
    if let bool = node.bool { return bool }
    var issue = tree.typeIssue(node, expected: "true or false")
    issue.help = help
    report(issue)
    return nil
  }

  /// A whole number in a range.
  public mutating func integer(_ node: DataNode, in range: ClosedRange<Int>) -> Int? {
    guard let number = node.integer else {
      report(tree.typeIssue(node, expected: "a whole number"))
      return nil
    }
    guard range.contains(number) else {
      report(
        "settings/range", "`\(tree.path(of: node))` must be from \(range.lowerBound) to \(range.upperBound)", at: node)
      return nil
    }
    return number
  }

  /// A list of texts; one text alone counts as a list of one.
  public mutating func strings(_ node: DataNode) -> [String] { items(node).compactMap { string($0) } }

  /// The elements of a list; another value alone counts as a list of one.
  public func items(_ node: DataNode) -> [DataNode] { node.kind == .array ? Array(tree.elements(of: node)) : [node] }

  /// The place of a value.
  public func place(of node: DataNode) -> SettingPlace { SettingPlace(file: file, range: node.range) }

  /// Any value, for templates.
  public func value(_ node: DataNode) -> ContextValue { ContextValue(node, of: tree) }
}
