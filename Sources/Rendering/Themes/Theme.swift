import ByteText
import DataFiles
import Files
package import Jinja
package import Site

/// A theme and those it extends: templates, static files and settings, as one.
package struct Theme: Sendable {
  /// The names of the theme and those it extends, nearest first.
  package private(set) var names: [String] = []
  /// Every template under its own name, the nearest theme's first, and under `theme:name`.
  package private(set) var templates: [TemplateSource] = []
  /// The files to copy; a nearer theme's hides a farther one's.
  package private(set) var staticFiles: [StaticFile] = []
  /// What happens to undefined values: the nearest theme that says it decides.
  package private(set) var undefined: EnvironmentOptions.UndefinedMode?
  /// Whether every theme that is extended was found: where one is missing, nothing can be said of the templates.
  package var isWhole = true

  /// A theme without files.
  package init() {}

  /// Adds a theme that the ones before extend.
  mutating func add(_ layer: ThemeLayer) {
    names.append(layer.name)
    let known = Set(templates.map(\.name))
    for template in layer.templates {
      if !known.contains(template.name) { templates.append(template) }
      templates.append(TemplateSource(name: "\(layer.name):\(template.name)", file: template.file))
    }
    let copied = Set(staticFiles.map(\.path))
    staticFiles += layer.staticFiles.filter { !copied.contains($0.path) }
    undefined = undefined ?? layer.undefined
    isWhole = isWhole && layer.hasGoodSettings
  }

  /// Adds templates that are there without any theme.
  package mutating func addBuiltIn(_ sources: [TemplateSource]) {
    let known = Set(templates.map(\.name))
    templates += sources.filter { !known.contains($0.name) }
  }
}

/// One theme's own files and settings.
struct ThemeLayer: Sendable {
  /// The name of its folder.
  let name: String
  var templates: [TemplateSource] = []
  var staticFiles: [StaticFile] = []
  /// The theme that it extends, or nil.
  var parent: ThemeReference?
  var undefined: EnvironmentOptions.UndefinedMode?
  /// Whether its theme.yml says clearly what it extends.
  package private(set) var hasGoodSettings = true
  /// What was wrong with its files.
  package private(set) var diagnostics: [Diagnostic] = []

  /// Reads a theme's folder.
  ///
  /// - Parameters:
  ///   - folder: where it is.
  ///   - shown: how diagnostics call the folder.
  init(name: String, folder: String, shown: String) {
    self.name = name
    readSettings(folder: folder, shown: shown)
    for path in files(of: "templates", folder: folder, shown: shown) {
      guard let text = read("templates/\(path)", folder: folder, shown: shown) else { continue }
      let file = SourceFile(path: "\(shown)/templates/\(path)", text: text)
      if let diagnostic = file.encodingDiagnostic { diagnostics.append(diagnostic) }
      templates.append(TemplateSource(name: path, file: file))
    }
    for path in files(of: "static", folder: folder, shown: shown) {
      guard let bytes = read("static/\(path)", folder: folder, shown: shown) else { continue }
      staticFiles.append(StaticFile(path: path, bytes: bytes, source: "\(shown)/static/\(path)"))
    }
  }

  private mutating func files(of part: String, folder: String, shown: String) -> [String] {
    let listing = FileTree.listing(of: "\(folder)/\(part)")
    if FileTree.isLink("\(folder)/\(part)") { noteLink("\(shown)/\(part)") }
    for path in listing.links { noteLink("\(shown)/\(part)/\(path)") }
    for path in listing.unreadable {
      diagnostics.append(
        Diagnostic(
          .error, "theme/read", FileTree.unreadableFolder, path: "\(shown)/\(part)\(path.isEmpty ? "" : "/\(path)")"))
    }
    for path in listing.deep {
      diagnostics.append(Diagnostic(.error, "theme/depth", "the folder is too deep", path: "\(shown)/\(part)/\(path)"))
    }
    return listing.files
  }

  private mutating func read(_ path: String, folder: String, shown: String) -> FrozenBytes? {
    if let bytes = FileTree.read("\(folder)/\(path)") { return bytes }
    diagnostics.append(Diagnostic(.error, "theme/read", FileTree.unreadable, path: "\(shown)/\(path)"))
    return nil
  }

  private mutating func noteLink(_ path: String) {
    diagnostics.append(
      Diagnostic(
        .warning, "theme/link", "the symbolic link is not followed", path: path, help: "put what it leads to here"))
  }

  private mutating func readSettings(folder: String, shown: String) {
    if FileTree.isLink("\(folder)/theme.yml") { noteLink("\(shown)/theme.yml") }
    guard let text = FileTree.read("\(folder)/theme.yml") else {
      let isThere = FileTree.exists("\(folder)/theme.yml") && !FileTree.isLink("\(folder)/theme.yml")
      if isThere {
        diagnostics.append(Diagnostic(.error, "theme/read", FileTree.unreadable, path: "\(shown)/theme.yml"))
      }
      return
    }
    var decoder = SettingsDecoder(SourceFile(path: "\(shown)/theme.yml", text: text))
    if decoder.isWhole, decoder.tree.root.kind != .null { decoder.decode(decoder.tree.root, into: &self, Self.keys) }
    diagnostics += decoder.diagnostics
    // As long as it says what it extends, the templates can be checked, whatever else is wrong with it.
    hasGoodSettings = decoder.isClean || decoder.isWhole && parent != nil
  }

  private static let keys: KeyValuePairs<String, SettingsDecoder.Action<ThemeLayer>> = [
    "name": { decoder, node, _ in _ = decoder.string(node) },
    "description": { decoder, node, _ in _ = decoder.string(node) },
    "version": { decoder, node, _ in _ = decoder.string(node) },
    "author": { decoder, node, _ in _ = decoder.string(node) },
    "license": { decoder, node, _ in _ = decoder.string(node) },
    "homepage": { decoder, node, _ in _ = decoder.string(node) },
    "extends": { decoder, node, theme in
      theme.parent = decoder.string(node).map { ThemeReference(name: $0, place: decoder.place(of: node)) }
    },
    "undefined": { decoder, node, theme in theme.undefined = decoder.undefinedMode(node) },
  ]
}

extension SettingsDecoder {
  fileprivate mutating func undefinedMode(_ node: DataNode) -> EnvironmentOptions.UndefinedMode? {
    switch string(node) {
    case "strict": return .strict
    case "lenient": return .lenient
    default:
      report("theme/undefined", "`undefined` must be strict or lenient", at: node)
      return nil
    }
  }
}

extension SourceFile {
  /// What is wrong where the text is not UTF-8.
  var encodingDiagnostic: Diagnostic? {
    UTF8Decoding.firstInvalid(in: text.span).map { offset in
      Diagnostic(
        .error, "data/utf8", "this byte is not UTF-8", in: self, at: offset..<offset + 1, help: "save the file as UTF-8"
      )
    }
  }
}
