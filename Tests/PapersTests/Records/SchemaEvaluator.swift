import ByteText
import DataFiles
import Foundation

/// Judges values by a JSON Schema, as far as the schema of a record goes.
struct SchemaEvaluator {
  private let schema: DataTree
  /// The expressions of patterns, and the keywords that were met and are not known.
  private var expressions: [String: NSRegularExpression] = [:]
  private(set) var unknown: Set<String> = []

  init?(_ text: String) {
    guard let schema = DataTree(json: text) else { return nil }
    self.schema = schema
  }

  /// Whether a value fits the schema.
  mutating func accepts(_ value: DataTree) -> Bool { accepts(value.root, of: value, schema.root) }

  private mutating func accepts(_ value: DataNode, of tree: DataTree, _ rule: DataNode) -> Bool {
    if let bool = rule.bool { return bool }
    return schema.members(of: rule).allSatisfy { keyword, content in
      accepts(value, of: tree, schema.string(keyword), content, in: rule)
    }
  }

  private mutating func accepts(
    _ value: DataNode, of tree: DataTree, _ keyword: String, _ content: DataNode, in rule: DataNode
  ) -> Bool {
    switch keyword {
    case "$schema", "title", "description", "$defs", "examples": return true
    case "$ref": return definition(schema.string(content)).map { accepts(value, of: tree, $0) } ?? false
    case "type":
      let types = content.kind == .array ? Array(schema.elements(of: content)) : [content]
      return types.contains { isOfType(value, schema.string($0)) }
    case "enum": return schema.elements(of: content).contains { isSame(value, of: tree, $0) }
    case "not": return !accepts(value, of: tree, content)
    case "anyOf": return matches(value, of: tree, content) > 0
    case "oneOf": return matches(value, of: tree, content) == 1
    case "minimum": return value.number.map { $0 >= content.number ?? 0 } ?? true
    case "maximum": return value.number.map { $0 <= content.number ?? 0 } ?? true
    case "maxLength": return value.kind != .string || tree.string(value).unicodeScalars.count <= content.integer ?? 0
    case "pattern": return value.kind != .string || matches(tree.string(value), schema.string(content))
    case "items": return tree.elements(of: value).allSatisfy { accepts($0, of: tree, content) }
    case "required":
      let names = Set(tree.members(of: value).map { tree.string($0.key) })
      return value.kind != .object || schema.elements(of: content).allSatisfy { names.contains(schema.string($0)) }
    case "properties":
      return tree.members(of: value).allSatisfy { key, member in
        property(tree.string(key), in: content).map { accepts(member, of: tree, $0) } ?? true
      }
    case "additionalProperties":
      let known = member("properties", of: rule)
      return tree.members(of: value).allSatisfy { key, member in
        known.flatMap { property(tree.string(key), in: $0) } != nil || accepts(member, of: tree, content)
      }
    default:
      unknown.insert(keyword)
      return false
    }
  }

  private mutating func matches(_ value: DataNode, of tree: DataTree, _ rules: DataNode) -> Int {
    schema.elements(of: rules).reduce(0) { $0 + (accepts(value, of: tree, $1) ? 1 : 0) }
  }

  private mutating func matches(_ text: String, _ pattern: String) -> Bool {
    if expressions[pattern] == nil { expressions[pattern] = try? NSRegularExpression(pattern: pattern) }
    guard let expression = expressions[pattern] else {
      unknown.insert("pattern \(pattern)")
      return false
    }
    return expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
  }

  private func isOfType(_ value: DataNode, _ type: String) -> Bool {
    switch type {
    case "integer": value.number.map { $0.rounded() == $0 } ?? false
    case "number": value.number != nil
    case "boolean": value.kind == .bool
    default: "\(value.kind)" == type
    }
  }

  /// Whether values are the same; of lists and objects only empty ones are compared.
  private func isSame(_ value: DataNode, of tree: DataTree, _ other: DataNode) -> Bool {
    guard value.kind == other.kind else { return false }
    return value.kind == .string ? tree.string(value) == schema.string(other) : value.count == 0 && other.count == 0
  }

  private func member(_ name: String, of node: DataNode) -> DataNode? { property(name, in: node) }

  private func property(_ name: String, in node: DataNode) -> DataNode? {
    schema.members(of: node).first { schema.string($0.key) == name }?.value
  }

  private func definition(_ reference: String) -> DataNode? {
    property("$defs", in: schema.root).flatMap { property(String(reference.dropFirst("#/$defs/".count)), in: $0) }
  }
}

extension DataTree {
  /// The tree of a JSON text; nil where it is none.
  init?(json: String) {
    self.init()
    var reader = JSONReader(FrozenBytes(copying: Array(json.utf8).span))
    guard reader.readDocument(into: &self), reader.issues.isEmpty else { return nil }
  }
}
