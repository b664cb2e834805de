import ByteText

/// What readers talk about: `/trending/`.
struct TrendingKind: KindDefinition {
  let name = "trending"
  let listNoun = "list of trending papers"

  func rows(of index: Int, in site: SiteData) -> ArraySlice<UInt32> { site.trending[...] }

  func isWritten(_ configuration: SiteConfiguration) -> Bool { configuration.outputs.trending }

  func appendTitle(of index: Int, in site: SiteData, to out: inout ByteBuffer) { out.append("Trending") }

  func pageList(of index: Int, in site: SiteData) -> ObjectList? { site.list(.trending) }

  func pageSize(_ configuration: SiteConfiguration) -> Int? { nil }

  let canHaveFeed = true
  let hasFeedHistory = false
}
