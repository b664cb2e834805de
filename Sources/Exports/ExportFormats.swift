package import Site

/// The formats of this target, in the order in which links to their files are shown.
package enum ExportFormats {
  /// All of them.
  package static let all: [any OutputFormatDefinition] = [
    RSSFormat(), AtomFormat(), JSONFeedFormat(),
    BibTeXFormat(), RISFormat(), CSLFormat(),
    RecordFormat(), MarkdownFormat(), LinksetFormat(), JSONLinesFormat(), APIIndexFormat(),
    OPMLFormat(), LLMsFormat(), RedirectsFormat(), RobotsFormat(), SitemapIndexFormat(), SitemapFormat(),
  ]
}
