import ByteText
import DataFiles
import Jinja

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
    let environment: Environment
    do { environment = try Environment(templates: try sources(), options: options) } catch { throw failure(error) }
    guard let compiled = environment.template(named: template) else { throw missingTemplate() }
    var out = ByteBuffer()
    do {
      try Renderer(environment: environment).render(compiled, globals: Globals(), variables: variables, into: &out)
    } catch {
      throw .diagnostics(Diagnostics([error]))
    }
    return out.span.withUnsafeBufferPointer(Array.init)
  }

  private var options: EnvironmentOptions { EnvironmentOptions() }

  private func failure(_ error: any Error) -> BuildFailure {
    if let failure = error as? BuildFailure { return failure }
    if let diagnostics = error as? Diagnostics { return .diagnostics(diagnostics) }
    return .system(SystemFailure("can't compile the templates"))
  }

  private func sources() throws(BuildFailure) -> [TemplateSource] {
    var theme = Theme()
    if let themeFolder {
      let layer = ThemeLayer(name: "theme", folder: themeFolder, shown: themeFolder)
      let errors = layer.diagnostics.filter { $0.severity == .error }
      if !errors.isEmpty { throw .diagnostics(Diagnostics(errors)) }
      theme.add(layer)
      theme.addBuiltIn(BuiltInTemplates.sources)
    }
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
      throw .system(SystemFailure("can't read \(contextFile)"))
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

extension ContextValue {
  /// The value of a node of a data file.
  init(_ node: DataNode, of tree: DataTree) {
    switch node.kind {
    case .null: self = .none
    case .bool: self = .boolean(node.bool ?? false)
    case .integer: self = .integer(node.integer ?? 0)
    case .number: self = .number(node.number ?? 0)
    case .string: self = .string(tree.string(node))
    case .array: self = .list(tree.elements(of: node).map { ContextValue($0, of: tree) })
    case .object:
      self = .dictionary(tree.members(of: node).map { Entry(tree.string($0.key), .init($0.value, of: tree)) })
    }
  }
}
