public import ByteText
import DataFiles
import Papers

/// What content/tags.yml, authors.yml or orgs.yml says of one term.
struct TermDefinition: Sendable {
  /// The name that papers use.
  var key: String
  /// What is shown instead, or nil.
  var title: String?
  /// The last part of the address, or nil for the one that follows from the key.
  var slug: String?
  /// A sentence of plain text, or nil.
  var description: String?
  /// Other names that papers use for the same.
  var aliases: [String] = []
  /// The address of a picture, or nil.
  var avatar: String?
  /// A page elsewhere, or nil.
  var url: String?
  /// An author's ORCID iD, or nil.
  var orcid: String?
  /// An author's affiliation, or nil.
  var affiliation: String?

  init(key: String) { self.key = key }
}

/// What the files content/tags.yml, authors.yml… say, by taxonomy.
public struct TermDefinitionFiles: Sendable {
  private var files: [Int: TermDefinitions] = [:]

  /// No files.
  public init() {}

  /// What the file of a taxonomy says.
  subscript(taxonomy: Int) -> TermDefinitions { files[taxonomy] ?? TermDefinitions() }

  /// Reads the file of a taxonomy.
  ///
  /// - Returns: what is wrong with it.
  public mutating func read(_ file: SourceFile, taxonomy: Int) -> [Diagnostic] {
    let read = TermDefinitions.read(file)
    files[taxonomy] = read.definitions
    return read.diagnostics
  }
}

/// What a file says of the terms of one taxonomy.
struct TermDefinitions: Sendable {
  private var definitions: [TermDefinition] = []
  private var index: [String: Int] = [:]

  /// No definitions.
  init() {}

  /// Whether nothing is said of any term.
  var isEmpty: Bool { definitions.isEmpty }

  /// The definition of a term by its key or an alias, or nil.
  func definition(for name: String) -> TermDefinition? { index[name].map { definitions[$0] } }

  /// Reads a file: a mapping from names to titles or to mappings of fields.
  static func read(_ file: SourceFile) -> (definitions: TermDefinitions, diagnostics: [Diagnostic]) {
    var decoder = SettingsDecoder(file)
    var result = TermDefinitions()
    let root = decoder.tree.root
    guard decoder.isWhole, root.kind != .null else { return (result, decoder.diagnostics) }
    guard root.kind == .object else {
      decoder.report(decoder.tree.typeIssue(root, expected: "a mapping from names to titles or fields"))
      return (result, decoder.diagnostics)
    }
    for (key, value) in decoder.tree.members(of: root) { result.add(key, value, &decoder) }
    return (result, decoder.diagnostics)
  }

  private mutating func add(_ key: DataNode, _ value: DataNode, _ decoder: inout SettingsDecoder) {
    var definition = TermDefinition(key: decoder.tree.string(key))
    switch value.kind {
    case .null: break
    case .string: definition.title = decoder.tree.string(value)
    case .object: decoder.decode(value, into: &definition, Self.fields)
    default: decoder.report(decoder.tree.typeIssue(value, expected: "a text or a mapping"))
    }
    for name in [definition.key] + definition.aliases {
      let owner = index[name] ?? definitions.count
      index[name] = owner
      // A name may be repeated among the aliases of its own term; a key that is there twice has been reported.
      guard owner < definitions.count, definitions[owner].key != definition.key else { continue }
      decoder.report("terms/repeated", "\"\(name)\" already belongs to \"\(definitions[owner].key)\"", at: key)
    }
    definitions.append(definition)
  }

  private static let fields: KeyValuePairs<String, SettingsDecoder.Action<TermDefinition>> = [
    "title": { $2.title = $0.string($1) },
    "fullname": { $2.title = $0.string($1) },
    "name": { $2.title = $0.string($1) },
    "slug": { $2.slug = $0.slug($1) },
    "description": { $2.description = $0.string($1) },
    "aliases": { $2.aliases = $0.strings($1) },
    "avatar": { $2.avatar = $0.link($1) },
    "url": { $2.url = $0.link($1) },
    "orcid": { $2.orcid = $0.orcid($1) },
    "affiliation": { $2.affiliation = $0.string($1) },
  ]
}

extension SettingsDecoder {
  /// The last part of an address.
  fileprivate mutating func slug(_ node: DataNode) -> String? {
    guard let text = string(node) else { return nil }
    let isSlug =
      !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
      }
    if isSlug { return text }
    report("terms/slug", "a slug is made of a-z, 0-9 and -: \"\(text)\"", at: node)
    return nil
  }

  /// An ORCID iD without the address before it; what is none is left out, as in a record.
  fileprivate mutating func orcid(_ node: DataNode) -> String? {
    guard let text = string(node) else { return nil }
    if let range = ORCID.range(in: text.utf8.span) { return String(bytes: text.utf8.span.extracting(range)) }
    report(DataIssue(.warning, "terms/orcid", ORCID.problem(with: "\"\(text)\""), at: node.range, help: ORCID.help))
    return nil
  }

  /// An address: http, https, or a path of this site.
  fileprivate mutating func link(_ node: DataNode) -> String? {
    guard let text = string(node) else { return nil }
    let isLink = ["https://", "http://", "/"].contains { text.hasPrefix($0) } && !text.hasPrefix("//")
    if isLink { return text }
    report("terms/url", "not an http or https address: \"\(text)\"", at: node)
    return nil
  }
}
