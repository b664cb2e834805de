import ByteText

/// The search page: `/search/`.
struct SearchKind: KindDefinition {
  let name = "search"

  func isWritten(_ configuration: SiteConfiguration) -> Bool { configuration.outputs.search }

  func appendTitle(of index: Int, in site: SiteData, to out: inout ByteBuffer) { out.append("Search") }

  func hasTwin(_ markdown: Outputs.Markdown) -> Bool { false }

  func sitemapGroup(of index: Int, in site: SiteData) -> SitemapGroup? { nil }
}

/// The papers of some neighbouring days, which have an index of their own.
struct SearchSegmentKind: KindDefinition {
  let name = "search_segment"
  let noun = "papers of the search index of"
  let listNoun = "papers of the search index of"
  let templates: [String] = []

  func count(in site: SiteData) -> Int { site.searchSegments.count }

  func identity(of index: Int, in values: DependencyValues) -> UInt64 {
    Fingerprint(of: values.site.searchSegments[index].name.utf8.span).value
  }

  func index(of identity: UInt64, in values: DependencyValues) -> Int? {
    values.site.searchSegments.firstIndex { Fingerprint(of: $0.name.utf8.span).value == identity }
  }

  func value(of aspects: UInt16, at index: Int, in values: DependencyValues) -> UInt64 {
    values.site.searchSegments[index].state.value
  }

  func label(of index: Int, in site: SiteData) -> String { site.searchSegments[index].name }

  func rows(of index: Int, in site: SiteData) -> ArraySlice<UInt32> { site.searchSegments[index].papers[...] }

  func isWritten(_ configuration: SiteConfiguration) -> Bool { false }

  func appendTitle(of index: Int, in site: SiteData, to out: inout ByteBuffer) {}
}
