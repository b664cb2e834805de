import ByteText
import Papers

/// The terms of some papers that follow each other in a segment: what one worker reads at a time.
struct BlockIndex: Sendable {
  /// The most papers of a block.
  static let size = 512

  /// The terms.
  private(set) var terms = TermTable()
  /// Paper after paper.
  private(set) var postings: [Posting] = []

  /// The terms of the papers at some positions of a segment. Linear in their texts.
  init(of segment: SearchSegment, positions: Range<Int>, in site: Site) {
    // They come first, so that a number tells whether a term is one of them.
    for word in StopWords.all { _ = terms.number(of: word.utf8.span) }
    var reader = PaperReader(of: site)
    for position in positions {
      reader.read(segment.papers[position], &terms)
      for term in reader.touched {
        postings.append(Posting(term: term, paper: position, impact: reader.impact(of: term)))
      }
    }
  }
}

/// Counts the words of one paper after the other.
private struct PaperReader: ~Copyable {
  private let site: Site
  private var scanner = WordScanner()
  private var words = WordList()
  /// By the numbers of terms.
  private var counts: [FieldCounts] = []
  private var lengths = [Int](repeating: 0, count: SearchField.allCases.count)
  private var weights = PaperWeights(lengths: [0, 0, 0, 0])
  /// The numbers of the terms that the paper has.
  private(set) var touched: [Int] = []
  private var key = ByteBuffer(capacity: 64)

  init(of site: Site) { self.site = site }

  func impact(of term: Int) -> UInt32 { weights.impact(of: counts[term]) }

  mutating func read(_ index: UInt32, _ terms: inout TermTable) {
    for term in touched { counts[term] = FieldCounts() }
    touched.removeAll(keepingCapacity: true)
    for field in lengths.indices { lengths[field] = 0 }
    let paper = site.store.papers[Int(index)]
    add(paper.title.plain, .title, &terms)
    add(paper.abstract.plain, .text, &terms)
    add(paper.summary.plain, .text, &terms)
    for row in paper.authors.range { add(site.store.authorships[row].name, .authors, &terms) }
    addSubjects(of: paper, &terms)
    site.termTitles?.forEach(of: paper) { add($0, $1, &terms) }
    addKeys(of: paper, &terms)
    weights = PaperWeights(lengths: lengths)
  }

  private mutating func addSubjects(of paper: Paper, _ terms: inout TermTable) {
    for row in paper.tags.range { add(site.store.texts[row], .subjects, &terms) }
    for row in paper.keywords.range { add(site.store.texts[row], .subjects, &terms) }
    if let row = paper.organization {
      let party = site.store.parties[Int(row)]
      add(party.name, .subjects, &terms)
      if !site.isSame(party.name, party.fullname) { add(party.fullname, .subjects, &terms) }
    }
  }

  private mutating func add(_ text: TextRef, _ field: SearchField, _ terms: inout TermTable) {
    if !text.isEmpty { add(site.bytes(text), field, &terms) }
  }

  private mutating func add(_ text: UnsafeRawBufferPointer, _ field: SearchField, _ terms: inout TermTable) {
    words.removeAll()
    scanner.scan(text, into: &words)
    for position in 0..<words.count {
      let term = terms.number(of: words[position])
      if field == .text, term < StopWords.all.count { continue }
      count(term, field)
      lengths[field.rawValue] += 1
    }
  }

  private mutating func count(_ term: Int, _ field: SearchField) {
    while counts.count <= term { counts.append(FieldCounts()) }
    if counts[term].isZero { touched.append(term) }
    counts[term].add(field)
  }

  /// Adds what finds just this paper: its ids and its DOI.
  private mutating func addKeys(of paper: Paper, _ terms: inout TermTable) {
    addKey(paper.id, &terms)
    if !site.isSame(paper.id, paper.arXivID) { addKey(paper.arXivID, &terms) }
    for row in paper.aliases.range { addKey(site.store.texts[row], &terms) }
    // That of an arXiv paper follows from its identifier.
    if !SearchKey.isOfArXiv(doi: site.bytes(paper.doi)) { addKey(paper.doi, &terms) }
  }

  private mutating func addKey(_ text: TextRef, _ terms: inout TermTable) {
    guard !text.isEmpty else { return }
    key.removeAll()
    SearchKey.append(site.bytes(text), to: &key)
    if key.count <= WordList.longestWord { count(terms.number(of: key.span), .title) }
  }
}

extension Site {
  /// Whether two texts have the same bytes.
  fileprivate func isSame(_ left: TextRef, _ right: TextRef) -> Bool {
    bytes(left).isEqual(to: bytes(right))
  }
}
