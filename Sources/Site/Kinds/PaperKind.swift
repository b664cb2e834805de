import ByteText
import Papers

/// The papers: `/papers/ID/`.
struct PaperKind: KindDefinition {
  /// The most bytes of an abstract's beginning in a description.
  private static let descriptionLimit = 200

  let name = "paper"

  func count(in site: SiteData) -> Int { site.store.papers.count }

  func identity(of index: Int, in values: DependencyValues) -> UInt64 { values.paperIdentities[index] }

  func index(of identity: UInt64, in values: DependencyValues) -> Int? { values.paperIndex[identity].map(Int.init) }

  func value(of aspects: UInt16, at index: Int, in values: DependencyValues) -> UInt64 {
    values.site.store.papers[index].fingerprints.hash(of: FieldGroups(rawValue: aspects))
  }

  func label(of index: Int, in site: SiteData) -> String { site.string(site.store.papers[index].id) }

  func appendPath(of index: Int, in site: SiteData, to out: inout ByteBuffer) {
    out.append("papers/")
    out.append(site.bytes(site.store.papers[index].id))
    out.append("/")
  }

  func appendTitle(of index: Int, in site: SiteData, to out: inout ByteBuffer) {
    out.append(site.bytes(site.store.papers[index].title.plain))
  }

  var titleAspects: UInt16 { FieldGroups.title.rawValue }

  /// The summary, or the beginning of the abstract up to a word's end; some scripts have no spaces between words.
  func appendDescription(of index: Int, in site: SiteData, to out: inout ByteBuffer) {
    let paper = site.store.papers[index]
    guard paper.summary.plain.isEmpty else { return out.append(site.bytes(paper.summary.plain)) }
    let bytes = site.bytes(paper.abstract.plain)
    guard bytes.count > Self.descriptionLimit else { return out.append(bytes) }
    let start = bytes.extracting(0..<Self.descriptionLimit)
    out.append(
      bytes.extracting(0..<(start.lastIndex(of: UInt8(ascii: " ")) ?? bytes.startOfCharacter(at: start.count))))
    out.append("…")
  }

  var descriptionAspects: UInt16 { FieldGroups([.summary, .abstract]).rawValue }

  func source(of index: Int, in site: SiteData) -> ContentPlace { site.store.place(of: index) }

  func hasTwin(_ markdown: Outputs.Markdown) -> Bool { markdown.papers }

  func hasCitations(_ citations: Outputs.Citations) -> Bool { citations.papers }

  func sitemapGroup(of index: Int, in site: SiteData) -> SitemapGroup? {
    site.calendar.newestDay(of: UInt32(index)).map { .papers(year: site.calendar.days[$0].year) }
  }
}

extension Span<UInt8> {
  /// Where the character of UTF-8 begins that a byte is of.
  fileprivate func startOfCharacter(at index: Int) -> Int {
    var start = index
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }
}
