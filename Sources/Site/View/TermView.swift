public import ByteText
public import Papers

/// A term of a taxonomy, of which everything that is read is noted.
public struct TermView {
  private let view: SiteView
  /// The position among the terms of its taxonomy.
  public let index: Int
  /// The number of the taxonomy.
  public let taxonomy: Int

  init(_ view: SiteView, _ index: Int, in taxonomy: Int) {
    self.view = view
    self.index = index
    self.taxonomy = taxonomy
  }

  /// The plan of the term's page.
  public var page: OutputPlan { OutputPlan(kind: .term(of: taxonomy), subject: UInt32(index)) }

  private func read<Value>(_ field: (Term) -> Value, _ aspects: CollectionAspects) -> Value {
    view.log.note(.term(of: taxonomy), index, aspects: aspects.rawValue)
    return field(view.site.taxonomies[taxonomy].terms[index])
  }

  /// The name, as papers give it.
  public var name: TextRef { read({ $0.name }, .appearance) }
  /// What is shown.
  public var title: TextRef { read({ $0.title }, .appearance) }
  /// A sentence about it, or empty.
  public var description: TextRef { read({ $0.description }, .appearance) }
  /// The address of a picture, or empty.
  public var avatar: TextRef { read({ $0.avatar }, .appearance) }
  /// The address of a page elsewhere, or empty.
  public var homepage: TextRef { read({ $0.homepage }, .appearance) }
  /// The ORCID iD of an author, or empty.
  public var orcid: TextRef { read({ $0.orcid }, .appearance) }
  /// The affiliation of an author, or empty.
  public var affiliation: TextRef { read({ $0.affiliation }, .appearance) }

  /// The last part of its address, which is what the term is called in every build.
  public var slug: TextRef { view.site.taxonomies[taxonomy].terms[index].slug }

  /// Whether it has enough papers for a page.
  public var isPublished: Bool { read({ $0.isPublished }, .appearance) }

  /// Whether it has a page.
  public var hasPage: Bool { isPublished && view.isWritten(.term(of: taxonomy)) }

  /// The number of its papers.
  public var count: Int { read({ Int($0.papers.count) }, .size) }

  /// Its papers.
  public var papers: ObjectList { view.list(.term(of: taxonomy), owner: index) }

  /// The newest day of its papers.
  public var newestDay: Day? {
    let row = read({ $0.papers.range.first }, .newest)
    return row.flatMap { view.site.store.newestDay(of: view.site.taxonomies[taxonomy].papers[$0]) }
  }
}

/// A free page, of which everything that is read is noted.
public struct FreePageView {
  private let view: SiteView
  /// The position in the order of the menu.
  public let index: Int

  init(_ view: SiteView, _ index: Int) { (self.view, self.index) = (view, index) }

  /// The plan of the page.
  public var page: OutputPlan { OutputPlan(kind: .page, subject: UInt32(index)) }

  private func read<Value>(_ field: (FreePage) -> Value, _ aspects: FreePageAspects) -> Value {
    view.log.note(.page, index, aspects: aspects.rawValue)
    return field(view.site.pages[index])
  }

  /// The title.
  public var title: String { read({ $0.title }, .heading) }
  /// One sentence, or empty.
  public var description: String { read({ $0.description }, .heading) }
  /// The place in the menu: lower numbers come first.
  public var weight: Int { read({ $0.weight }, .heading) }
  /// Whether the menu has it.
  public var isInMenu: Bool { read({ $0.isInMenu }, .heading) }
  /// The content as safe HTML.
  public var content: TextRef { read({ $0.content }, .content) }
  /// The content as Markdown.
  public var markdown: TextRef { read({ $0.markdown }, [.heading, .content]) }
}
