import ByteText

extension TextTree {
  /// Appends the text in one line of TeX: braces are balanced, what is special is escaped, other Unicode stays.
  func writeTeX(into out: inout ByteBuffer) {
    let start = out.count
    for (index, node) in nodes.enumerated() {
      switch node.kind {
      case .text: TeXEscaping.append(text.span.extracting(node.range), to: &out)
      case .math, .displayMath: TeXEscaping.append(math: text.span.extracting(node.range), to: &out)
      case .lineBreak, .rule: separate(&out, start)
      case .open: openTeX(node, at: index, &out, start)
      case .close: closeTeX(node.element, &out, start)
      }
    }
    trimSpace(&out, start)
  }

  private func openTeX(_ node: TextNode, at index: Int, _ out: inout ByteBuffer, _ start: Int) {
    guard node.element.isInline, node.element != .image else { return separate(&out, start) }
    if node.element == .link {
      out.append("\\href{")
      TeXEscaping.append(address: text.span.extracting(node.range), to: &out)
      out.append("}{")
    } else {
      out.append(node.element.texCommand)
    }
  }

  private func closeTeX(_ element: Element, _ out: inout ByteBuffer, _ start: Int) {
    guard element.isInline, element != .image else { return separate(&out, start) }
    out.append("}")
  }

  /// Appends a space, unless the line ends with one or is empty.
  func separate(_ out: inout ByteBuffer, _ start: Int) {
    if out.count > start, out.span[out.count - 1] != 0x20 { out.append(0x20) }
  }

  /// Takes back the space at the end of a line.
  func trimSpace(_ out: inout ByteBuffer, _ start: Int) {
    while out.count > start, out.span[out.count - 1] == 0x20 { out.truncate(to: out.count - 1) }
  }
}

extension Element {
  /// The command with the brace that opens its argument.
  fileprivate var texCommand: StaticString {
    switch self {
    case .emphasis, .italic, .cite, .variable: "\\emph{"
    case .strong, .bold, .mark: "\\textbf{"
    case .code, .keyboard, .sample: "\\texttt{"
    case .smallCaps: "\\textsc{"
    case .underline, .insertion: "\\underline{"
    case .superscript: "\\textsuperscript{"
    case .subscript: "\\textsubscript{"
    default: "{"
    }
  }
}

/// Bytes that mean something to TeX.
enum TeXEscaping {
  /// Appends text.
  static func append(_ text: Span<UInt8>, to out: inout ByteBuffer) {
    var index = 0
    while index < text.count {
      if let replacement = replacement(for: text[index]) {
        out.append(replacement)
        index += 1
      } else if text[index] == UInt8(ascii: "-"), index + 1 < text.count, text[index + 1] == UInt8(ascii: "-") {
        out.append("-{}")
        index += 1
      } else if let (replacement, length) = typography(in: text, at: index) {
        out.append(replacement)
        index += length
      } else {
        out.append(text[index])
        index += 1
      }
    }
  }

  private static func replacement(for byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "\\"): "\\textbackslash{}"
    case UInt8(ascii: "{"): "\\{"
    case UInt8(ascii: "}"): "\\}"
    case UInt8(ascii: "$"): "\\$"
    case UInt8(ascii: "&"): "\\&"
    case UInt8(ascii: "#"): "\\#"
    case UInt8(ascii: "%"): "\\%"
    case UInt8(ascii: "_"): "\\_"
    case UInt8(ascii: "^"): "\\textasciicircum{}"
    case UInt8(ascii: "~"): "\\textasciitilde{}"
    case UInt8(ascii: "<"): "\\textless{}"
    case UInt8(ascii: ">"): "\\textgreater{}"
    case UInt8(ascii: "|"): "\\textbar{}"
    case UInt8(ascii: "\n"): " "
    default: nil
    }
  }

  /// Quotes, dashes and ties, for which TeX has a spelling of its own.
  private static func typography(in text: Span<UInt8>, at index: Int) -> (StaticString, Int)? {
    if text[index] == 0xC2, index + 1 < text.count, text[index + 1] == 0xA0 { return ("~", 2) }
    guard text[index] == 0xE2, index + 2 < text.count, text[index + 1] == 0x80 else { return nil }
    switch text[index + 2] {
    case 0x93: return ("--", 3)
    case 0x94: return ("---", 3)
    case 0x98: return ("`", 3)
    case 0x99: return ("'", 3)
    case 0x9C: return ("``", 3)
    case 0x9D: return ("''", 3)
    case 0xAF: return ("\\,", 3)
    default: return nil
    }
  }

  /// Appends an address as the argument of `\href`.
  static func append(address: Span<UInt8>, to out: inout ByteBuffer) {
    for index in address.indices {
      if "%#&_~$".utf8.contains(address[index]) { out.append(UInt8(ascii: "\\")) }
      out.append(address[index])
      if address[index] == UInt8(ascii: "~") { out.append("{}") }
    }
  }

  /// Appends a formula in dollars, its percent signs escaped as no comments were meant; one that would tear its
  /// surroundings apart is escaped as text.
  static func append(math source: Span<UInt8>, to out: inout ByteBuffer) {
    guard isBalanced(source) else { return append(source, to: &out) }
    out.append(UInt8(ascii: "$"))
    for index in source.indices {
      let isComment = source[index] == UInt8(ascii: "%") && (index == 0 || source[index - 1] != UInt8(ascii: "\\"))
      if isComment { out.append(UInt8(ascii: "\\")) }
      out.append(source[index] == UInt8(ascii: "\n") ? 0x20 : source[index])
    }
    out.append(UInt8(ascii: "$"))
  }

  /// Whether braces nest, no `$` stands outside them, and no backslash swallows what follows.
  static func isBalanced(_ source: Span<UInt8>) -> Bool {
    var depth = 0
    var index = 0
    while index < source.count {
      switch source[index] {
      case UInt8(ascii: "\\"):
        index += 1
        guard index < source.count else { return false }
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "$") where depth == 0: return false
      default: break
      }
      guard depth >= 0 else { return false }
      index += 1
    }
    return depth == 0
  }
}
