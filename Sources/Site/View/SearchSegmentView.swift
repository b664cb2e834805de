public import ByteText
import Papers

extension SiteView {
  /// The positions of the segments of the search, oldest first.
  public var searchSegments: Range<Int> {
    note(.searchSegments)
    return site.searchSegments.indices
  }

  /// A segment of the search. To read it is to read all searched fields of all its papers.
  public func searchSegment(_ index: Int) -> SearchSegmentView {
    log.note(.searchSegment, index, aspects: 0)
    return SearchSegmentView(site, site.searchSegments[index])
  }

  /// The papers of a segment at some positions. Positions after the last paper are noted too: a paper that is added
  /// there is a change.
  public func searchPapers(ofSegment index: Int, at places: Range<Int>) -> [PaperView] {
    log.note(
      ObjectList(.searchSegment, owner: index, rows: places), aspects: FieldGroups.searched.rawValue)
    let papers = site.searchSegments[index].papers
    return papers[places.clamped(to: papers.indices)].map { PaperView(self, $0, noted: FieldGroups.searched) }
  }

  /// The name of a segment, which is what it is called in every build.
  public func name(ofSearchSegment index: Int) -> String { site.searchSegments[index].name }
}

/// The papers of a segment of the search, of which only those fields can be read that the segment's state covers.
///
/// Workers make the index of a segment together, so it has no view. The view that gave it out has noted the segment.
public struct SearchSegmentView: Sendable {
  private let site: SiteData
  private let segment: SearchSegment

  init(_ site: SiteData, _ segment: SearchSegment) { (self.site, self.segment) = (site, segment) }

  /// The name of the segment.
  public var name: String { segment.name }

  /// The hash of what the files of the segment follow from.
  public var state: Fingerprint { segment.state }

  /// The number of papers.
  public var count: Int { segment.papers.count }

  /// Calls `body` with the texts of a paper that are searched, and the field that each is in.
  public func forEachText(ofPaperAt position: Int, _ body: (Span<UInt8>, SearchField) -> Void) {
    let (store, paper) = (site.store, site.store.papers[Int(segment.papers[position])])
    func visit(_ text: TextRef, _ field: SearchField) { if !text.isEmpty { body(site.bytes(text), field) } }
    visit(paper.title.plain, .title)
    visit(paper.abstract.plain, .text)
    visit(paper.summary.plain, .text)
    for row in paper.authors.range { visit(store.authorships[row].name, .authors) }
    for row in paper.tags.range { visit(store.texts[row], .subjects) }
    for row in paper.keywords.range { visit(store.texts[row], .subjects) }
    if let row = paper.organization {
      let party = store.parties[Int(row)]
      visit(party.name, .subjects)
      if !site.bytes(party.name).isEqual(to: site.bytes(party.fullname)) { visit(party.fullname, .subjects) }
    }
    site.termTitles?.forEach(of: Int(segment.papers[position]), body)
  }

  /// Calls `body` with what finds just one paper: its ids and its DOI.
  public func forEachKey(ofPaperAt position: Int, _ body: (Span<UInt8>) -> Void) {
    let paper = site.store.papers[Int(segment.papers[position])]
    body(site.bytes(paper.id))
    if !site.bytes(paper.id).isEqual(to: site.bytes(paper.arXivID)) { body(site.bytes(paper.arXivID)) }
    for row in paper.aliases.range { body(site.bytes(site.store.texts[row])) }
    body(site.bytes(paper.doi))
  }
}
