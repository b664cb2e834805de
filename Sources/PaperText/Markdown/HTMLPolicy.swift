import CLibXML2

/// Which raw HTML a text may hold.
enum HTMLPolicy {
  /// What becomes of a tag.
  enum Verdict {
    case element(Element)
    case lineBreak, rule
    /// The tag is left out, its content stays.
    case transparent
    /// The tag is left out with its content.
    case opaque
    /// The tag is left out, with a word about it; its content stays.
    case dropped
    /// No tag of HTML: a word in angle brackets.
    case text
  }

  /// What becomes of tags of a name.
  static func verdict(on name: String) -> Verdict {
    if let element = elements[name] { return .element(element) }
    switch name {
    case "br": return .lineBreak
    case "hr": return .rule
    case "div", "span", "center", "section", "article": return .transparent
    case "script", "style", "iframe", "object", "embed", "template", "textarea", "select", "title", "svg", "math",
      "xmp", "noembed", "noframes", "noscript", "head", "applet", "audio", "video", "canvas", "button", "plaintext":
      return .opaque
    default: return isHTML(name) ? .dropped : .text
    }
  }

  /// The tags that may stand, all of them checked for their place by the tree.
  private static let elements: [String: Element] = [
    "em": .emphasis, "strong": .strong, "i": .italic, "b": .bold, "code": .code, "tt": .code, "u": .underline,
    "s": .strike, "strike": .strike, "sup": .superscript, "sub": .subscript, "a": .link, "kbd": .keyboard,
    "abbr": .abbreviation, "del": .deletion, "ins": .insertion, "mark": .mark, "small": .small, "q": .quote,
    "cite": .cite, "var": .variable, "samp": .sample, "img": .image,
    "p": .paragraph, "h1": .heading1, "h2": .heading2, "h3": .heading3, "h4": .heading4, "h5": .heading5,
    "h6": .heading6, "ul": .bulletList, "ol": .numberedList, "li": .item, "dl": .descriptionList, "dt": .term,
    "dd": .description, "blockquote": .quotation, "pre": .codeBlock, "details": .details, "summary": .summary,
    "figure": .figure, "figcaption": .figureCaption, "table": .table, "caption": .caption, "thead": .tableHead,
    "tbody": .tableBody, "tfoot": .tableFoot, "tr": .row, "th": .headerCell, "td": .cell,
  ]

  /// Whether HTML knows an element: libxml2 does for HTML 4, the rest came with HTML 5.
  private static func isHTML(_ name: String) -> Bool {
    if htmlTagLookup(name) != nil { return true }
    return [
      "aside", "bdi", "data", "datalist", "dialog", "footer", "header", "hgroup", "main", "meter", "nav", "output",
      "picture", "portal", "progress", "rp", "rt", "ruby", "search", "slot", "source", "time", "track", "wbr",
    ].contains(name)
  }

  /// Whether an attribute may stand on an element with a value; addresses are checked where they are used.
  static func allows(_ attribute: String, _ value: String, on element: Element) -> Bool {
    switch (element, attribute) {
    case (_, "title"): true
    case (.cell, "colspan"), (.headerCell, "colspan"), (.cell, "rowspan"), (.headerCell, "rowspan"):
      number(value, in: 1...1000)
    case (.headerCell, "scope"): ["row", "col", "rowgroup", "colgroup"].contains(value)
    case (.image, "width"), (.image, "height"): number(value, in: 0...10_000)
    case (.numberedList, "start"), (.item, "value"): number(value, in: -1_000_000...1_000_000)
    case (.numberedList, "reversed"), (.details, "open"): true
    case (.numberedList, "type"): ["1", "a", "A", "i", "I"].contains(value)
    default: false
    }
  }

  private static func number(_ text: String, in range: ClosedRange<Int>) -> Bool {
    Int(text).map(range.contains) ?? false && text.utf8.first != UInt8(ascii: "+")
  }
}
