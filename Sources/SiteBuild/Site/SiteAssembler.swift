import ByteText
import Papers

/// Puts the records together to a site: groups and orders them, once, before anything is rendered.
struct SiteAssembler {
  private let configuration: SiteConfiguration
  private let store: PaperStore
  private let definitions: [Taxonomy.Kind: TermDefinitions]
  private let freePages: FreePages
  private(set) var diagnostics: [Diagnostic] = []

  /// An assembler of what was loaded.
  init(
    configuration: SiteConfiguration, store: PaperStore, definitions: [Taxonomy.Kind: TermDefinitions],
    freePages: FreePages
  ) {
    self.configuration = configuration
    self.store = store
    self.definitions = definitions
    self.freePages = freePages
  }

  /// The site.
  mutating func assemble() async -> Site {
    let text = SiteTextBuilder(store: store)
    let store = store
    async let listings = PaperListings(of: store)
    var builders = Taxonomy.Kind.allCases.map { builder($0, text) }
    for index in builders.indices { builders[index]?.nameTerms() }
    let (calendar, order) = await (listings.calendar, listings.order)
    let tags = taxonomy(.tag, &builders, order)
    let authors = taxonomy(.author, &builders, order)
    let organizations = taxonomy(.organization, &builders, order)
    let pages = freePages.pages(text: text)
    let segments = store.segments + [text.freeze()]
    let titles =
      configuration.outputs.search ? TermTitles(of: store, tags, authors, organizations, in: segments) : nil
    return Site(
      configuration: configuration, store: store, segments: segments, order: order,
      calendar: calendar, tags: tags, authors: authors, organizations: organizations, tagsByCount: byCount(tags),
      trending: await listings.trending, withCode: await listings.withCode,
      searchSegments: titles.map { SearchSegments(of: store, calendar, $0).segments } ?? [], termTitles: titles,
      redirects: Redirects(of: store, configuration.outputs.redirects), pages: pages)
  }

  /// The builder of a grouping, nil where the site does without.
  private func builder(_ kind: Taxonomy.Kind, _ text: SiteTextBuilder) -> TaxonomyBuilder? {
    guard configuration.outputs.leastPapers(of: kind) != nil else { return nil }
    return TaxonomyBuilder(kind, of: store, definitions: definitions[kind] ?? TermDefinitions(), text: text)
  }

  private mutating func taxonomy(
    _ kind: Taxonomy.Kind, _ builders: inout [TaxonomyBuilder?], _ order: [UInt32]
  ) -> Taxonomy {
    let index = Int(kind.rawValue)
    guard let least = configuration.outputs.leastPapers(of: kind),
      let taxonomy = builders[index]?.build(order: order, leastPapers: least)
    else { return Taxonomy(kind) }
    diagnostics += builders[index]?.diagnostics ?? []
    builders[index] = nil
    return taxonomy
  }

  private func byCount(_ tags: Taxonomy) -> [UInt32] {
    let ranked = tags.terms.indices.sorted { left, right in
      let (a, b) = (tags.terms[left].papers.count, tags.terms[right].papers.count)
      return a != b ? a > b : left < right
    }
    return ranked.map(UInt32.init)
  }
}

extension Outputs {
  /// How many papers a term needs to have a page; nil where the site does without such terms.
  fileprivate func leastPapers(of kind: Taxonomy.Kind) -> Int? {
    switch kind {
    // Papers name their tags all the same.
    case .tag: tags ? 1 : .max
    case .author: authors
    case .organization: organizations
    }
  }
}
