import ByteText
import Papers
import Publishing
import Rendering
import Site

/// The fourth step: decides which outputs there are, compiles the templates, and compares with the last build.
struct PlanStep: Sendable {
  let assembled: AssembledSite
  let loaded: LoadedSite
  /// What is remembered of the last build; nil where nothing is to be compared.
  let last: Task<Manifest, Never>?
  let jobs: Int

  /// Plans the outputs, on one core while another compares.
  ///
  /// - Throws: everything that is wrong with the content, the theme and the routes.
  func run() async throws(BuildFailure) -> PlannedSite {
    async let freshness = compare()
    do throws(Diagnostics) {
      var planned = try await PlannedSite(assembled, loaded, jobs: jobs)
      planned.freshness = await freshness
      return planned
    } catch {
      throw .diagnostics(error)
    }
  }

  private func compare() async -> Freshness? {
    guard let last else { return nil }
    return await Freshness(values: DependencyValues(of: assembled.site), last: last.value, jobs: jobs)
  }
}

/// A site that is ready to be rendered: assembled, planned and checked, with its templates compiled.
struct PlannedSite: Sendable {
  /// The content.
  let site: SiteData
  /// The outputs.
  let plan: SitePlan
  /// The files that are copied.
  let files: [StaticFile]
  /// The compiled theme.
  let templates: PageTemplates
  /// What is odd.
  let warnings: [Diagnostic]
  /// The paths of all outputs.
  let paths: OutputPaths
  /// Knows which pages of the last build are still right; nil where there is nothing to compare with.
  fileprivate(set) var freshness: Freshness?

  /// The hash of the program and the configuration.
  private let settings: Fingerprint

  /// Plans what was assembled.
  ///
  /// - Throws: everything that is wrong with the content, the theme and the routes.
  init(_ assembled: AssembledSite, _ loaded: LoadedSite, jobs: Int) async throws(Diagnostics) {
    let site = assembled.site
    settings = loaded.settingsFingerprint
    let plan = SitePlan(of: site)
    let files = loaded.theme.staticFiles + assembled.assets.hashedCopies(of: loaded.theme.staticFiles)
    (self.site, self.plan, self.files) = (site, plan, files)
    paths = await OutputPaths(of: plan, files: files.map(\.path), addresses: Addresses(of: site), jobs: jobs)
    async let compiled = Self.compile(loaded.theme, plan, site)
    async let limits = HostLimits.warnings(plan: plan, of: site, files: files.count)
    let diagnostics =
      loaded.diagnostics + assembled.listingDiagnostics + (loaded.knowsTags ? assembled.termDiagnostics : [])
      + (loaded.hasSettings ? RouteCheck(of: site, pages: plan.pages, files: files).diagnostics(paths) : [])
    switch await compiled {
    case .success(let compiled): templates = compiled
    case .failure(let error): throw Diagnostics(diagnostics + error.list)
    }
    if diagnostics.contains(where: { $0.severity == .error }) { throw Diagnostics(diagnostics) }
    warnings = Diagnostics(diagnostics + (await limits)).list
  }

  private static func compile(
    _ theme: Theme, _ plan: SitePlan, _ site: SiteData
  ) -> Result<PageTemplates, Diagnostics> {
    guard theme.isWhole else { return .failure(Diagnostics([])) }
    do throws(Diagnostics) { return .success(try PageTemplates(theme: theme, plan: plan, of: site)) } catch {
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

  /// A renderer for one worker.
  func makeRenderer() -> PageRenderer { PageRenderer(of: SiteView(of: site, plan: plan), templates) }

  /// Appends the bytes of an output.
  func render(_ index: Int, with renderer: PageRenderer, into bytes: inout ByteBuffer) throws(Diagnostic) {
    guard isPage(index) else { return bytes.append(contentsOf: files[index - plan.pages.count].bytes) }
    do throws(Diagnostic) { try renderer.render(plan.pages[index], into: &bytes) } catch {
      throw explain(error, index)
    }
  }

  /// Adds to an error which page was being rendered and where its record is.
  private func explain(_ error: Diagnostic, _ index: Int) -> Diagnostic {
    var error = error
    error.notes.append(
      .init("while rendering /\(String(bytes: paths[index]))", at: site.source(of: plan.pages[index]).description))
    return error
  }
}
