import ByteText
import Papers

/// Groups a store's papers by the terms of a taxonomy.
struct TaxonomyBuilder {
  private let settings: TaxonomySettings
  private let store: PaperStore
  private let definitions: TermDefinitions
  private let text: SiteTextBuilder
  private var names = TextInterner()
  private var slugs = TextInterner()
  private var termOfName: [UInt32] = []
  private var taxonomy: Taxonomy
  /// Rows of the first paper that named each term, for diagnostics.
  private var firstRows: [(paper: Int, row: Int)] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// A builder for one taxonomy; what `definitions` says of a term replaces what records say.
  init(_ settings: TaxonomySettings, of store: PaperStore, definitions: TermDefinitions, text: SiteTextBuilder) {
    self.settings = settings
    self.store = store
    self.definitions = definitions
    self.text = text
    taxonomy = Taxonomy()
    taxonomy.rows = TermRows(store, settings.source, text: text)
  }

  /// Finds the terms that papers name. It comes first.
  mutating func nameTerms() {
    // A copy: each method that is called on a property would retain all tables of the store.
    let (store, rows) = (store, taxonomy.rows)
    taxonomy.termOfRow = [UInt32](repeating: Taxonomy.none, count: rows.count(in: store))
    for index in store.papers.indices {
      for row in rows.rows(of: index, in: store) {
        let name = rows.name(ofRow: row, in: store)
        let (number, isNew) = names.intern(name, in: text)
        if isNew { termOfName.append(makeTerm(name, row: row, paper: index)) }
        taxonomy.termOfRow[row] = termOfName[Int(number)]
      }
    }
  }

  /// The taxonomy.
  ///
  /// - Parameters:
  ///   - order: the papers in the order of listings.
  ///   - leastPapers: how many papers a term needs to have a page.
  mutating func build(order: [UInt32], leastPapers: Int) -> Taxonomy {
    fillLists(order: order)
    for index in taxonomy.terms.indices {
      taxonomy.terms[index].isPublished = taxonomy.terms[index].papers.count >= leastPapers
    }
    sortTerms()
    return taxonomy
  }

  private mutating func makeTerm(_ name: TextRef, row: Int, paper: Int) -> UInt32 {
    let definition = definitions.isEmpty ? nil : definitions.definition(for: text.string(name))
    let key = definition.map { text.add($0.key) } ?? name
    let slug = text.add { out in
      if let slug = definition?.slug {
        out.append(slug)
      } else {
        Slug.write(text.bytes(key), into: &out)
      }
    }
    guard !slug.isEmpty else {
      report(emptySlugOf: name, paper: paper)
      return Taxonomy.none
    }
    let (number, isNew) = slugs.intern(slug, in: text)
    if isNew {
      add(Term(name: key, title: key, slug: slug), definition, row: row, paper: paper)
    } else {
      checkClash(key, with: Int(number), paper: paper)
    }
    return number
  }

  private mutating func add(_ term: Term, _ definition: TermDefinition?, row: Int, paper: Int) {
    var term = term
    if settings.source == .organization { apply(store.parties[row], to: &term) }
    if settings.source == .authors { apply(store.authorships[row], to: &term) }
    if let definition { apply(definition, to: &term) }
    taxonomy.terms.append(term)
    firstRows.append((paper, row))
  }

  private func apply(_ party: Party, to term: inout Term) {
    if !party.fullname.isEmpty { term.title = party.fullname }
    term.avatar = party.avatar
    term.homepage = party.url
  }

  private func apply(_ author: Authorship, to term: inout Term) {
    term.orcid = author.orcid
    term.affiliation = author.affiliation
    term.homepage = author.url
  }

  private func apply(_ definition: TermDefinition, to term: inout Term) {
    if let title = definition.title { term.title = text.add(title) }
    if let description = definition.description { term.description = text.add(description) }
    if let avatar = definition.avatar { term.avatar = text.add(avatar) }
    if let homepage = definition.url { term.homepage = text.add(homepage) }
    if let orcid = definition.orcid { term.orcid = text.add(orcid) }
    if let affiliation = definition.affiliation { term.affiliation = text.add(affiliation) }
  }

