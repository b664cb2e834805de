/// Something in a TeX text that is open until its end comes: braces, an argument, an environment.
struct Group: BitwiseCopyable {
  /// What the end of the group brings.
  enum Ending: UInt8, BitwiseCopyable {
    case nothing
    /// A note in brackets ends.
    case bracket
    /// A quotation ends.
    case quotationMark
    /// A link ends whose words may say what it leads to.
    case link
    /// The first of several arguments ends: a space keeps them apart.
    case argument
    /// An environment; `}` doesn't end it.
    case environment
  }

  var ending: Ending
  /// Where it began in the source.
  var start: Int
  /// How many inline elements were open before it.
  var inlines: Int
  /// How many were open once it began: a font switch closes none of these.
  var floor: Int
  /// The block that an environment opened.
  var block: Element?
  /// Where the words of a link begin in the tree's text.
  var words = 0
  /// The place among all groups of the innermost environment around what is in this one, itself included; nil where
  /// there is none.
  var environment: Int?
}

extension TextReader {
  /// Opens a group, whose markup is closed with it.
  mutating func openGroup(_ ending: Group.Ending = .nothing, _ element: Element? = nil, block: Element? = nil) {
    let before = tree.inlines.count
    if let element { tree.openInline(element) }
    let environment = ending == .environment ? groups.count : groups.last?.environment
    groups.append(
      Group(
        ending: ending, start: index, inlines: before, floor: tree.inlines.count, block: block, words: tree.text.count,
        environment: environment))
  }

  /// `{`
  mutating func openBraces() {
    if peek(1) == UInt8(ascii: "}") { return index += 2 }
    openGroup()
    index += 1
  }

  /// `}` ends the innermost group that braces began; where there is none it is left out.
  mutating func closeBraces() {
    if let last = groups.last, last.ending != .environment {
      closeGroup()
    } else {
      warn(at: index, "`}` without `{`")
    }
    index += 1
  }

  mutating func closeGroup() {
    guard let group = groups.popLast() else { return }
    if group.ending == .bracket { tree.trimSpace() }
    tree.closeInlines(downTo: group.inlines)
    switch group.ending {
    case .nothing: break
    case .bracket: tree.append(")")
    case .quotationMark: appendDoubleQuote(opening: false)
    case .argument: if peek(1) == UInt8(ascii: "{") { tree.appendSpace() }
    case .link: judgeLink(words: group.words)
    case .environment: if let block = group.block { tree.closeBlock(block) } else { endParagraph() }
    }
  }

  /// Closes what the author left open.
  mutating func closeAllGroups() {
    if let first = groups.first(where: { $0.ending != .environment }) { warn(at: first.start, "`{` is never closed") }
    while !groups.isEmpty { closeGroup() }
  }

  /// The number of inline elements that a font switch leaves open.
  var switchFloor: Int { groups.last?.floor ?? 0 }

  private static let mostWordingBytes = 256

  private mutating func judgeLink(words: Int) {
    guard let last = tree.links.last, last.kind == .other, words <= tree.text.count else { return }
    // Links may be nested without end; what one leads to is said in a few words.
    let start = max(words, tree.text.count - Self.mostWordingBytes)
    if ProjectWording.occurs(in: tree.text.span.extracting(start..<tree.text.count)) {
      tree.links[tree.links.count - 1].kind = .project
    }
  }
}
