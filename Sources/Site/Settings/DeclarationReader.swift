import ByteText
import DataFiles

/// Taxonomies and listings that site.yml declares.
extension SettingsDecoder {
  /// The folders of a site that no taxonomy or listing may take.
  private static let reservedNames: Set<String> = [
    "abs", "api", "archive", "authors", "code", "date", "digest", "home", "month", "orgs", "organizations", "page",
    "paper", "papers", "search", "sitemap", "static", "tags", "trending", "week", "year", "404",
  ]

  /// Reads `taxonomies` and `listings`, which other settings may refer to.
  mutating func decodeDeclarations(into configuration: inout SiteConfiguration) {
    guard tree.root.kind == .object else { return }
    for (key, value) in tree.members(of: tree.root) {
      switch tree.string(key) {
      case "taxonomies": configuration.ownTaxonomies = taxonomies(value)
      case "listings": configuration.listings = listings(value)
      default: continue
      }
    }
    let names = Set(configuration.ownTaxonomies.flatMap { [$0.name, $0.termName] })
    if let listing = configuration.listings.first(where: { names.contains($0.name) }) {
      report("settings/name", "a taxonomy and a listing are both called \"\(listing.name)\"", at: tree.root)
    }
  }

  private mutating func taxonomies(_ node: DataNode) -> [TaxonomySettings] {
    let limit = ObjectKind.mostTaxonomies - 3
    return declarations(node, most: limit) { (decoder, name, value) -> TaxonomySettings? in
      decoder.taxonomy(name, value)
    }
  }

  private mutating func taxonomy(_ name: String, _ node: DataNode) -> TaxonomySettings? {
    var draft = TaxonomyDraft()
    if node.kind == .object { decode(node, into: &draft, TaxonomyDraft.keys) }
    guard let (field, node) = draft.field ?? (node.kind == .string ? (tree.string(node), node) : nil) else {
      report(
        "settings/taxonomy", "the taxonomy \"\(name)\" has no `field`", at: node,
        help: "name the field of records that holds its terms, as {field: venue}")
      return nil
    }
    guard let source = TermField(field) else {
      report(
        "settings/taxonomy", "no taxonomy can be made of the field \"\(field)\"", at: node,
        help: "take one of \(TermField.names.joined(separator: ", ")), or a field of your own, as extra.datasets")
      return nil
    }
    var settings = TaxonomySettings(
      name: name, termName: draft.singular ?? Self.singular(of: name), folder: name,
      title: draft.title ?? Self.title(of: name), source: .field(source))
    settings.leastPapers = draft.leastPapers
    if settings.termName == name { settings.termName = "\(name)_term" }
    return settings
  }

  private mutating func listings(_ node: DataNode) -> [ListingSettings] {
    declarations(node, most: ObjectKind.mostListings) { (decoder, name, value) -> ListingSettings? in
      var listing = ListingSettings(name: name, title: Self.title(of: name))
      decoder.decode(value, into: &listing, listingKeys)
      return listing
    }
  }

  /// The members of a mapping from names to declarations.
  private mutating func declarations<Declaration>(
    _ node: DataNode, most: Int, _ read: (inout SettingsDecoder, String, DataNode) -> Declaration?
  ) -> [Declaration] {
    guard node.kind == .object else {
      report(tree.typeIssue(node, expected: "a mapping from names to declarations"))
      return []
    }
    var declarations: [Declaration] = []
    for (key, value) in tree.members(of: node) {
      guard let name = declaredName(key) else { continue }
      guard declarations.count < most else {
        report("settings/count", "there may be at most \(most) of them", at: key)
        break
      }
      if let declaration = read(&self, name, value) { declarations.append(declaration) }
    }
    return declarations
  }

  private mutating func declaredName(_ key: DataNode) -> String? {
    let name = tree.string(key)
    let isName =
      !name.isEmpty && name.utf8.count <= 64 && !name.hasPrefix("-")
      && name.utf8.allSatisfy { byte in
        byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      }
    if isName, !Self.reservedNames.contains(name) { return name }
    report(
      "settings/name", isName ? "the site has pages at /\(name)/ already" : "this can't be a name: \"\(name)\"",
      at: key,
      help: isName ? "choose another name" : "a name is made of a-z, 0-9, - and _: it is a part of addresses")
    return nil
  }

  /// `datasets` → `dataset`, `studies` → `study`
  private static func singular(of name: String) -> String {
    if name.hasSuffix("ies") { return "\(name.dropLast(3))y" }
    return name.hasSuffix("s") ? String(name.dropLast()) : name
  }

  /// `best-of-2025` → `Best of 2025`
  private static func title(of name: String) -> String {
    let words = name.map { $0 == "-" || $0 == "_" ? " " : String($0) }.joined()
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

/// The settings of a taxonomy while they are read.
private struct TaxonomyDraft {
  var field: (name: String, node: DataNode)?
  var title: String?
  var singular: String?
  var leastPapers = 1

  static let keys: KeyValuePairs<String, SettingsDecoder.Action<TaxonomyDraft>> = [
    "field": { decoder, node, draft in draft.field = decoder.string(node).map { ($0, node) } },
    "title": { $2.title = $0.string($1) },
    "singular": { $2.singular = $0.string($1) },
    "min_papers": { $2.leastPapers = $0.integer($1, in: 1...1_000_000) ?? 1 },
  ]
}

private let listingKeys: KeyValuePairs<String, SettingsDecoder.Action<ListingSettings>> = [
  "title": { $2.title = $0.string($1) ?? $2.title },
  "description": { $2.description = $0.string($1) ?? "" },
  "where": { $2.condition = $0.settingText($1) },
  "sort": { decoder, node, listing in
    listing.order = decoder.items(node).compactMap { element in
      guard var text = decoder.settingText(element) else { return nil }
      let isDescending = text.text.hasPrefix("-")
      if isDescending {
        text.text.removeFirst()
        text.place.range =
          min(text.place.range.lowerBound + 1, text.place.range.upperBound)..<text.place.range.upperBound
      }
      return ListingOrder(attribute: text, isDescending: isDescending)
    }
  },
  "limit": { $2.limit = $0.integer($1, in: 1...1_000_000) },
]

extension SettingsDecoder {
  fileprivate mutating func settingText(_ node: DataNode) -> SettingText? {
    string(node).map { SettingText(text: $0, place: place(of: node)) }
  }
}
