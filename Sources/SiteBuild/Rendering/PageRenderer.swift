import ByteText
import Jinja

/// The compiled theme with the template of every kind of page.
struct PageTemplates: Sendable {
  let environment: Environment
  private var html: [PageKind: Template] = [:]
  private var feeds: [PageFormat: Template] = [:]
  private let htmlFingerprints: [PageKind: UInt64]
  private let feedFingerprints: [PageFormat: UInt64]

  /// Compiles a theme.
  ///
  /// - Throws: everything that is wrong with its templates, missing ones included.
  init(theme: Theme, pages: [PagePlan]) throws(Diagnostics) {
    var options = EnvironmentOptions()
    options.names = TemplateName.symbolNames
    options.functions = TemplateFunction.allCases.map(\.signature)
    options.filters = TemplateFilter.allCases.map(\.signature)
    options.undefined = theme.undefined ?? .strict
    let kinds = Set(pages.lazy.filter(\.isThemed).map(\.kind))
    let formats = Set(pages.map(\.format)).filter { $0.hasTemplate && $0 != .html }
    let missing = theme.missing(kinds.map(\.template) + formats.map(\.template))
    do throws(Diagnostics) {
      environment = try Environment(templates: theme.templates, options: options)
    } catch {
      throw Diagnostics(error.list + missing)
    }
    if !missing.isEmpty { throw Diagnostics(missing) }
    for kind in kinds { html[kind] = environment.template(named: kind.template) }
    for format in formats { feeds[format] = environment.template(named: format.template) }
    let compiled = environment
    htmlFingerprints = html.mapValues { compiled.fingerprint(of: $0).value }
    feedFingerprints = feeds.mapValues { compiled.fingerprint(of: $0).value }
  }

  /// The hash of the templates that rendering a page can reach.
  func fingerprint(for page: PagePlan) -> UInt64 {
    (page.isThemed ? htmlFingerprints[page.kind] : feedFingerprints[page.format]) ?? 0
  }

  /// The template that renders a page.
  func template(for page: PagePlan) -> Template? { page.isThemed ? html[page.kind] : feeds[page.format] }
}

extension PageFormat {
  /// The template of the format's files, for formats that have one other than the page's own.
  fileprivate var template: String { "feeds/\(fileName)" }
}

extension Theme {
  /// A theme that lacks more templates than this was most likely meant to extend another.
  private static let fewTemplates = 3

  /// The errors about those of the templates that the theme doesn't have.
  fileprivate func missing(_ needed: [String]) -> [Diagnostic] {
    let known = templates.map(\.name)
    let missing = Set(needed).subtracting(known).sorted()
    let folder = "themes/\(names.first ?? "")"
    if missing.count > Self.fewTemplates, names.count == 1, names != ["default"] {
      let list = missing.map { "\"\($0)\"" }.joined(separator: ", ")
      return [
        Diagnostic(
          .error, "theme/template", "the theme has no templates \(list)", path: "\(folder)/theme.yml",
          help: "add `extends: default` to theme.yml")
      ]
    }
    return missing.map { name in
      let help = Suggestion.nearest(to: name, among: known).map { "did you mean \"\($0)\"?" }
      return Diagnostic(
        .error, "theme/template", "the theme has no template \"\(name)\"", path: "\(folder)/templates/\(name)",
        help: help)
    }
  }
}

/// Renders one page after the other, for one worker.
final class PageRenderer {
  private let site: Site
  private let templates: PageTemplates
  private let model: SiteModel
  private let renderer: Renderer
  private let exporter: Exporter
  private var base = Globals()
  private var globals = Globals()

  /// What the page that was rendered last has read of the site.
  var dependencies: [Dependency] { model.log.items }

  /// A renderer of a site's pages.
  init(_ prepared: PreparedSite) {
    site = prepared.site
    templates = prepared.templates
    exporter = Exporter(of: prepared.site, plan: prepared.plan, prepared.searchIndexes)
    model = SiteModel(site: prepared.site, assets: prepared.assets, exporter: exporter)
    renderer = Renderer(environment: templates.environment, model: model)
    model.params = renderer.retain { $0.value(site.configuration.params) }
    base.set(.site, model.object(.site, 0))
    base.set(.page, model.object(.page, 0))
  }

  /// Begins to measure templates, in nanoseconds.
  func startProfile() {
    let clock = ContinuousClock()
    let start = clock.now
    renderer.startProfile { UInt64(max(0, start.duration(to: clock.now) / .nanoseconds(1))) }
  }

  /// What was measured, by template.
  var profile: [TemplateProfile] { renderer.profile }

  /// Appends a page.
  func render(_ page: PagePlan, into out: inout ByteBuffer) throws(Diagnostic) {
    model.begin(page)
    let start = out.count
    guard let template = templates.template(for: page) else {
      model.log.noteExport(page, in: site)
      exporter.write(page, into: &out)
      if page.format.isBareXML { XMLCharacters.removeForbidden(from: &out, after: start) }
      return
    }
    globals.reset(to: base)
    setSubject(of: page)
    do {
      try renderer.render(template, globals: globals, into: &out)
    } catch {
      throw explain(error, page)
    }
    if page.format != .html { XMLCharacters.removeForbidden(from: &out, after: start) }
  }

  private func setSubject(of page: PagePlan) {
    let index = Int(page.subject)
    if page.format != .html { globals.set(.feed, model.object(.currentFeed, 0)) }
    switch page.kind {
    case .home where page.format != .html: break
    case .home:
      model.log.note(.site, 0, .latestDay)
      if let latest = site.calendar.days.indices.last { globals.set(.day, model.object(.day, latest)) }
    case .day: globals.set(.day, model.object(.day, index))
    case .week: globals.set(.week, model.object(.week, index))
    case .month: globals.set(.month, model.object(.month, index))
    case .year: globals.set(.year, model.object(.year, index))
    case .paper:
      globals.set(.paper, model.object(.paper, index))
      model.log.note(.paper, index, .dates)
      if let day = site.calendar.newestDay(of: page.subject) { globals.set(.day, model.object(.day, day)) }
    case .tag: globals.set(.tag, model.object(.term, index, detail: Int(Taxonomy.Kind.tag.rawValue)))
    case .author: globals.set(.author, model.object(.term, index, detail: Int(Taxonomy.Kind.author.rawValue)))
    case .organization:
      globals.set(.organization, model.object(.term, index, detail: Int(Taxonomy.Kind.organization.rawValue)))
    case .tags: globals.set(.tags, model.itemsOfPage)
    case .authors: globals.set(.authors, model.itemsOfPage)
    case .organizations: globals.set(.organizations, model.itemsOfPage)
    case .page:
      model.log.note(.freePage, index, .content)
      globals.set(.content, model.markup(site.pages[index].content))
    case .archive, .trending, .code, .digest, .search, .redirect, .notFound: break
    }
  }

  /// Adds to an error which page was being rendered and where its record is.
  private func explain(_ error: Diagnostic, _ page: PagePlan) -> Diagnostic {
    var error = error
    var path = ByteBuffer()
    Addresses(of: site).appendFile(of: page, to: &path)
    error.notes.append(
      .init("while rendering /\(String(bytes: path.span))", at: site.source(of: page).description))
    return error
  }
}

extension Globals {
  fileprivate mutating func set(_ name: TemplateName, _ value: Value) {
    set(Symbol(id: name.rawValue), to: value)
  }
}
