import ByteText
import Papers
import Site

/// The twins of pages for machines that read Markdown: `index.md`.
struct MarkdownFormat: OutputFormatDefinition {
  let fileName: StaticString = "index.md"
  let mediaType: StaticString = "text/markdown"
  let label: StaticString? = "Markdown"
  let role = FormatRole.twin
  let countName = "Markdown twins"
  let isPaginated = true

  func isBeside(_ kind: ObjectKind, in facts: PlanFacts) -> Bool { facts.hasTwins(kind) }

  func makeWriter(for view: SiteView) -> (any FormatWriter)? {
    MarkdownWriter(papers: MarkdownPaper(of: view), listings: MarkdownListing(of: view))
  }
}

private struct MarkdownWriter: FormatWriter {
  let papers: MarkdownPaper
  let listings: MarkdownListing

  func write(_ plan: OutputPlan, into out: inout ByteBuffer) {
    plan.kind == .paper ? papers.append(plan.subject, to: &out) : listings.append(plan, to: &out)
  }
}

/// Writes listings, indexes and free pages as Markdown.
struct MarkdownListing {
  /// What a line of a listing reads of a paper.
  private static let groups: FieldGroups = [.title, .summary, .dates]

  private let view: SiteView
  private let twin: OutputFormat

  /// A writer for a site's listings.
  init(of view: SiteView) {
    self.view = view
    twin = view.formats.number(of: MarkdownFormat.self)
  }

  /// Appends a page that is no paper.
  func append(_ page: OutputPlan, to out: inout ByteBuffer) {
    out.append("# ")
    appendTitle(of: page, to: &out)
    out.append("\n\n")
    if page.kind == .page {
      out.append(view.bytes(view.freePage(Int(page.subject)).markdown).withoutLeadingEmptyLines)
    } else if page.kind == .archive {
      appendDays(to: &out)
    } else if view.listsTerms(page.kind) {
      for term in view.terms(on: page) { item(view.bytes(term.title), to: term.page, &out) }
    } else {
      for paper in view.papers(on: page, reading: Self.groups) { append(paper, to: &out) }
    }
  }

  private func appendTitle(of page: OutputPlan, to out: inout ByteBuffer) {
    var title = ByteBuffer()
    view.appendTitle(of: page, to: &title)
    out.append(escapingMarkdown: title.span)
  }

  private func append(_ paper: PaperView, to out: inout ByteBuffer) {
    out.append("- ")
    link(view.bytes(paper.title.plain), to: paper.page, &out)
    if let day = paper.newestDay {
      out.append(", ")
      day.write(into: &out)
    }
    if !paper.summary.plain.isEmpty {
      out.append(": ")
      out.append(escapingMarkdown: view.bytes(paper.summary.plain))
    }
    out.append("\n")
  }

  private func item(_ text: Span<UInt8>, to page: OutputPlan, _ out: inout ByteBuffer) {
    out.append("- ")
    link(text, to: page, &out)
    out.append("\n")
  }

  private func appendDays(to out: inout ByteBuffer) {
    for index in view.all(.day).reversed() {
      out.append("- ")
      linkWithTitle(OutputPlan(kind: .day, subject: UInt32(index)), &out)
      out.append("\n")
    }
  }

  /// Appends a link to a page's Markdown twin, with the page's title.
  func linkWithTitle(_ page: OutputPlan, _ out: inout ByteBuffer) {
    var title = ByteBuffer()
    view.appendTitle(of: page, to: &title)
    link(title.span, to: page, &out)
  }

  /// A link to a page's Markdown twin, or to the page itself where it has none.
  private func link(_ text: Span<UInt8>, to page: OutputPlan, _ out: inout ByteBuffer) {
    out.append(markdownLink: text) { out in
      guard view.facts.hasTwins(page.kind) else { return view.addresses.appendPermalink(of: page, to: &out) }
      view.addresses.appendFileLink(of: OutputPlan(kind: page.kind, format: twin, subject: page.subject), to: &out)
    }
  }
}

extension Span<UInt8> {
  /// The text without the empty lines that most people leave below front matter.
  fileprivate var withoutLeadingEmptyLines: Span<UInt8> {
    @_lifetime(copy self) get {
      extracting((indices.first { !ASCII.isLineBreak(self[$0]) } ?? count)..<count)
    }
  }
}