  private mutating func sortTerms() {
    let terms = taxonomy.terms
    let keys = terms.map { sortKey(of: $0) }
    let ranks = terms.indices.map { TermRank(of: terms[$0], at: $0, key: text.bytes(keys[$0])) }
    let order = ranks.sorted { left, right in
      if let isBefore = left.isBefore(right) { return isBefore }
      let (left, right) = (Int(left.term), Int(right.term))
      if let isBefore = text.bytes(keys[left]).isBefore(text.bytes(keys[right])) { return isBefore }
      return text.bytes(terms[left].slug).isBefore(text.bytes(terms[right].slug)) ?? false
    }
    var position = [UInt32](repeating: 0, count: order.count)
    for (new, rank) in order.enumerated() { position[Int(rank.term)] = UInt32(new) }
    taxonomy.terms = order.map { terms[Int($0.term)] }
    taxonomy.published = taxonomy.terms.indices.filter { taxonomy.terms[$0].isPublished }.map(UInt32.init)
    taxonomy.listed = settings.isCloud ? byCount : taxonomy.published
    for row in taxonomy.termOfRow.indices where taxonomy.termOfRow[row] != Taxonomy.none {
      taxonomy.termOfRow[row] = position[Int(taxonomy.termOfRow[row])]
    }
  }

  /// All terms, those of most papers first.
  private var byCount: [UInt32] {
    let terms = taxonomy.terms
    let ranked = terms.indices.sorted { left, right in
      let (a, b) = (terms[left].papers.count, terms[right].papers.count)
      return a != b ? a > b : left < right
    }
    return ranked.map(UInt32.init)
  }

  /// What a term is ordered by: its title without accents and capitals, as in an address.
  private func sortKey(of term: Term) -> TextRef {
    if term.title == term.name { return term.slug }
    let key = text.add { Slug.write(text.bytes(term.title), into: &$0) }
    return key.isEmpty ? term.slug : key
  }

  private mutating func fillLists(order: [UInt32]) {
    let (store, rows) = (store, taxonomy.rows)
    var last = [UInt32](repeating: Taxonomy.none, count: taxonomy.terms.count)
    var members: [(term: UInt32, paper: UInt32)] = []
    var counts = [Int](repeating: 0, count: taxonomy.terms.count)
    members.reserveCapacity(taxonomy.termOfRow.count)
    for paper in order {
      for row in rows.rows(of: Int(paper), in: store) {
        let term = taxonomy.termOfRow[row]
        // A paper may name a term twice: two spellings of one author, or one tag and its alias.
        guard term != Taxonomy.none, last[Int(term)] != paper else { continue }
        last[Int(term)] = paper
        counts[Int(term)] += 1
        members.append((term, paper))
      }
    }
    var end = 0
    for (term, count) in counts.enumerated() {
      taxonomy.terms[term].papers = ListRef(start: end, count: count)
      counts[term] = end
      end += count
    }
    taxonomy.papers = Array(repeating: 0, count: end)
    for member in members {
      taxonomy.papers[counts[Int(member.term)]] = member.paper
      counts[Int(member.term)] += 1
    }
  }
}

extension TaxonomyBuilder {
  private mutating func report(emptySlugOf name: TextRef, paper: Int) {
    guard settings.reportsClashes else { return }
    diagnostics.append(
      Diagnostic(
        .error, "record/tag", "the tag \"\(text.string(name))\" has no letter or digit, so its page has no address",
        at: store.place(of: paper), help: "use a tag with a letter or a digit"))
  }

  /// Two authors of one slug are one author to readers; two tags of one slug are a mistake in one of them.
  private mutating func checkClash(_ name: TextRef, with term: Int, paper: Int) {
    guard settings.reportsClashes, !text.bytes(name).isEqual(to: text.bytes(taxonomy.terms[term].name)) else { return }
    let other = text.string(taxonomy.terms[term].name)
    let first = store.place(of: firstRows[term].paper)
    diagnostics.append(
      Diagnostic(
        .error, "record/tag",
        "the tags \"\(text.string(name))\" and \"\(other)\" would share the page /tags/\(text.string(taxonomy.terms[term].slug))/",
        at: store.place(of: paper),
        help: "write one of them everywhere, or make one an alias of the other in content/tags.yml",
        notes: [.init("\"\(other)\" is used here first", at: first.description)]))
  }
}

extension Span<UInt8> {
  /// Whether the bytes come before others in their order; nil where they are the same.
  fileprivate func isBefore(_ other: Span<UInt8>) -> Bool? {
    for index in 0..<Swift.min(count, other.count) where self[index] != other[index] {
      return self[index] < other[index]
    }
    return count == other.count ? nil : count < other.count
  }
}
