import ByteText
import Site

/// What the site is and where machines find its parts: `llms.txt` (llmstxt.org).
struct LLMsFormat: OutputFormatDefinition {
  let fileName: StaticString = "llms.txt"
  let mediaType: StaticString = "text/plain"

  func siteFiles(in facts: PlanFacts) -> [OutputPlan] {
    facts.outputs.markdown.llms ? [OutputPlan(kind: .home, format: facts.formats.number(of: Self.self))] : []
  }

  func makeWriter(for view: SiteView) -> (any FormatWriter)? {
    LLMsWriter(view: view, pages: MarkdownListing(of: view))
  }
}

private struct LLMsWriter: FormatWriter {
  let view: SiteView
  let pages: MarkdownListing

  func write(_ plan: OutputPlan, into out: inout ByteBuffer) {
    out.append("# ")
    out.append(escapingMarkdown: view.configuration.title.utf8.span)
    let description = view.configuration.description
    out.append("\n\n> ")
    out.append(escapingMarkdown: (description.isEmpty ? view.configuration.title : description).utf8.span)
    out.append("\n\n## Papers\n\n")
    entry(.home, "the papers of the latest day", to: &out)
    if view.isWritten(.trending) { entry(.trending, "papers by votes, comments and age", to: &out) }
    if view.isWritten(.code) { entry(.code, "papers with a code repository", to: &out) }
    if view.isWritten(.archive) { entry(.archive, "every day with papers", to: &out) }
    if view.isWritten(.terms(of: 0)) { entry(.terms(of: 0), "the papers by subject", to: &out) }
    appendData(to: &out)
    appendFreePages(to: &out)
  }

  private func appendData(to out: inout ByteBuffer) {
    let outputs = view.configuration.outputs
    out.append("\n## Data\n\n")
    if outputs.api.papers || outputs.api.days || outputs.api.dump {
      file(APIIndexFormat.self, "JSON API", "where each paper, each day and all papers are as JSON", to: &out)
    }
    if outputs.citations.site { file(BibTeXFormat.self, "BibTeX", "all papers", to: &out) }
    if !view.facts.feedFormats.isEmpty { file(OPMLFormat.self, "Feeds", "all feeds as OPML", to: &out) }
    if outputs.sitemap { file(SitemapIndexFormat.self, "Sitemap", "all pages", to: &out) }
  }

  private func appendFreePages(to out: inout ByteBuffer) {
    let freePages = view.freePages
    guard !freePages.isEmpty else { return }
    out.append("\n## Pages\n\n")
    for index in freePages {
      let page = view.freePage(index)
      out.append("- ")
      pages.linkWithTitle(page.page, &out)
      if !page.description.isEmpty {
        out.append(": ")
        out.append(escapingMarkdown: page.description.utf8.span)
      }
      out.append("\n")
    }
  }

  private func entry(_ kind: ObjectKind, _ text: StaticString, to out: inout ByteBuffer) {
    out.append("- ")
    pages.linkWithTitle(OutputPlan(kind: kind), &out)
    out.append(": ")
    out.append(text)
    out.append("\n")
  }

  private func file<Format: OutputFormatDefinition>(
    _ format: Format.Type, _ name: StaticString, _ text: StaticString, to out: inout ByteBuffer
  ) {
    out.append("- [")
    out.append(name)
    out.append("](")
    view.addresses.appendFileLink(of: OutputPlan(kind: .home, format: view.formats.number(of: format)), to: &out)
    out.append("): ")
    out.append(text)
    out.append("\n")
  }
}
