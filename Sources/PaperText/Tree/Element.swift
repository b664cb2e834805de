/// The markup a text can hold, named by meaning.
enum Element: UInt8, BitwiseCopyable {
  // Within a line.
  case emphasis, strong, italic, bold, code, smallCaps, underline, strike, superscript, `subscript`, link
  case keyboard, abbreviation, deletion, insertion, mark, small, quote, cite, variable, sample
  /// Holds its attributes, its content is the text that stands for the picture.
  case image
  // On its own.
  case paragraph, heading1, heading2, heading3, heading4, heading5, heading6
  case bulletList, numberedList, item, descriptionList, term, description
  case quotation, codeBlock, details, summary, figure, figureCaption
  case table, caption, tableHead, tableBody, tableFoot, row, headerCell, cell

  /// The name of the HTML element.
  var tag: StaticString { Self.tags[Int(rawValue)] }

  private static let tags: [StaticString] = [
    "em", "strong", "i", "b", "code", "span", "u", "s", "sup", "sub", "a",
    "kbd", "abbr", "del", "ins", "mark", "small", "q", "cite", "var", "samp",
    "img",
    "p", "h1", "h2", "h3", "h4", "h5", "h6",
    "ul", "ol", "li", "dl", "dt", "dd",
    "blockquote", "pre", "details", "summary", "figure", "figcaption",
    "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td",
  ]

  /// Whether it is within a line.
  var isInline: Bool { rawValue <= Element.image.rawValue }

  /// Whether quotes and dashes stay as they are typed in it.
  var isLiteral: Bool {
    switch self {
    case .code, .codeBlock, .keyboard, .sample: true
    default: false
    }
  }

  /// The heading of a level from 1 to 6.
  static func heading(_ level: Int) -> Element {
    Element(rawValue: heading1.rawValue + UInt8(min(max(level, 1), 6) - 1)) ?? .heading6
  }

  /// The level of a heading, nil for anything else.
  var headingLevel: Int? {
    (Element.heading1.rawValue...Element.heading6.rawValue).contains(rawValue)
      ? Int(rawValue - Element.heading1.rawValue) + 1 : nil
  }
}

/// What a block may hold, after the content models of the HTML standard.
enum ContentModel: BitwiseCopyable {
  /// Blocks; text gets a paragraph.
  case blocks
  /// Text, and after a block paragraphs again.
  case textOrBlocks
  /// Text only.
  case text
  /// Items, rows, cells, terms: text gets the wanted child.
  case children(Element)
}

extension Element {
  /// What this block may hold.
  var content: ContentModel {
    switch self {
    case .quotation, .details, .figure: .blocks
    case .item, .description, .figureCaption, .headerCell, .cell: .textOrBlocks
    case .bulletList, .numberedList: .children(.item)
    case .descriptionList: .children(.description)
    case .table, .tableHead, .tableBody, .tableFoot: .children(.row)
    case .row: .children(.cell)
    default: .text
    }
  }

  /// Whether this block may be next in `parent`; nil is the text itself.
  func canStand(in parent: TextTree.OpenBlock?) -> Bool {
    let last = parent?.lastChild
    switch (self, parent?.element) {
    case (.item, .bulletList), (.item, .numberedList), (.term, .descriptionList), (.description, .descriptionList),
      (.headerCell, .row), (.cell, .row), (.row, .tableHead), (.row, .tableBody), (.row, .tableFoot):
      return true
    case (.summary, .details), (.caption, .table): return last == nil
    case (.tableHead, .table): return last == nil || last == .caption
    case (.row, .table), (.tableBody, .table), (.tableFoot, .table): return last != .tableFoot
    case (.figureCaption, .figure): return last != .figureCaption
    default: return !isChildOnly && parent.map { $0.element.content.takesBlocks } ?? true
    }
  }

  /// Whether it stands only where the block around asks for it.
  var isChildOnly: Bool {
    switch self {
    case .item, .term, .description, .headerCell, .cell, .row, .summary, .caption, .tableHead, .tableBody, .tableFoot,
      .figureCaption:
      true
    default: false
    }
  }
}

extension ContentModel {
  /// Whether paragraphs, lists and tables may be in it.
  var takesBlocks: Bool {
    switch self {
    case .blocks, .textOrBlocks: true
    case .text, .children: false
    }
  }
}
