import ByteText
import Papers

/// Everything that the head of a page says to machines, as finished markup: themes print it and have it right.
struct PageMetadata {
  private let links: HeadLinks
  private let social: SocialTags
  private let citation: CitationTags
  private let data: StructuredData
  private let context: ContextObject
  private let outputs: Outputs.Metadata

  /// The metadata of a site's pages.
  init(of site: Site) {
    links = HeadLinks(of: site)
    social = SocialTags(of: site)
    citation = CitationTags(of: site)
    data = StructuredData(of: site)
    context = ContextObject(of: site)
    outputs = site.configuration.outputs.metadata
  }

  /// Appends the links of a page's head.
  func appendLinks(of page: PagePlan, to out: inout ByteBuffer) { links.append(of: page, to: &out) }

  /// Appends what previews are made of.
  func appendSocial(of page: PagePlan, to out: inout ByteBuffer) {
    if outputs.social { social.append(of: page, to: &out) }
  }

  /// Appends the tags of reference managers; nothing where the page is no paper.
  func appendCitation(of page: PagePlan, to out: inout ByteBuffer) {
    if page.kind == .paper { citation.append(of: page.subject, to: &out) }
  }

  /// Appends the JSON-LD.
  func appendData(of page: PagePlan, to out: inout ByteBuffer) {
    if outputs.jsonLD { data.append(of: page, to: &out) }
  }

  /// Appends all of them.
  func append(of page: PagePlan, to out: inout ByteBuffer) {
    appendLinks(of: page, to: &out)
    appendSocial(of: page, to: &out)
    appendCitation(of: page, to: &out)
    appendData(of: page, to: &out)
  }

  /// Appends the COinS of a paper.
  func appendContext(of paper: UInt32, to out: inout ByteBuffer) {
    if outputs.coins { context.append(paper, to: &out) }
  }
}
