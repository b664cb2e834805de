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
///     var options = EnvironmentOptions()
///     options.names = ["site", "page", "title"]
///     options.functions = [HostSignature("asset", [.required("name")])]
///     let environment = try Environment(templates: sources, options: options)
///     let renderer = Renderer(environment: environment, model: model)
///     var globals = Globals()
///     globals.set(Symbol(id: 1), to: Value(ObjectRef(type: 3, index: 17)))
///     if let template = environment.template(named: "paper.html") {
///       try renderer.render(template, globals: globals, into: &buffer)
///     }
public struct Environment: Sendable {
  /// All names of the templates and the host as numbers; the host's own come first, in the order it gave them.
  public let symbols: SymbolTable

  /// Compiles templates. Reports all mistakes of all templates, each with its place, the line and where possible
  /// the name that was meant.
  public init(templates: [TemplateSource], options: EnvironmentOptions = EnvironmentOptions()) throws(Diagnostics) {
    symbols = SymbolTable(options.names)
  }

  /// The names of all templates, in the order they were given.
  public var templateNames: [String] { [] }

  /// The template of a name, or nil where there is none.
  public func template(named name: String) -> Template? { nil }

  /// The names of all templates that rendering this one can reach by extends, include and import, itself included,
  /// sorted. A name that is only known when rendering reaches every template.
  public func closure(of template: Template) -> [String] { [] }

  /// A hash of the source texts and settings of all templates in the closure: equal where the pages they give
  /// from equal data are equal.
  public func fingerprint(of template: Template) -> Fingerprint { Fingerprint() }
}

/// A template of an environment.
public struct Template: Hashable, Sendable {
  let index: Int
}
