public import ByteText
import DataFiles

/// Reads site.yml.
public struct ConfigurationReader {
  typealias Action = SettingsDecoder.Action<SiteConfiguration>
  typealias OutputAction = SettingsDecoder.Action<Outputs>

  /// What was read of a file.
  public struct Reading {
    /// The settings.
    public var configuration = SiteConfiguration()
    /// Whether the file was read to its end; if not, the settings are the defaults and not what it says.
    public var isWhole = false
    /// What was wrong with it.
    public var diagnostics: [Diagnostic] = []
  }

  /// The settings of a file, and what was wrong with it.
  public static func read(_ file: SourceFile) -> Reading {
    var decoder = SettingsDecoder(file)
    var configuration = SiteConfiguration()
    guard decoder.isWhole else { return Reading(diagnostics: decoder.diagnostics) }
    if decoder.tree.root.kind != .null {
      // What `outputs` may name depends on the taxonomies and listings, wherever in the file these are.
      decoder.decodeDeclarations(into: &configuration)
      decoder.kindsWithFeeds = KindTable(configuration).namesWithFeeds
      decoder.decode(decoder.tree.root, into: &configuration, keys)
    }
    requireTitle(&decoder)
    return Reading(configuration: configuration, isWhole: true, diagnostics: decoder.diagnostics)
  }

  private static func requireTitle(_ decoder: inout SettingsDecoder) {
    let root = decoder.tree.root
    if root.kind == .object, decoder.tree.members(of: root).contains(where: { decoder.tree.string($0.key) == "title" })
    {
      return
    }
    decoder.report(
      DataIssue("settings/title", "the site has no title", at: 0..<0, help: "add a line such as `title: Daily Papers`"))
  }

  static let keys: KeyValuePairs<String, Action> = [
    "title": { decoder, node, site in site.title = decoder.title(node) ?? site.title },
    "tagline": { decoder, node, site in site.tagline = decoder.string(node) ?? "" },
    "description": { decoder, node, site in site.description = decoder.string(node) ?? "" },
    "base_url": { decoder, node, site in site.baseURL = decoder.baseURL(node) ?? site.baseURL },
    "language": { decoder, node, site in site.language = decoder.language(node) ?? site.language },
    "theme": { decoder, node, site in site.theme = decoder.theme(node) ?? site.theme },
    "listing": { decoder, node, site in
      decoder.decode(
        node, into: &site, ["page_size": { $2.pageSize = $0.integer($1, in: 1...10_000) ?? $2.pageSize }])
    },
    "outputs": { decoder, node, site in decoder.decode(node, into: &site.outputs, outputKeys) },
    "taxonomies": { _, _, _ in },
    "listings": { _, _, _ in },
    "params": { decoder, node, site in site.params = decoder.value(node) },
  ]

  static let outputKeys: KeyValuePairs<String, OutputAction> = [
    "weeks": { decoder, node, outputs in outputs.weeks = decoder.bool(node) ?? true },
    "months": { decoder, node, outputs in outputs.months = decoder.bool(node) ?? true },
    "years": { decoder, node, outputs in outputs.years = decoder.bool(node) ?? true },
    "archive": { decoder, node, outputs in outputs.archive = decoder.bool(node) ?? true },
    "trending": { decoder, node, outputs in outputs.trending = decoder.bool(node) ?? true },
    "tags": { decoder, node, outputs in outputs.tags = decoder.bool(node) ?? true },
    "authors": { decoder, node, outputs in outputs.authors = decoder.threshold(node) },
    "organizations": { decoder, node, outputs in outputs.organizations = decoder.threshold(node) },
    "feeds": { decoder, node, outputs in decoder.feeds(node, into: &outputs.feeds) },
    "code": { decoder, node, outputs in outputs.code = decoder.bool(node) ?? true },
    "citations": { decoder, node, outputs in
      decoder.switches(
        node, of: &outputs.citations, [("papers", \.papers), ("listings", \.listings), ("site", \.site)])
    },
    "api": { decoder, node, outputs in
      decoder.switches(node, of: &outputs.api, [("papers", \.papers), ("days", \.days), ("dump", \.dump)])
    },
    "markdown": { decoder, node, outputs in
      decoder.switches(
        node, of: &outputs.markdown,
        [("papers", \.papers), ("listings", \.listings), ("pages", \.pages), ("llms", \.llms)])
    },
    "metadata": { decoder, node, outputs in
      decoder.switches(
        node, of: &outputs.metadata,
        [("json_ld", \.jsonLD), ("social", \.social), ("coins", \.coins), ("dublin_core", \.dublinCore)])
    },
    "linksets": { decoder, node, outputs in outputs.linksets = decoder.bool(node) ?? true },
    "redirects": { decoder, node, outputs in
      decoder.switches(
        node, of: &outputs.redirects,
        [("file", \.file), ("aliases", \.aliases), ("versions", \.versions), ("abs", \.abs)])
    },
    "search": { decoder, node, outputs in outputs.search = decoder.bool(node) ?? true },
    "sitemap": { decoder, node, outputs in outputs.sitemap = decoder.bool(node) ?? true },
  ]
}

extension SettingsDecoder {
  /// `true`, `false`, or `{min_papers: 2}`.
  fileprivate mutating func threshold(_ node: DataNode) -> Int? {
    guard node.kind == .object else {
      let help = "for those of at least so many papers write {min_papers: \(max(node.integer ?? 2, 2))}"
      return bool(node, help: help) == false ? nil : 1
    }
    var least = 1
    decode(node, into: &least, ["min_papers": { $2 = $0.integer($1, in: 1...1_000_000) ?? $2 }])
    return least
  }

  fileprivate mutating func baseURL(_ node: DataNode) -> String? {
    guard let text = string(node) else { return nil }
    if let url = BaseURL.normalized(text) { return url }
    report(
      "settings/base-url", "`base_url` must be the http or https address of a folder: \"\(text)\"", at: node,
      help: "write it as https://papers.example/")
    return nil
  }

  fileprivate mutating func language(_ node: DataNode) -> String? {
    guard let text = string(node) else { return nil }
    let isTag = text.utf8.allSatisfy { Self.isWord($0) || $0 == UInt8(ascii: "-") } && !text.isEmpty
    if isTag { return text }
    report("settings/language", "`language` is no language tag: \"\(text)\"", at: node, help: "write it as en or pt-BR")
    return nil
  }

  fileprivate mutating func title(_ node: DataNode) -> String? {
    guard let text = string(node) else { return nil }
    if text.contains(where: { !$0.isWhitespace }) { return text }
    report("settings/title", "`title` is empty", at: node)
    return nil
  }

  /// The name of a theme: one path component.
  fileprivate mutating func theme(_ node: DataNode) -> ThemeReference? {
    guard let text = string(node) else { return nil }
    let isName =
      !text.isEmpty && !text.hasPrefix(".") && text.utf8.allSatisfy { Self.isWord($0) || "-_.".utf8.contains($0) }
    if isName { return ThemeReference(name: text, place: place(of: node)) }
    report("settings/theme", "`theme` is no name of a folder: \"\(text)\"", at: node)
    return nil
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: false
    }
  }
}
