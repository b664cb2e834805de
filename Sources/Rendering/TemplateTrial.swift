import ByteText
import DataFiles
import Files
import Jinja
package import Site

/// Renders one template outside any site, for theme authors who try something.
package struct TemplateTrial: Sendable {
  private let template: String
  private let contextFile: String?
  private let themeFolder: String?

  /// A trial.
  ///
  /// - Parameters:
  ///   - template: the name of a template of the theme, or the path of a file.
  ///   - contextFile: a JSON file with the variables, or nil for none.
  ///   - themeFolder: the folder of a theme, or nil for none.
  package init(template: String, contextFile: String?, themeFolder: String?) {
    self.template = template
    self.contextFile = contextFile
    self.themeFolder = themeFolder
  }

  /// The rendered text.
  package func render() throws(BuildFailure) -> [UInt8] {
    let variables = try context()
    let theme = try theme()
    let environment = try environment(of: theme)
    guard let compiled = environment.template(named: template) else { throw missingTemplate() }
    let renderer = Renderer(environment: environment, model: TrialModel(theme.staticFiles))
    var out = ByteBuffer()
    do {
      try renderer.render(compiled, globals: Globals(), variables: variables, into: &out)
    } catch {
      throw .diagnostics(Diagnostics([error]))
    }
    var bytes: [UInt8] = []
    bytes.replace(with: out)
    return bytes
  }

  /// The theme with all that it extends; empty where none is named.
  private func theme() throws(BuildFailure) -> Theme {
    guard let themeFolder else { return Theme() }
    var (theme, diagnostics) = ThemeLoader.load(folder: themeFolder)
    let errors = diagnostics.filter { $0.severity == .error }
    if !errors.isEmpty { throw .diagnostics(Diagnostics(errors)) }
    theme.addBuiltIn(BuiltInTemplates.sources)
    return theme
  }

  private func environment(of theme: Theme) throws(BuildFailure) -> Environment {
    var options = EnvironmentOptions()
    if themeFolder != nil {
      // A template without a theme is plain Jinja, where these names are free.
      options.functions = TemplateFunction.allCases.map(\.signature)
      options.filters = TemplateFilter.allCases.map(\.signature)
      options.undefined = theme.undefined ?? options.undefined
    }
    let sources = try sources(theme)
    do throws(Diagnostics) { return try Environment(templates: sources, options: options) } catch {
      throw .diagnostics(error)
    }
  }

  private func sources(_ theme: Theme) throws(BuildFailure) -> [TemplateSource] {
    if theme.templates.contains(where: { $0.name == template }) { return theme.templates }
    guard let text = FileTree.read(template, follows: true) else { throw missingTemplate() }
    let file = SourceFile(path: template, text: text)
    if let diagnostic = file.encodingDiagnostic { throw .diagnostics(Diagnostics([diagnostic])) }
    return theme.templates + [TemplateSource(name: template, file: file)]
  }

  private func missingTemplate() -> BuildFailure {
    .diagnostics(Diagnostics([Diagnostic(.error, "theme/template", "there is no such template", path: template)]))
  }

  private func context() throws(BuildFailure) -> [ContextValue.Entry] {
    guard let contextFile else { return [] }
    guard let text = FileTree.read(contextFile, follows: true) else {
      throw .system(SystemFailure("can't read \(contextFile)", FileTree.refusal(of: contextFile)))
    }
    var reader = JSONReader(text)
    var tree = DataTree()
    let isRead = reader.readDocument(into: &tree)
    let file = SourceFile(path: contextFile, text: text)
    var diagnostics = reader.issues.map { $0.diagnostic(in: file) }
    if isRead, tree.root.kind != .object {
      diagnostics.append(tree.typeIssue(tree.root, expected: "an object").diagnostic(in: file))
    }
    if diagnostics.contains(where: { $0.severity == .error }) { throw .diagnostics(Diagnostics(diagnostics)) }
    guard case .dictionary(let entries) = ContextValue(tree.root, of: tree) else { return [] }
    return entries
  }
}
