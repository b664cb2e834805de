import ByteText

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Finds and reads a theme: in the site's `themes/`, then among those that come with the program.
struct ThemeLoader {
  private let siteFolder: String
  private let ownFolders: [String]

  /// A loader for a site.
  init(siteFolder: String) {
    self.siteFolder = siteFolder
    ownFolders = ProgramFolder.themes
  }

  /// The theme of a name with all that it extends.
  func load(_ reference: ThemeReference) -> (theme: Theme, diagnostics: [Diagnostic]) {
    var theme = Theme()
    var diagnostics: [Diagnostic] = []
    var next: ThemeReference? = reference
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
    return (theme, diagnostics)
  }

  private func layer(_ name: String) -> ThemeLayer? {
    guard !name.isEmpty, !name.contains("/"), !name.hasPrefix(".") else { return nil }
    let siteThemes = "\(siteFolder)/themes"
    // A theme of the site is content of the site: a link could lead to anything on the machine.
    let isOutside = FileTree.isLink(siteThemes) || FileTree.isLink("\(siteThemes)/\(name)")
    for folder in (isOutside ? [] : [siteThemes]) + ownFolders where FileTree.isFolder("\(folder)/\(name)") {
      return ThemeLayer(name: name, folder: "\(folder)/\(name)", shown: "themes/\(name)")
    }
    return nil
  }

  private func missing(_ reference: ThemeReference) -> Diagnostic {
    let name = reference.name
    let known = (["\(siteFolder)/themes"] + ownFolders).flatMap { FileDescriptor.folder(at: $0)?.names() ?? [] }
    let help = Suggestion.nearest(to: name, among: known.sorted()).map { "did you mean \"\($0)\"?" }
    return reference.error(
      "theme/missing", "there is no theme \"\(name)\"",
      help: FileTree.isLink("\(siteFolder)/themes") || FileTree.isLink("\(siteFolder)/themes/\(name)")
        ? "themes/ and themes/\(name) may be no symbolic links"
        : help ?? "put it into themes/\(name)/, or use the theme default")
  }
}

/// Where the program's own files are.
enum ProgramFolder {
  /// The folders that hold the program's themes: beside the program as it is installed
  /// (`bin/sitegen`, `share/sitegen/themes`), or above it where it was built (`.build/release/sitegen`, `themes`).
  static var themes: [String] {
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

  /// The hash of the program itself: what another one remembered is of no use to it.
  static let fingerprint: Fingerprint = {
    var fingerprint = Fingerprint()
    fingerprint.combine(Version.generator)
    if let program = executable, let bytes = FrozenBytes(mappingFileAt: program) {
      fingerprint.combine(bytes.bytes)
    }
    return fingerprint
  }()

  /// The path of the program; where the system has no `/proc`, the one it was called by.
  private static var executable: String? { path(of: "/proc/self/exe") ?? path(of: CommandLine.arguments[0]) }

  private static func path(of file: String) -> String? {
    guard let resolved = realpath(file, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
