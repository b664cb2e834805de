package import ByteText
import Files
package import Site

/// Finds and reads a theme: in the site's `themes/`, then among those that come with the program.
package struct ThemeLoader {
  /// The folder of the site's themes.
  private let siteThemes: String
  /// What diagnostics call it.
  private let shown: String
  private let ownFolders = ProgramFolder.themes

  /// A loader for a site.
  package init(siteFolder: String) { self.init(siteThemes: "\(siteFolder)/themes", shown: "themes") }

  private init(siteThemes: String, shown: String) {
    self.siteThemes = siteThemes
    self.shown = shown
  }

  /// The theme of a name with all that it extends.
  package func load(_ reference: ThemeReference) -> (theme: Theme, diagnostics: [Diagnostic]) {
    var (theme, diagnostics) = (Theme(), [Diagnostic]())
    add(reference, to: &theme, &diagnostics)
    return (theme, diagnostics)
  }

  /// The theme in a folder that the user has named, with all that it extends, of which the folders beside it come
  /// first.
  package static func load(folder: String) -> (theme: Theme, diagnostics: [Diagnostic]) {
    var (theme, diagnostics) = (Theme(), [Diagnostic]())
    guard let path = Paths.resolved(folder), FileTree.isFolder(path), let slash = path.lastIndex(of: "/") else {
      theme.isWhole = false
      return (theme, [Diagnostic(.error, "theme/missing", "there is no such folder", path: folder)])
    }
    let shown = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let layer = ThemeLayer(name: String(path[path.index(after: slash)...]), folder: path, shown: shown)
    diagnostics += layer.diagnostics
    theme.add(layer)
    let themes = String(path[..<slash])
    ThemeLoader(siteThemes: themes, shown: themes).add(layer.parent, to: &theme, &diagnostics)
    return (theme, diagnostics)
  }

  private func add(_ first: ThemeReference?, to theme: inout Theme, _ diagnostics: inout [Diagnostic]) {
    var next = first
    while let reference = next {
      next = nil
      if theme.names.contains(reference.name) {
        theme.isWhole = false
        diagnostics.append(reference.error("theme/cycle", "the theme \"\(reference.name)\" extends itself"))
      } else if let layer = layer(reference.name) {
        diagnostics += layer.diagnostics
        theme.add(layer)
        next = layer.parent
      } else {
        theme.isWhole = false
        diagnostics.append(missing(reference))
      }
    }
  }

  private func layer(_ name: String) -> ThemeLayer? {
    guard !name.isEmpty, !name.contains("/"), !name.hasPrefix(".") else { return nil }
    // A theme of the site is content of the site: a link could lead to anything on the machine.
    let isOutside = FileTree.isLink(siteThemes) || FileTree.isLink("\(siteThemes)/\(name)")
    for folder in (isOutside ? [] : [siteThemes]) + ownFolders where FileTree.isFolder("\(folder)/\(name)") {
      return ThemeLayer(
        name: name, folder: "\(folder)/\(name)", shown: "\(folder == siteThemes ? shown : "themes")/\(name)")
    }
    return nil
  }

  private func missing(_ reference: ThemeReference) -> Diagnostic {
    let name = reference.name
    let known = ([siteThemes] + ownFolders).flatMap { (try? FileDescriptor.folder(at: $0).names()) ?? [] }
    let help = Suggestion.nearest(to: name, among: known.sorted()).map { "did you mean \"\($0)\"?" }
    return reference.error(
      "theme/missing", "there is no theme \"\(name)\"",
      help: FileTree.isLink(siteThemes) || FileTree.isLink("\(siteThemes)/\(name)")
        ? "themes/ and themes/\(name) may be no symbolic links"
        : help ?? "put it into themes/\(name)/, or use the theme default")
  }
}

/// Where the program's own files are.
package enum ProgramFolder {
  /// The folders with the program's themes: beside the program as it is installed
  /// (`bin/sitegen`, `share/sitegen/themes`), or above it where it was built (`.build/release/sitegen`, `themes`).
  package static var themes: [String] {
    guard let program = executable else { return [] }
    var folders: [String] = []
    var parent = program[...]
    while let slash = parent.lastIndex(of: "/") {
      parent = parent[..<slash]
      folders.append("\(parent)/share/sitegen/themes")
      if FileTree.isFolder("\(parent)/themes/default") { folders.append("\(parent)/themes") }
    }
    return folders.filter(FileTree.isFolder)
  }

  /// The hash of the program itself: what another program remembered can't be used.
  package static let fingerprint: Fingerprint = {
    var fingerprint = Fingerprint()
    fingerprint.combine(Version.generator)
    if let program = executable, let bytes = FrozenBytes(mappingFileAt: program) {
      fingerprint.combine(bytes.span)
    }
    return fingerprint
  }()

  /// The path of the program; where the system has no `/proc`, the one it was called by.
  private static var executable: String? {
    Paths.resolved("/proc/self/exe") ?? Paths.resolved(CommandLine.arguments[0])
  }
}
