import ByteText
package import Site

/// The formats of the search.
package enum SearchFormats {
  /// All of them.
  package static let all: [any OutputFormatDefinition] = [
    OpenSearchFormat(), SearchIndexFormat(), SearchTermsFormat(), SearchTextsFormat(),
  ]
}

/// What the search page loads first: `search/index.json`.
struct SearchIndexFormat: OutputFormatDefinition {
  let fileName: StaticString = "index.json"
  let mediaType: StaticString = "application/json"
  let countName = "search files"

  func siteFiles(in facts: PlanFacts) -> [OutputPlan] {
    facts.isWritten(.search) ? [OutputPlan(kind: .search, format: facts.formats.number(of: Self.self))] : []
  }

  func appendPath(of plan: OutputPlan, in addresses: Addresses, to out: inout ByteBuffer) {
    out.append("search/index.json")
  }

  func makeWriter(for view: SiteView) -> (any FormatWriter)? { SearchIndexWriter(view: view) }
}

/// The terms of a segment: `search/2024/terms/17.bin`.
struct SearchTermsFormat: OutputFormatDefinition {
  let fileName: StaticString = "terms.bin"
  let mediaType: StaticString = "application/octet-stream"
  let countName = "search files"

  func siteFiles(in facts: PlanFacts) -> [OutputPlan] {
    facts.segmentFiles(facts.formats.number(of: Self.self)) { TermRanges(papers: $0).count }
  }

  func appendPath(of plan: OutputPlan, in addresses: Addresses, to out: inout ByteBuffer) {
    addresses.appendSegmentFile(plan, "/terms/", ".bin", to: &out)
  }

  func makeWriter(for view: SiteView) -> (any FormatWriter)? { SearchTermsWriter(of: view) }
}

/// The texts of the papers of a segment: `search/2024/papers/3.json`.
struct SearchTextsFormat: OutputFormatDefinition {
  let fileName: StaticString = "papers.json"
  let mediaType: StaticString = "application/json"
  let countName = "search files"

  func siteFiles(in facts: PlanFacts) -> [OutputPlan] {
    facts.segmentFiles(facts.formats.number(of: Self.self)) { SearchTexts.fileCount(papers: $0) }
  }

  func appendPath(of plan: OutputPlan, in addresses: Addresses, to out: inout ByteBuffer) {
    addresses.appendSegmentFile(plan, "/papers/", ".json", to: &out)
  }

  func makeWriter(for view: SiteView) -> (any FormatWriter)? { SearchTextsWriter(view: view) }
}

extension PlanFacts {
  /// Some files for each segment.
  fileprivate func segmentFiles(_ format: OutputFormat, _ count: (_ papers: Int) -> Int) -> [OutputPlan] {
    guard isWritten(.search) else { return [] }
    return searchSegmentSizes.enumerated().flatMap { segment, papers in
      (0..<count(papers)).map { number in
        OutputPlan(kind: .searchSegment, format: format, subject: UInt32(segment), number: UInt32(number))
      }
    }
  }
}

extension Addresses {
  fileprivate func appendSegmentFile(
    _ plan: OutputPlan, _ folder: StaticString, _ suffix: StaticString, to out: inout ByteBuffer
  ) {
    out.append("search/")
    appendLabel(of: plan, to: &out)
    out.append(folder)
    out.append(decimal: Int(plan.number))
    out.append(suffix)
  }
}
