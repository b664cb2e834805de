public import ByteText
import DataFiles
import Files
import PaperText
import Papers

/// The Markdown files of content/pages, which become pages of their own.
public struct FreePages: Sendable {
  /// One page with its content as HTML.
  private struct Loaded: Sendable {
    var page: FreePage
    var html: [UInt8]
    var markdown: [UInt8]
  }

  private var loaded: [Loaded] = []
  /// What is wrong or odd with the pages.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Reads all files below a site's `content/pages`; drafts only where they are asked for.
  public init(siteFolder: String, drafts: Bool) {
    let folder = "\(siteFolder)/content/pages"
    if let link = ["content", "content/pages"].first(where: { FileTree.isLink("\(siteFolder)/\($0)") }) {
      report("page/link", "the symbolic link is not followed", of: link)
      return
    }
    let listing = FileTree.listing(of: folder)
    for path in listing.links { report("page/link", "the symbolic link is not followed", of: "content/pages/\(path)") }
    for path in listing.unreadable {
      report("page/read", FileTree.unreadableFolder, of: "content/pages\(path.isEmpty ? "" : "/\(path)")")
    }
    for path in listing.deep { report("page/depth", "the folder is too deep", of: "content/pages/\(path)") }
    var parser = PaperTextParser()
    for path in listing.files { read(path, in: folder, drafts: drafts, &parser) }
    loaded.sort { ($0.page.weight, $0.page.path) < ($1.page.weight, $1.page.path) }
  }

  private mutating func read(_ path: String, in folder: String, drafts: Bool, _ parser: inout PaperTextParser) {
    let shown = "content/pages/\(path)"
    guard path.hasSuffix(".md") else {
      return report("page/format", "only .md files become pages", of: shown, help: "rename or move it", .warning)
    }
    guard Self.isPlain(path) else {
      return report(
        "page/name", "the name can't be part of an address", of: shown,
        help: "leave out control characters and any of \" # % < > ? \\ ^ ` { | }")
    }
    guard let text = FileTree.read("\(folder)/\(path)") else {
      return report("page/read", FileTree.unreadable, of: shown)
    }
    add(SourceFile(path: shown, text: text), name: String(path.dropLast(3)), drafts: drafts, &parser)
  }

  private mutating func report(
    _ id: String, _ message: String, of path: String, help: String? = nil, _ severity: Diagnostic.Severity = .error
  ) {
    diagnostics.append(Diagnostic(severity, id, message, path: path, help: help))
  }

  /// Whether a path can be part of an address. Spaces and characters beyond ASCII are percent-encoded there.
  private static func isPlain(_ path: String) -> Bool {
    path.unicodeScalars.allSatisfy { scalar in
      !"\"#%<>?\\^`{|}".unicodeScalars.contains(scalar) && scalar.properties.generalCategory != .control
    }
  }

  /// The pages, with their content in the site's text.
  func pages(text: SiteTextBuilder) -> [FreePage] {
    loaded.map { loaded in
      var page = loaded.page
      page.content = text.add { $0.append(loaded.html.span) }
      page.markdown = text.add { $0.append(loaded.markdown.span) }
      return page
    }
  }

  private mutating func add(_ file: SourceFile, name: String, drafts: Bool, _ parser: inout PaperTextParser) {
    var page = FreePage(path: Self.path(of: name), title: "", source: file.path)
    guard let matter = FrontMatter(file.text) else {
      return report(
        "page/front-matter", "the front matter is not closed", of: file.path, help: "put a line of --- behind it")
    }
    var decoder = SettingsDecoder(file, range: matter.yaml)
    if decoder.isWhole, decoder.tree.root.kind != .null { decoder.decode(decoder.tree.root, into: &page, Self.fields) }
    diagnostics += decoder.diagnostics
    if decoder.isWhole, page.title.isEmpty {
      report(
        "page/title", "the page has no title", of: file.path,
        help: "begin the file with front matter that has a title")
    }
    guard drafts || !page.isDraft else { return }
    var html = ByteBuffer()
    parser.parse(file.text.span.extracting(matter.body), as: .markdown, role: .page)
    for warning in parser.warnings {
      let offset = matter.body.lowerBound + warning.offset
      diagnostics.append(Diagnostic(.warning, "page/text", warning.message, in: file, at: offset..<offset + 1))
    }
    parser.writeHTML(into: &html)
    let markdown = [UInt8](copying: file.text.span.extracting(matter.body))
    loaded.append(Loaded(page: page, html: [UInt8](copying: html.span), markdown: markdown))
  }

  /// `about` → `about/`, `manual/index` → `manual/`
  private static func path(of name: String) -> String {
    name == "index" ? "" : name.hasSuffix("/index") ? "\(name.dropLast(5))" : "\(name)/"
  }

  private static let fields: KeyValuePairs<String, SettingsDecoder.Action<FreePage>> = [
    "title": { $2.title = $0.string($1) ?? "" },
    "description": { $2.description = $0.string($1) ?? "" },
    "weight": { $2.weight = $0.integer($1, in: -1_000_000...1_000_000) ?? 0 },
    "menu": { $2.isInMenu = $0.bool($1) ?? false },
    "draft": { $2.isDraft = $0.bool($1) ?? false },
  ]
}
