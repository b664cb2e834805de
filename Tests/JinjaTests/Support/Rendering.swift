import ByteText
import Jinja

/// Renders `main.html` of some templates; throws the diagnostics as text.
func render(
  _ templates: [(String, String)], options: EnvironmentOptions = EnvironmentOptions(), model: (any DataModel)? = nil,
  variables: [ContextValue.Entry] = [], limits: RenderLimits = RenderLimits(), globals: [(String, Value)] = []
) throws -> String {
  let environment = try Environment(
    templates: templates.map { TemplateSource(name: $0.0, text: $0.1) }, options: options)
  let renderer = Renderer(environment: environment, model: model, limits: limits)
  var values = Globals()
  for (name, value) in globals {
    if let symbol = environment.symbols.symbol(for: name) { values.set(symbol, to: value) }
  }
  var out = ByteBuffer()
  guard let template = environment.template(named: "main.html") else { return "" }
  try renderer.render(template, globals: values, variables: variables, into: &out)
  return String(bytes: out.span)
}

/// Renders one template.
func render(
  _ text: String, options: EnvironmentOptions = EnvironmentOptions(), model: (any DataModel)? = nil,
  variables: [ContextValue.Entry] = [], limits: RenderLimits = RenderLimits(), globals: [(String, Value)] = []
) throws -> String {
  try render(
    [("main.html", text)], options: options, model: model, variables: variables, limits: limits, globals: globals)
}

/// What rendering fails with.
func failure(
  _ templates: [(String, String)], options: EnvironmentOptions = EnvironmentOptions(), model: (any DataModel)? = nil,
  variables: [ContextValue.Entry] = [], limits: RenderLimits = RenderLimits(), globals: [(String, Value)] = []
) -> [Diagnostic] {
  do {
    _ = try render(
      templates, options: options, model: model, variables: variables, limits: limits, globals: globals)
    return []
  } catch let diagnostics as Diagnostics {
    return diagnostics.list
  } catch let diagnostic as Diagnostic {
    return [diagnostic]
  } catch {
    return []
  }
}
