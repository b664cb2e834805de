package import ByteText
import Jinja
package import Site

/// The compiled theme with the template of every kind of page.
package struct PageTemplates: Sendable {
  let environment: Environment
  let names: DynamicNames
  private var html: [ObjectKind: Template] = [:]
  private var feeds: [OutputFormat: Template] = [:]
  private let htmlFingerprints: [ObjectKind: UInt64]
  private let feedFingerprints: [OutputFormat: UInt64]

  /// Compiles a theme for the pages of a site.
  ///
  /// - Throws: everything that is wrong with its templates, missing ones included.
  package init(theme: Theme, plan: SitePlan, of site: SiteData) throws(Diagnostics) {
    names = DynamicNames(site.settings)
    let kinds = Set(plan.pages.lazy.filter(\.isThemed).map(\.kind))
    let formats = Set(plan.pages.lazy.map(\.format)).filter { site.formatTable[$0].hasTemplate && $0 != .html }
    let known = Set(theme.templates.map(\.name))
    var missing: [String] = []
    var needed: [(kind: ObjectKind, template: String)] = []
    for kind in kinds {
      let candidates = site.templates(of: kind)
      if let found = candidates.first(where: known.contains) {
        needed.append((kind, found))
      } else {
        missing.append(candidates.last ?? "")
      }
    }
    let feedTemplates = formats.map { ($0, "feeds/\(site.formatTable[$0].fileName)") }
    let errors = theme.missing(missing + feedTemplates.map(\.1).filter { !known.contains($0) })
    environment = try Self.environment(of: theme, names, errors)
    for (kind, template) in needed { html[kind] = environment.template(named: template) }
    for (format, template) in feedTemplates { feeds[format] = environment.template(named: template) }
    let compiled = environment
    htmlFingerprints = html.mapValues { compiled.fingerprint(of: $0).value }
    feedFingerprints = feeds.mapValues { compiled.fingerprint(of: $0).value }
  }

  private static func environment(
    of theme: Theme, _ names: DynamicNames, _ missing: [Diagnostic]
  ) throws(Diagnostics) -> Environment {
    var options = EnvironmentOptions()
    options.names = names.all
    options.functions = TemplateFunction.allCases.map(\.signature)
    options.filters = TemplateFilter.allCases.map(\.signature)
    options.undefined = theme.undefined ?? .strict
    let environment: Environment
    do throws(Diagnostics) {
      environment = try Environment(templates: theme.templates, options: options)
    } catch {
      throw Diagnostics(error.list + missing)
    }
    if !missing.isEmpty { throw Diagnostics(missing) }
    return environment
  }

  /// The hash of the templates that rendering a page can reach.
  package func fingerprint(for page: OutputPlan) -> UInt64 {
    (page.isThemed ? htmlFingerprints[page.kind] : feedFingerprints[page.format]) ?? 0
  }

  /// The template that renders a page.
  func template(for page: OutputPlan) -> Template? { page.isThemed ? html[page.kind] : feeds[page.format] }
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
