import ByteText
import Papers

/// What tags, authors and organizations are called where a record calls them otherwise: `cs.CL` is found as
/// "Computation and Language", too.
struct TermTitles: Sendable {
  private let store: PaperStore
  private let taxonomies: [Taxonomy]
  /// The memory of all texts.
  private let segments: [FrozenBytes]

  /// The titles of the terms of tags, authors and organizations.
  init(of store: PaperStore, _ taxonomies: [Taxonomy], in segments: [FrozenBytes]) {
    (self.store, self.taxonomies, self.segments) = (store, taxonomies, segments)
  }

  /// Calls `body` with each such title of a paper's terms and the field that it belongs to.
  func forEach(of index: Int, _ body: (Span<UInt8>, SearchField) -> Void) {
    let paper = store.papers[index]
    for row in paper.tags.range { visit(taxonomies[0], row, [store.texts[row]], .subjects, body) }
    for row in paper.authors.range { visit(taxonomies[1], row, [store.authorships[row].name], .authors, body) }
    guard let row = paper.organization.map(Int.init) else { return }
    visit(taxonomies[2], row, [store.parties[row].name, store.parties[row].fullname], .subjects, body)
  }

  private func visit(
    _ taxonomy: Taxonomy, _ row: Int, _ names: [TextRef], _ field: SearchField,
    _ body: (Span<UInt8>, SearchField) -> Void
  ) {
    guard let term = taxonomy.term(ofRow: row) else { return }
    let title = taxonomy.terms[term].title
    // Most terms are called as the paper that names them first calls them.
    if names.allSatisfy({ $0 != title && !bytes($0).isEqual(to: bytes(title)) }) { body(bytes(title), field) }
  }

  @_lifetime(borrow self)
  private func bytes(_ text: TextRef) -> Span<UInt8> { _overrideLifetime(segments.bytes(of: text), borrowing: self) }
}
