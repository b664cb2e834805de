import ByteText
import Papers

/// A tag, an author, an organization: something that several papers share and that has a page.
struct Term: Sendable {
  /// The name as papers give it.
  var name: TextRef
  /// What is shown.
  var title: TextRef
  /// The last part of the page's address.
  var slug: TextRef
  /// A sentence about it as plain text, or empty.
  var description = TextRef.empty
  /// Rows of `Taxonomy.papers`: newest featured day first.
  var papers = ListRef()
  /// A picture, or empty.
  var avatar = TextRef.empty
  /// A page elsewhere, or empty.
  var homepage = TextRef.empty
  /// An author's ORCID iD, or empty.
  var orcid = TextRef.empty
  /// An author's affiliation, or empty.
  var affiliation = TextRef.empty
  /// Whether it has a page.
  var isPublished = true
}

/// A way of grouping papers: by tag, by author, by organization, or by a field that the site names.
struct Taxonomy: Sendable {
  /// The terms: those that have a page first, each part by title.
  var terms: [Term] = []
  /// The indexes of the terms that have a page.
  var published: [UInt32] = []
  /// The indexes of the terms that the page of all terms lists, in its order.
  var listed: [UInt32] = []
  /// Indexes of the store's papers; the rows that the terms' lists refer to.
  var papers: [UInt32] = []
  /// The term of each row by which papers name terms, or `none`.
  var termOfRow: [UInt32] = []
  /// The rows by which papers name terms.
  var rows = TermRows()

  /// The value in `termOfRow` of a row that names no term.
  static let none = UInt32.max

  /// The term that a row names, or nil.
  func term(ofRow row: Int) -> Int? {
    guard row < termOfRow.count, termOfRow[row] != Self.none else { return nil }
    return Int(termOfRow[row])
  }
}

/// The rows by which the papers of a store name the terms of a taxonomy.
///
/// Tags, authors and organizations are rows of tables that the store has anyway; what other fields name gets a table of
/// its own.
struct TermRows: Sendable {
  private let source: TermSource
  /// The names of a field, and by paper which of them are its own.
  private var names: [TextRef] = []
  private var ranges: [ListRef] = []

  /// No rows.
  init() { source = .tags }

  /// The rows of a source in a store's records.
  init(_ store: PaperStore, _ source: TermSource, text: SiteTextBuilder) {
    self.source = source
    guard case .field(let field) = source else { return }
    ranges.reserveCapacity(store.papers.count)
    for paper in store.papers.indices {
      let start = names.count
      names += field.texts(ofPaper: paper, in: store, text: text).filter { !$0.isEmpty }
      ranges.append(ListRef(start: start, count: names.count - start))
    }
  }

  /// The rows of a paper.
  func rows(of paper: Int, in store: PaperStore) -> Range<Int> {
    switch source {
    case .tags: store.papers[paper].tags.range
    case .authors: store.papers[paper].authors.range
    case .organization: store.papers[paper].storedOrganization.value.map { Int($0)..<Int($0) + 1 } ?? 0..<0
    case .field: ranges[paper].range
    }
  }

  /// The number of rows.
  func count(in store: PaperStore) -> Int {
    switch source {
    case .tags: store.texts.count
    case .authors: store.authorships.count
    case .organization: store.parties.count
    case .field: names.count
    }
  }

  /// The name of the term that a row names.
  func name(ofRow row: Int, in store: PaperStore) -> TextRef {
    switch source {
    case .tags: store.texts[row]
    case .authors: store.authorships[row].name
    case .organization: store.parties[row].name
    case .field: names[row]
    }
  }
}
