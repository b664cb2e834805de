import ByteText

extension TextReader {
  /// `\begin{…}`: a list, a formula, or something that only groups.
  mutating func beginEnvironment() {
    let start = index
    guard let argument = source.braced(at: source.indexAfterSpaces(from: index)) else { return }
    let name = TeXEnvironment(name: source.slice(argument))
    switch name {
    case .list(let element):
      index = argument.upperBound + 1
      skipOptions()
      openEnvironment(tree.openBlock(element) ? element : nil)
    case .math(let display, let isBare):
      if readMathEnvironment(argument, start: start, display: display, isBare: isBare) { return }
      index = argument.upperBound + 1
    case .columns:
      index = argument.upperBound + 1
      skipArguments(1)
      openEnvironment(nil)
    case .other:
      index = argument.upperBound + 1
      skipOptions()
      openEnvironment(nil)
    }
  }

  private mutating func openEnvironment(_ block: Element?) {
    if block == nil { endParagraph() }
    openGroup(.environment, block: block)
  }

  /// `\end{…}` ends the innermost environment, and what the author left open in it.
  mutating func endEnvironment() {
    skipArguments(1)
    guard groups.last?.environment != nil else { return }
    while let last = groups.last {
      closeGroup()
      if last.ending == .environment { break }
    }
  }

  /// `\item`; outside a list a bullet in the text.
  mutating func beginItem() {
    let label = source.bracketed(at: index)
    if let label { index = label.upperBound + 1 }
    let isInList = groups.last?.environment.map { groups[$0].block != nil } ?? false
    if isInList {
      tree.closeBlock(.item)
      _ = tree.openBlock(.item)
    } else {
      tree.appendSpace()
      if label == nil { tree.append("• ", leaving: .space) }
    }
    if let label {
      tree.append(source, label)
      tree.appendSpace()
    }
  }

  /// A formula from `\begin` to its `\end`; false where the end is missing.
  private mutating func readMathEnvironment(_ name: Range<Int>, start: Int, display: Bool, isBare: Bool) -> Bool {
    guard missingEnvironments < 8, let end = endOfEnvironment(name, from: name.upperBound + 1) else {
      missingEnvironments += 1
      return false
    }
    let next = end + 6 + name.count
    let whole = start - 6..<next
    appendFormula(isBare ? name.upperBound + 1..<end : whole, display: display, next)
    return true
  }

  /// The index of the `\end{name}` that belongs to a `\begin{name}`.
  private func endOfEnvironment(_ name: Range<Int>, from start: Int) -> Int? {
    var depth = 1
    var position = start
    while position < source.count {
      guard source[position] == UInt8(ascii: "\\") else {
        position += 1
        continue
      }
      if source.holds("\\begin{", at: position), holdsName(name, at: position + 7) { depth += 1 }
      if source.holds("\\end{", at: position), holdsName(name, at: position + 5) { depth -= 1 }
      if depth == 0 { return position }
      position += 2
    }
    return nil
  }

  private func holdsName(_ name: Range<Int>, at start: Int) -> Bool {
    guard source[start + name.count] == UInt8(ascii: "}") else { return false }
    return name.indices.allSatisfy { source[$0] == source[start + $0 - name.lowerBound] }
  }
}

/// What an environment of TeX is to a text.
enum TeXEnvironment {
  case list(Element)
  /// Math; bare where its begin and end say nothing about its structure.
  case math(display: Bool, isBare: Bool)
  /// A table, whose first argument describes its columns.
  case columns
  case other

  private static let bare = ["equation", "equation*", "displaymath"]
  private static let display = [
    "align", "align*", "gather", "gather*", "multline", "multline*", "eqnarray", "eqnarray*", "alignat", "alignat*",
    "flalign", "flalign*",
  ]
  private static let inline = [
    "array", "cases", "dcases", "matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix", "smallmatrix",
    "aligned", "gathered", "split", "CD",
  ]

  /// The meaning of a name.
  init(name: Span<UInt8>) {
    switch String(bytes: name) {
    case "itemize", "compactitem", "inparaitem": self = .list(.bulletList)
    case "enumerate", "inparaenum", "compactenum", "romannum", "description": self = .list(.numberedList)
    case "math": self = .math(display: false, isBare: true)
    case "tabular", "tabular*": self = .columns
    case let name where Self.bare.contains(name): self = .math(display: true, isBare: true)
    case let name where Self.display.contains(name): self = .math(display: true, isBare: false)
    case let name where Self.inline.contains(name): self = .math(display: false, isBare: false)
    default: self = .other
    }
  }
}
