package import ByteText
package import Papers

/// A term of a taxonomy, of which everything that is read is noted.
package struct TermView {
  private let view: SiteView
  /// The position among the terms of its taxonomy.
  package let index: Int
  /// The number of the taxonomy.
  package let taxonomy: Int

  init(_ view: SiteView, _ index: Int, in taxonomy: Int) {
    self.view = view
    self.index = index
    self.taxonomy = taxonomy
  }

  /// The plan of the term's page.
  package var page: OutputPlan { OutputPlan(kind: .term(of: taxonomy), subject: UInt32(index)) }

  private func read<Value>(_ field: (Term) -> Value, _ aspects: CollectionAspects) -> Value {
    view.log.note(.term(of: taxonomy), index, aspects: aspects.rawValue)
    return field(view.site.taxonomies[taxonomy].terms[index])
  }

  package var name: TextRef { read({ $0.name }, .appearance) }
  package var title: TextRef { read({ $0.title }, .appearance) }
  package var description: TextRef { read({ $0.description }, .appearance) }
  package var avatar: TextRef { read({ $0.avatar }, .appearance) }
  package var homepage: TextRef { read({ $0.homepage }, .appearance) }
  package var orcid: TextRef { read({ $0.orcid }, .appearance) }
  package var affiliation: TextRef { read({ $0.affiliation }, .appearance) }

  /// The last part of its address, which is what the term is called in every build.
  package var slug: TextRef { view.site.taxonomies[taxonomy].terms[index].slug }

  /// Whether it has enough papers for a page.
  package var isPublished: Bool { read({ $0.isPublished }, .appearance) }

  /// Whether it has a page.
  package var hasPage: Bool { isPublished && view.isWritten(.term(of: taxonomy)) }

  /// The number of its papers.
  package var count: Int { read({ Int($0.papers.count) }, .size) }

  /// Its papers.
  package var papers: ObjectList { view.list(.term(of: taxonomy), owner: index) }

  /// The newest day of its papers.
  package var newestDay: Day? {
    let row = read({ $0.papers.range.first }, .newest)
    return row.flatMap { view.site.store.newestDay(of: view.site.taxonomies[taxonomy].papers[$0]) }
  }
}

/// A free page, of which everything that is read is noted.
package struct FreePageView {
  private let view: SiteView
  /// The position in the order of the menu.
  package let index: Int

  init(_ view: SiteView, _ index: Int) { (self.view, self.index) = (view, index) }

  /// The plan of the page.
  package var page: OutputPlan { OutputPlan(kind: .page, subject: UInt32(index)) }

  private func read<Value>(_ field: (FreePage) -> Value, _ aspects: FreePageAspects) -> Value {
    view.log.note(.page, index, aspects: aspects.rawValue)
    return field(view.site.pages[index])
  }

  package var title: String { read({ $0.title }, .heading) }
  package var description: String { read({ $0.description }, .heading) }
  package var weight: Int { read({ $0.weight }, .heading) }
  package var isInMenu: Bool { read({ $0.isInMenu }, .heading) }
  /// The content as safe HTML.
  package var content: TextRef { read({ $0.content }, .content) }
  /// The content as Markdown.
  package var markdown: TextRef { read({ $0.markdown }, [.heading, .content]) }
}
