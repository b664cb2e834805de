extension SitePlan {
  /// The search page, the files that it loads, and its description for browsers.
  static func searchPages(of site: Site) -> [PagePlan] {
    var pages = [PagePlan(kind: .search), PagePlan(kind: .home, format: .openSearch)]
    pages.append(PagePlan(kind: .search, format: .searchIndex))
    for (index, segment) in site.searchSegments.enumerated() {
      pages += files(.searchTerms, segment.ranges.count, of: index)
      pages += files(.searchTexts, segment.textFileCount, of: index)
    }
    return pages
  }

  private static func files(_ format: PageFormat, _ count: Int, of segment: Int) -> [PagePlan] {
    (0..<count).map {
      PagePlan(kind: .search, format: format, subject: UInt32(segment), number: UInt32($0))
    }
  }
}
