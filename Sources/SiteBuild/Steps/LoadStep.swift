import ByteText
import Files
import Papers
import Rendering
import Site

/// The second step: reads the settings, the records, the free pages and the theme.
struct LoadStep: Sendable {
  let options: BuildOptions
  let records: ContentListing
  let usesCache: Bool

  /// Reads everything.
  func run() async -> LoadedSite {
    await LoadedSite(options, records: records, cache: usesCache ? options.records : nil, jobs: options.workerCount)
  }
}

/// Everything that was read for a build.
struct LoadedSite: Sendable {
  /// The settings.
  private(set) var configuration = SiteConfiguration()
  /// The records.
  private(set) var store = PaperStore()
  /// What the content says of terms.
  private(set) var definitions = TermDefinitionFiles()
  /// The free pages.
  private(set) var freePages: FreePages
  /// The theme.
  private(set) var theme = Theme()
  /// What was wrong or odd; errors too, so that later steps can add theirs before all are shown.
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether the settings could be read: without them it is not known which pages the site has.
  private(set) var hasSettings = false
  /// Whether tags.yml has no mistake: one there could make two tags look like one.
  private(set) var knowsTags = true
  /// The hash of the program and of everything that every page depends on.
  private(set) var settingsFingerprint = ProgramFolder.fingerprint

  /// Reads a site whose records have been listed.
  init(_ options: BuildOptions, records: ContentListing, cache: RecordCache?, jobs: Int) async {
    freePages = FreePages(siteFolder: options.siteFolder, drafts: options.includesDrafts)
    diagnostics += freePages.diagnostics
    readConfiguration(options)
    let known = configuration.taxonomies.map(\.definitionsFile)
    diagnostics += ContentFolder.warnings(siteFolder: options.siteFolder, definitions: known)
    readDefinitions(options.siteFolder)
    readTheme(options.siteFolder)
    await readRecords(PaperLoader(siteFolder: options.siteFolder, jobs: jobs, cache: cache), records)
    if !options.includesDrafts { store.removeDrafts() }
  }

  /// Reads the records; where some are broken, those of the other files, so that what is wrong among them and with the
  /// theme is said in the same run.
  private mutating func readRecords(_ loader: PaperLoader, _ records: ContentListing) async {
    do {
      let loaded = try await loader.load(records)
      store = loaded.store
      diagnostics += loaded.warnings
    } catch {
      diagnostics += error.list
      let broken = Set(error.list.lazy.filter { $0.severity == .error }.map(\.path))
      let others = PaperLoader(siteFolder: loader.siteFolder, jobs: loader.jobs)
      if let loaded = try? await others.load(records.without(broken)) { store = loaded.store }
    }
    store.siteFolder = loader.siteFolder
  }

  private mutating func readConfiguration(_ options: BuildOptions) {
    guard let text = FileTree.read("\(options.siteFolder)/site.yml") else {
      diagnostics.append(
        Diagnostic(
          .error, "settings/missing", "there is no site.yml in \(options.siteFolder)", path: "site.yml",
          help: "run sitegen in the folder of a site, or name it with --site"))
      return
    }
    let read = ConfigurationReader.read(SourceFile(path: "site.yml", text: text))
    configuration = read.configuration
    hasSettings = read.isWhole
    diagnostics += read.diagnostics
    settingsFingerprint.combine(text.span)
    settingsFingerprint.combine(options.baseURL ?? "")
    if let url = options.baseURL.flatMap(BaseURL.normalized) { configuration.baseURL = url }
    let isRead = !read.diagnostics.contains { $0.severity == .error }
    if isRead, configuration.baseURL == SiteConfiguration.defaultBaseURL, options.baseURL == nil {
      diagnostics.append(
        Diagnostic(
          .warning, "settings/base-url", "no `base_url`: feeds and canonical links point to http://localhost/",
          path: "site.yml", help: "add the address of the published site"))
    }
  }

  private mutating func readDefinitions(_ folder: String) {
    for (number, taxonomy) in configuration.taxonomies.enumerated() {
      let name = taxonomy.definitionsFile
      let path = "content/\(name)"
      guard let text = FileTree.read("\(folder)/\(path)") else {
        if FileTree.exists("\(folder)/\(path)") {
          diagnostics.append(Diagnostic(.error, "terms/read", FileTree.unreadable, path: path))
        }
        continue
      }
      let wrong = definitions.read(SourceFile(path: path, text: text), taxonomy: number)
      settingsFingerprint.combine(name)
      settingsFingerprint.combine(text.span)
      diagnostics += wrong
      if taxonomy.reportsClashes { knowsTags = !wrong.contains { $0.severity == .error } }
    }
  }

  private mutating func readTheme(_ folder: String) {
    let loaded = ThemeLoader(siteFolder: folder).load(configuration.theme)
    theme = loaded.theme
    theme.addBuiltIn(BuiltInTemplates.sources)
    // A theme may do without this page; its feeds are there all the same.
    let names = Set(theme.templates.map(\.name))
    if !names.contains("code.html") { configuration.outputs.code = false }
    if !names.contains("search.html") { configuration.outputs.search = false }
    settingsFingerprint.combine(configuration.outputs.code ? 1 : 0)
    settingsFingerprint.combine(configuration.outputs.search ? 1 : 0)
    readIcon()
    diagnostics += loaded.diagnostics
  }

  /// Finds the icon by its name, as browsers do.
  private mutating func readIcon() {
    let names = ["icon.svg", "favicon.svg", "icon.png", "favicon.png", "favicon.ico"]
    configuration.icon = names.first { name in theme.staticFiles.contains { $0.path == name } } ?? ""
    settingsFingerprint.combine(configuration.icon)
  }
}
