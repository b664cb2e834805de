package import ByteText
import Exports
package import Jinja
package import Site

/// Renders one page after the other, for one worker.
package final class PageRenderer {
  private let view: SiteView
  private let templates: PageTemplates
  private let model: TemplateModel
  private let renderer: Renderer
  private let exporter: Exporter
  private let names: DynamicNames
  private var base = Globals()
  private var globals = Globals()

  /// What the page that was rendered last has read of the site.
  package var dependencies: [Dependency] { view.dependencies }

  /// A renderer of what a view shows.
  package init(of view: SiteView, _ templates: PageTemplates) {
    self.view = view
    self.templates = templates
    names = templates.names
    exporter = Exporter(of: view)
    model = TemplateModel(of: view, names: templates.names)
    renderer = Renderer(environment: templates.environment, model: model)
    model.params = renderer.retain { $0.value(view.configuration.params) }
    base.set(.site, model.object(.site, 0))
    base.set(.page, model.object(.page, 0))
  }

  /// Begins to measure templates, in nanoseconds.
  package func startProfile() {
    let clock = ContinuousClock()
    let start = clock.now
    renderer.startProfile { UInt64(max(0, start.duration(to: clock.now) / .nanoseconds(1))) }
  }

  /// What was measured, by template.
  package var profile: [TemplateProfile] { renderer.profile }

  /// Appends an output.
  package func render(_ page: OutputPlan, into out: inout ByteBuffer) throws(Diagnostic) {
    model.begin(page)
    guard let template = templates.template(for: page) else { return exporter.write(page, into: &out) }
    let start = out.count
    globals.reset(to: base)
    setSubject(of: page)
    try renderer.render(template, globals: globals, into: &out)
    if view.formats[page.format].isXML { out.removeForbiddenXMLCharacters(from: start) }
  }

  private func setSubject(of page: OutputPlan) {
    let index = Int(page.subject)
    if page.format != .html {
      globals.set(.feed, model.object(.currentFeed, 0))
      if page.kind == .home { return }
    }
    if let taxonomy = page.kind.taxonomy { return setTerms(of: taxonomy, page) }
    if let listing = page.kind.listing { return globals.set(.listing, model.object(.listing, listing)) }
    switch page.kind {
    case .home: if let latest = view.latestDay { globals.set(.day, model.object(.day, latest)) }
    case .day: globals.set(.day, model.object(.day, index))
    case .week: globals.set(.week, model.object(.week, index))
    case .month: globals.set(.month, model.object(.month, index))
    case .year: globals.set(.year, model.object(.year, index))
    case .paper:
      globals.set(.paper, model.object(.paper, index))
      if let day = view.paper(page.subject).calendarDay { globals.set(.day, model.object(.day, day)) }
    case .page: globals.set(.content, model.markup(view.freePage(index).content))
    default: break
    }
  }

  /// Sets `term` or `terms`, and the same by the name of the taxonomy: `tag`, `tags`.
  private func setTerms(of taxonomy: Int, _ page: OutputPlan) {
    let settings = view.taxonomies[taxonomy]
    let isTerm = page.kind.isTerm
    let value = isTerm ? model.item(page.kind, Int(page.subject)) : model.itemsOfPage
    globals.set(.taxonomy, model.object(.taxonomy, taxonomy))
    globals.set(isTerm ? .term : .terms, value)
    if let symbol = names.symbol(of: isTerm ? settings.termName : settings.name) { globals.set(symbol, to: value) }
  }
}

extension Globals {
  fileprivate mutating func set(_ name: TemplateName, _ value: Value) {
    set(Symbol(id: name.rawValue), to: value)
  }
}
