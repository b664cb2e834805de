import ByteText
import Papers

/// A tag, an author or an organization: something that several papers share and that has a page.
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

/// A way of grouping papers: by tag, by author, by organization.
struct Taxonomy: Sendable {
  /// The groupings there are.
  enum Kind: UInt8, Sendable, CaseIterable {
    case tag
    case author
    case organization
  }

  /// Which grouping.
  let kind: Kind
  /// The terms: those that have a page first, each part by title.
  var terms: [Term] = []
  /// The indexes of the terms that have a page.
  var published: [UInt32] = []
  /// Indexes of the store's papers; the rows that the terms' lists refer to.
  var papers: [UInt32] = []
  /// The term of each row of the store's table that names terms (texts, authorships or parties), or `none`.
  var termOfRow: [UInt32] = []

  /// Stands in `termOfRow` for a row that names no term.
  static let none = UInt32.max

  /// A grouping without terms.
  init(_ kind: Kind) { self.kind = kind }

  /// The term that a row names, or nil.
  func term(ofRow row: Int) -> Int? {
    guard row < termOfRow.count, termOfRow[row] != Self.none else { return nil }
    return Int(termOfRow[row])
  }
}

extension PaperStore {
  /// The rows by which a paper names its terms of a taxonomy.
  func termRows(of paper: Int, _ kind: Taxonomy.Kind) -> Range<Int> {
    switch kind {
    case .tag: papers[paper].tags.range
    case .author: papers[paper].authors.range
    case .organization: papers[paper].organization.map { Int($0)..<Int($0) + 1 } ?? 0..<0
    }
  }

  /// How many rows the table has that a taxonomy's terms are named in.
  func termRowCount(_ kind: Taxonomy.Kind) -> Int {
    switch kind {
    case .tag: texts.count
    case .author: authorships.count
    case .organization: parties.count
    }
  }

  /// The name of the term that a row names.
  func termName(ofRow row: Int, _ kind: Taxonomy.Kind) -> TextRef {
    switch kind {
    case .tag: texts[row]
    case .author: authorships[row].name
    case .organization: parties[row].name
    }
  }
}
