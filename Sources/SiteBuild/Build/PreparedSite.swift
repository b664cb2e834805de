import ByteText
import Papers
import Publishing

/// A site that is ready to be rendered: assembled, planned and checked, with its templates compiled.
struct PreparedSite: Sendable {
  /// The content.
  let site: Site
  /// The pages.
  let plan: SitePlan
  /// The files that are copied.
  let files: [Theme.StaticFile]
  /// The names of the files with their hashes.
  let assets: AssetTable
  /// The search index while it is made.
  let searchIndexes: SearchIndexes
  /// The compiled theme.
  let templates: PageTemplates
  /// What is odd.
  let warnings: [Diagnostic]

  /// The paths of all outputs.
  let paths: OutputPaths

  /// The hash of the program and the configuration.
  private let settings: Fingerprint

  /// Prepares what was assembled.
  ///
  /// - Throws: everything that is wrong with the content, the theme and the routes.
  init(_ assembly: SiteAssembly, _ sources: SiteSources, jobs: Int) async throws(Diagnostics) {
    (site, assets) = (assembly.site, assembly.assets)
    settings = sources.settingsFingerprint
    let plan = SitePlan(of: assembly.site)
    let files = sources.theme.staticFiles + assets.hashedCopies(of: sources.theme.staticFiles)
    (self.plan, self.files) = (plan, files)
    searchIndexes = SearchIndexes(of: site)
    paths = await OutputPaths(of: plan, files: files, addresses: Addresses(of: site), jobs: jobs)
    async let compiled = Self.compile(sources.theme, plan)
    async let limits = HostLimits.warnings(pages: plan.pages, files: files.count)
    let diagnostics =
      sources.diagnostics + (sources.knowsTags ? assembly.diagnostics : [])
      + (sources.hasSettings ? RouteCheck(of: site, pages: plan.pages, files: files).diagnostics(paths) : [])
    switch await compiled {
    case .success(let compiled): templates = compiled
    case .failure(let error): throw Diagnostics(diagnostics + error.list)
    }
    if diagnostics.contains(where: { $0.severity == .error }) { throw Diagnostics(diagnostics) }
    warnings = Diagnostics(diagnostics + (await limits)).list
  }

  private static func compile(_ theme: Theme, _ plan: SitePlan) -> Result<PageTemplates, Diagnostics> {
    guard theme.isWhole else { return .failure(Diagnostics([])) }
    do throws(Diagnostics) { return .success(try PageTemplates(theme: theme, pages: plan.pages)) } catch {
      return .failure(error)
    }
  }

  /// The number of files that the site has.
  var outputCount: Int { plan.pages.count + files.count }

  /// The output to be worked on at a turn: the files that speak of the whole site come first, since a long piece of
  /// work at the end would keep one worker busy and the others waiting.
  func output(atTurn turn: Int) -> Int {
    let index = turn + plan.siteFilesStart
    return index < outputCount ? index : index - outputCount
  }

  /// Whether an output is a page, which is rendered, and no file, which is copied.
  func isPage(_ index: Int) -> Bool { index < plan.pages.count }

  /// What an output follows from, besides what it reads of the site.
  func basis(of index: Int) -> PageBasis {
    guard isPage(index) else { return PageBasis() }
    var hash = settings
    hash.combine(UInt64(plan.pages[index].kind.rawValue) << 8 | UInt64(plan.pages[index].format.rawValue))
    return PageBasis(settings: hash.value, templates: templates.fingerprint(for: plan.pages[index]))
  }

  /// Appends the bytes of an output.
  func render(_ index: Int, with renderer: PageRenderer, into bytes: inout ByteBuffer) throws(Diagnostic) {
    if index < plan.pages.count {
      try renderer.render(plan.pages[index], into: &bytes)
    } else {
      bytes.append(files[index - plan.pages.count].bytes.bytes)
    }
  }
}
