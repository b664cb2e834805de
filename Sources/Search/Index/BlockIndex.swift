import ByteText
import Site

/// The terms of some papers that follow each other in a segment: what one worker reads at a time.
struct BlockIndex: Sendable {
  /// The most papers of a block.
  static let size = 512

  /// The terms.
  private(set) var terms = TermTable()
  /// Paper after paper.
  private(set) var postings: [Posting] = []

  /// The terms of the papers at some positions of a segment. Linear in their texts.
  init(of segment: SearchSegmentView, positions: Range<Int>) {
    // They come first, so that a number tells whether a term is one of them.
    for word in StopWords.all { _ = terms.number(of: word.utf8.span) }
    var reader = PaperReader()
    for position in positions {
      reader.read(segment, position, &terms)
      for term in reader.touched {
        postings.append(Posting(term: term, paper: position, impact: reader.impact(of: term)))
      }
    }
  }
}

/// Counts the words of one paper after the other.
private struct PaperReader: ~Copyable {
  private var scanner = WordScanner()
  private var words = WordList()
  /// By the numbers of terms.
  private var counts: [FieldCounts] = []
  private var lengths = [Int](repeating: 0, count: SearchField.allCases.count)
  private var weights = PaperWeights(lengths: [0, 0, 0, 0])
  /// The numbers of the terms that the paper has.
  private(set) var touched: [Int] = []
  private var key = ByteBuffer(capacity: 64)

  init() {}

  func impact(of term: Int) -> UInt32 { weights.impact(of: counts[term]) }

  mutating func read(_ segment: SearchSegmentView, _ position: Int, _ terms: inout TermTable) {
    for term in touched { counts[term] = FieldCounts() }
    touched.removeAll(keepingCapacity: true)
    for field in lengths.indices { lengths[field] = 0 }
    segment.forEachText(ofPaperAt: position) { add($0, $1, &terms) }
    segment.forEachKey(ofPaperAt: position) { addKey($0, &terms) }
    weights = PaperWeights(lengths: lengths)
  }

  private mutating func add(_ text: Span<UInt8>, _ field: SearchField, _ terms: inout TermTable) {
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

  /// Adds what finds just this paper. The DOI of an arXiv paper follows from its identifier.
  private mutating func addKey(_ text: Span<UInt8>, _ terms: inout TermTable) {
    guard !text.isEmpty, !SearchKey.isOfArXiv(doi: text) else { return }
    key.removeAll()
    SearchKey.append(text, to: &key)
    if key.count <= WordList.longestWord { count(terms.number(of: key.span), .title) }
  }
}
