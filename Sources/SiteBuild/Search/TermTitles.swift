import ByteText
import Papers

/// What tags, authors and organizations are called where a record calls them otherwise: `cs.CL` is found as
/// "Computation and Language", too.
struct TermTitles: Sendable {
  private let store: PaperStore
  private let tags: Taxonomy
  private let authors: Taxonomy
  private let organizations: Taxonomy
  /// The memory of all texts.
  private let segments: [FrozenBytes]

  /// The titles of a site's terms.
  init(
    of store: PaperStore, _ tags: Taxonomy, _ authors: Taxonomy, _ organizations: Taxonomy, in segments: [FrozenBytes]
  ) {
    (self.store, self.tags, self.authors, self.organizations) = (store, tags, authors, organizations)
    self.segments = segments
  }

  /// Calls `body` with each such title of a paper's terms and the field that it belongs to.
  func forEach(of paper: Paper, _ body: (UnsafeRawBufferPointer, SearchField) -> Void) {
    for row in paper.tags.range { visit(tags, row, store.texts[row], .empty, .subjects, body) }
    for row in paper.authors.range { visit(authors, row, store.authorships[row].name, .empty, .authors, body) }
    guard let row = paper.organization.map(Int.init) else { return }
    visit(organizations, row, store.parties[row].name, store.parties[row].fullname, .subjects, body)
  }

  private func visit(
    _ taxonomy: Taxonomy, _ row: Int, _ name: TextRef, _ other: TextRef, _ field: SearchField,
    _ body: (UnsafeRawBufferPointer, SearchField) -> Void
  ) {
    guard let term = taxonomy.term(ofRow: row) else { return }
    let title = taxonomy.terms[term].title
    // Most terms are called as the paper that names them first calls them.
    if title != name, title != other, !isSame(title, name), !isSame(title, other) { body(bytes(title), field) }
  }

  private func isSame(_ left: TextRef, _ right: TextRef) -> Bool {
    bytes(left).isEqual(to: bytes(right))
  }

  private func bytes(_ text: TextRef) -> UnsafeRawBufferPointer {
    guard !text.isEmpty else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(rebasing: segments[Int(text.segment)].bytes[text.range])
  }
}
