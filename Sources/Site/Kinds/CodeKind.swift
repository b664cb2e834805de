import ByteText

/// The papers with a code repository: `/code/`. Their feed is there even without the page.
struct CodeKind: KindDefinition {
  let name = "code"
  let listNoun = "list of papers with code"

  func value(of aspects: UInt16, at index: Int, in values: DependencyValues) -> UInt64 {
    var hash = Fingerprint()
    if CollectionAspects(rawValue: aspects).contains(.pageCount) { hash.combine(values.site.pageCount(.code, 0)) }
    return hash.value
  }

  func rows(of index: Int, in site: SiteData) -> ArraySlice<UInt32> { site.withCode[...] }

  func isWritten(_ configuration: SiteConfiguration) -> Bool { configuration.outputs.code }

  func appendTitle(of index: Int, in site: SiteData, to out: inout ByteBuffer) { out.append("Papers with code") }

  func pageList(of index: Int, in site: SiteData) -> ObjectList? { site.list(.code) }

  let canHaveFeed = true
  let feedNeedsPage = false
}
