package import ByteText
import Papers
package import Site

/// Everything that the head of a page says to machines, as finished markup: themes print it and have it right.
package struct PageMetadata {
  private let view: SiteView
  private let links: HeadLinks
  private let social: SocialTags
  private let citation: CitationTags
  private let data: StructuredData
  private let context: ContextObject
  private let outputs: Outputs.Metadata

  /// The metadata of a site's pages.
  package init(of view: SiteView) {
    self.view = view
    links = HeadLinks(of: view)
    social = SocialTags(of: view)
    citation = CitationTags(of: view)
    data = StructuredData(of: view)
    context = ContextObject(of: view)
    outputs = view.configuration.outputs.metadata
  }

  /// Appends the links of a page's head.
  package func appendLinks(of page: OutputPlan, to out: inout ByteBuffer) { links.append(of: page, to: &out) }

  /// Appends what previews are made of.
  package func appendSocial(of page: OutputPlan, to out: inout ByteBuffer) {
    if outputs.social { social.append(of: page, to: &out) }
  }

  /// Appends the tags of reference managers; nothing where the page is no paper.
  package func appendCitation(of page: OutputPlan, to out: inout ByteBuffer) {
    if page.kind == .paper { citation.append(of: view.paper(page.subject), to: &out) }
  }

  /// Appends the JSON-LD.
  package func appendData(of page: OutputPlan, to out: inout ByteBuffer) {
    if outputs.jsonLD { data.append(of: page, to: &out) }
  }

  /// Appends all of them.
  package func append(of page: OutputPlan, to out: inout ByteBuffer) {
    appendLinks(of: page, to: &out)
    appendSocial(of: page, to: &out)
    appendCitation(of: page, to: &out)
    appendData(of: page, to: &out)
  }

  /// Appends the COinS of a paper.
  package func appendContext(of paper: PaperView, to out: inout ByteBuffer) {
    if outputs.coins { context.append(paper, to: &out) }
  }
}
