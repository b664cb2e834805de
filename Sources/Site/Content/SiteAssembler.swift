public import ByteText
public import Papers

/// Makes a site of the records: groups and orders them, once, before anything is rendered.
public struct SiteAssembler {
  private let configuration: SiteConfiguration
  private let formats: FormatTable
  private let store: PaperStore
  private let definitions: TermDefinitionFiles
  private let freePages: FreePages
  private let assets: AssetTable
  /// What is wrong or odd with the terms.
  public private(set) var diagnostics: [Diagnostic] = []

  /// An assembler of what was loaded.
  public init(
    configuration: SiteConfiguration, formats: FormatTable, store: PaperStore, definitions: TermDefinitionFiles,
    freePages: FreePages, assets: AssetTable
  ) {
    self.configuration = configuration
    self.formats = formats
    self.store = store
    self.definitions = definitions
    self.freePages = freePages
    self.assets = assets
  }

  /// The site.
  ///
  /// - Parameter select: gives the papers of a listing, chosen and ordered by reading the site without its listings.
  public mutating func assemble(
    _ select: (ListingSettings, _ site: SiteData) -> [UInt32]
  ) async -> SiteData {
    let text = SiteTextBuilder(store: store)
    let store = store
    async let listings = PaperListings(of: store)
    let settings = configuration.taxonomies
    var builders = settings.enumerated().map { number, settings in builder(number, settings, text) }
    for index in builders.indices { builders[index]?.nameTerms() }
    var parts = SiteParts(
      configuration: configuration, formats: formats, store: store, calendar: await listings.calendar, assets: assets)
    parts.order = await listings.order
    parts.taxonomies = settings.indices.map { taxonomy($0, settings[$0], &builders, parts.order) }
    parts.pages = freePages.pages(text: text)
    parts.segments = store.segments + [text.freeze()]
    if configuration.outputs.search {
      let titles = TermTitles(of: store, parts.taxonomies, in: parts.segments)
      parts.searchSegments = SearchSegments(of: store, parts.calendar, titles).segments
      parts.termTitles = titles
    }
    parts.trending = await listings.trending
    parts.withCode = await listings.withCode
    parts.redirects = Redirects(of: store, configuration.outputs.redirects)
    parts.listings = configuration.listings.map { _ in [] }
    if configuration.listings.isEmpty { return SiteData(parts) }
    let site = SiteData(parts)
    parts.listings = configuration.listings.map { select($0, site) }
    return SiteData(parts)
  }

  /// The builder of a taxonomy, nil where neither pages nor the search need its terms.
  private func builder(_ number: Int, _ settings: TaxonomySettings, _ text: SiteTextBuilder) -> TaxonomyBuilder? {
    guard settings.isUsed else { return nil }
    return TaxonomyBuilder(settings, of: store, definitions: definitions[number], text: text)
  }

  private mutating func taxonomy(
    _ number: Int, _ settings: TaxonomySettings, _ builders: inout [TaxonomyBuilder?], _ order: [UInt32]
  ) -> Taxonomy {
    guard let least = settings.leastPapers, let taxonomy = builders[number]?.build(order: order, leastPapers: least)
    else { return Taxonomy() }
    diagnostics += builders[number]?.diagnostics ?? []
    builders[number] = nil
    return taxonomy
  }
}
