/// How the pages of a site are divided between sitemaps, none of which may list more than 50,000.
struct SitemapParts: Sendable {
  /// The most addresses of one sitemap (sitemaps.org).
  static let limit = 50_000

  /// The files, in a fixed order.
  private(set) var parts: [OutputPlan] = []
  /// Positions in the plan of the pages that each file lists.
  private var members: [OutputPlan: ArraySlice<UInt32>] = [:]

  /// Sitemaps of nothing.
  init() {}

  /// The sitemaps of a plan's pages.
  init(of pages: [OutputPlan], in site: SiteData, limit: Int = Self.limit) {
    var groups: [Int: [UInt32]] = [:]
    for (position, page) in pages.enumerated() {
      if let group = site.sitemapGroup(of: page) { groups[group, default: []].append(UInt32(position)) }
    }
    for (group, positions) in groups.sorted(by: { $0.key < $1.key }) {
      for start in stride(from: 0, to: positions.count, by: limit) {
        let part = OutputPlan(
          kind: .sitemap, format: site.sitemapFormat, subject: UInt32(group), number: UInt32(start / limit + 1))
        parts.append(part)
        members[part] = positions[start..<min(start + limit, positions.count)]
      }
    }
  }

  /// The positions in the plan of the pages that a file lists, in the plan's order.
  func positions(in part: OutputPlan) -> ArraySlice<UInt32> { members[part] ?? [] }
}
