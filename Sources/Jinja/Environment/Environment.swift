public import ByteText

/// A set of templates that have been compiled together, as a theme is.
///
/// The language is Jinja2's; COMPATIBILITY.md lists the differences. From text to page:
///
/// 1. `Environment(templates:options:)` compiles all templates and reports every mistake of all of them at once. It
///    never changes afterwards and is shared by all workers.
/// 2. Each worker has a `Renderer`, which owns the memory that renders need and reuses it.
/// 3. The host puts the variables of a page into `Globals`: numbers, texts of its own memory, and references to its
///    objects, whose attributes the renderer asks the host's `DataModel` for.
/// 4. `renderer.render(template, globals: globals, into: &buffer)` writes the page.
///
/// ```swift
/// var options = EnvironmentOptions()
/// options.names = ["site", "page", "title"]
/// options.functions = [HostSignature("asset", [.required("name")])]
/// let source = TemplateSource(name: "paper.html", text: "<h1>{{ page.title }}</h1>")
/// let environment = try Environment(templates: [source], options: options)
/// let renderer = Renderer(environment: environment, model: model)
/// var buffer = ByteBuffer()
/// var globals = Globals()
/// globals.set(Symbol(id: 1), to: Value(ObjectRef(type: 0, index: 1)))
/// if let template = environment.template(named: "paper.html") {
///   try renderer.render(template, globals: globals, into: &buffer)
/// }
/// ```
public struct Environment: Sendable {
  let program: Program
  let options: EnvironmentOptions
  /// What is most likely wrong with the templates, though they can be rendered: blocks that are never written.
  public let warnings: [Diagnostic]
  private let closures: [[Int]]

  /// Compiles templates. Reports all mistakes of all templates, each with its place, the line and where possible
  /// the name that was meant.
  public init(templates: [TemplateSource], options: EnvironmentOptions = EnvironmentOptions()) throws(Diagnostics) {
    try self.init(templates: templates, expressions: [], options: options)
  }

  /// Compiles expressions, and templates where there are some, too. Reports all mistakes of all of them.
  ///
  /// ```swift
  /// let source = ExpressionSource("page.title == 'C' and 'C' in titles", variables: ["page", "titles"])
  /// let environment = try Environment(expressions: [source], options: options)
  /// let renderer = Renderer(environment: environment, model: model)
  /// let titles = renderer.retain { scratch in scratch.list([scratch.string("C")]) }
  /// var globals = Globals()
  /// globals.set(Symbol(id: 0), to: Value(ObjectRef(type: 0, index: 1)))
  /// globals.set(Symbol(id: 1), to: titles)
  /// let isChosen = try renderer.truth(of: environment.expressions[0], globals: globals)
  /// ```
  public init(
    templates: [TemplateSource] = [], expressions: [ExpressionSource],
    options: EnvironmentOptions = EnvironmentOptions()
  ) throws(Diagnostics) {
    let (program, diagnostics) = EnvironmentCompiler(options: options).compile(templates, expressions)
    let errors = diagnostics.filter { $0.severity == .error }
    if !errors.isEmpty { throw Diagnostics(errors) }
    warnings = Diagnostics(diagnostics).list
    self.program = program
    self.options = options
    closures = (0..<program.templateCount).map { Self.closure(of: $0, in: program) }
  }

  /// The compiled expressions, in the order in which they were given.
  public var expressions: [CompiledExpression] { program.expressions.map(CompiledExpression.init(function:)) }

  /// All names of the templates and the host as numbers; the host's own come first, in the order it gave them.
  public var symbols: SymbolTable { program.symbols }

  /// The names of all templates, in the order they were given.
  public var templateNames: [String] { program.templates.prefix(program.templateCount).map(\.name) }

  /// The template of a name, or nil where there is none.
  public func template(named name: String) -> Template? {
    program.templateIndex[name].map(Template.init(index:))
  }

  /// The names of all templates that rendering this one can reach by extends, include and import, itself included,
  /// sorted. A name that is only known when rendering reaches every template.
  public func closure(of template: Template) -> [String] {
    closures[template.index].map { program.templates[$0].name }.sorted()
  }

  /// A hash of the source texts and settings of all templates in the closure: equal where the pages they give
  /// from equal data are equal.
  public func fingerprint(of template: Template) -> Fingerprint {
    var fingerprint = Fingerprint()
    let settings = [
      options.trimBlocks, options.lstripBlocks, options.keepTrailingNewline, options.undefined == .strict,
    ]
    for setting in settings { fingerprint.combine(setting ? 1 : 0) }
    let reached = closures[template.index].map { program.templates[$0] }.sorted { $0.name < $1.name }
    for template in reached {
      fingerprint.combine(template.name)
      fingerprint.combine(template.autoescape ? 1 : 0)
      fingerprint.combine(template.file.text.span)
    }
    return fingerprint
  }

  private static func closure(of template: Int, in program: Program) -> [Int] {
    var reached: Set<Int> = [template]
    var waiting = [template]
    while let next = waiting.popLast() {
      let info = program.templates[next]
      if info.hasDynamicReferences { return Array(0..<program.templateCount) }
      for reference in info.references where reached.insert(reference).inserted { waiting.append(reference) }
    }
    return reached.sorted()
  }
}

/// A template of an environment.
public struct Template: Hashable, Sendable {
  let index: Int
}
