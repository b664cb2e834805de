/// Reads clean TeX (see `SourceText`) into a tree. Keeps its memory between formulas.
struct Parser {
  /// Groups and arguments within each other, beyond which a formula is given up.
  static let depthLimit = 200

  /// What is parsed: valid UTF-8 without control characters.
  var text: [UInt8] = []
  var position = 0
  var tree = FormulaTree()
  /// The alphabet of letters at this point.
  var alphabet = Alphabet.italic
  /// Whether letters are bold whatever their alphabet.
  var isBold = false
  /// What ended the list that was read last.
  var listEnd = ListEnd.input
  private var depth = 0
  /// Whether a formula of chemistry is read.
  var isInChemistry = false
  /// How many scripts are upon scripts without braces.
  var scriptsOnScripts = 0
  /// How many `\ifmmode` were read whose `\fi` has not come.
  var openConditions = 0
  /// How many texts are read in place of others.
  var replacementDepth = 0
  /// How many formulas within texts are open, each of which a dollar ends.
  var openDollars = 0
  let commands = CommandTable.standard

  /// Parses `text` and returns the first node of the formula, which is none where the formula is empty.
  mutating func parseFormula() throws(BrokenFormula) -> NodeID {
    position = 0
    depth = 0
    openDollars = 0
    isInChemistry = false
    replacementDepth = 0
    openConditions = 0
    scriptsOnScripts = 0
    alphabet = .italic
    isBold = false
    tree.removeAll()
    let first = try parseList()
    if listEnd == .input { return first.first }
    return try parseRows(after: first)
  }

  /// Counts a level of nesting.
  mutating func enter() throws(BrokenFormula) {
    depth += 1
    if depth > Parser.depthLimit { throw .tooDeep }
  }

  /// Leaves a level of nesting.
  mutating func leave() { depth -= 1 }
}

extension Parser {
  /// Reads nodes up to what ends the list, and says so in `listEnd`.
  ///
  /// - Parameter endsAtMiddle: whether `\middle` ends the list, as it ends what `\over` is over (e-TeX).
  mutating func parseList(
    inBrackets: Bool = false, endsAtMiddle: Bool = false
  ) throws(BrokenFormula) -> NodeList {
    try enter()
    var list = NodeList()
    while true {
      guard let token = next() else {
        listEnd = .input
        break
      }
      if endsAtMiddle, token.meaning.role == .middle {
        position = token.start - 1
        listEnd = .middle
        break
      }
      if let end = end(at: token, inBrackets: inBrackets) {
        listEnd = end
        break
      }
      if try parse(token, into: &list, inBrackets: inBrackets) { break }
    }
    list.finish(in: &tree)
    leave()
    return list
  }

  /// What a token ends. A dollar within groups ends nothing: older tables have text in their second column.
  private func end(at token: Token, inBrackets: Bool) -> ListEnd? {
    switch token.meaning.role {
    case .groupEnd: .group
    case .right: .right
    case .tab: .tab
    case .newRow: .newRow
    case .end: .environment
    case .dollar: openDollars > 0 || depth == 1 ? .dollar : nil
    case .fence: inBrackets && token.meaning.scalar == 0x5D && !token.isCommand ? .bracket : nil
    default: nil
    }
  }

  /// Reads what a token begins; true where that took the rest of the list.
  private mutating func parse(
    _ token: Token, into list: inout NodeList, inBrackets: Bool
  ) throws(BrokenFormula) -> Bool {
    switch token.meaning.role {
    case .infixFraction:
      try parseInfixFraction(token, numerator: &list, inBrackets: inBrackets)
      return listEnd != .middle
    case .style:
      try parseStyle(token, into: &list, inBrackets: inBrackets)
      return true
    case .alphabetSwitch: alphabet = Alphabet(rawValue: token.meaning.detail)
    case .boldSwitch: isBold = true
    case .condition where isCondition(token): readCondition(token)
    case .space, .hspace, .dimension, .rule, .raise, .ignored, .transparent, .limits, .modulo, .tag, .comment, .dollar:
      try parseLoose(token, into: &list)
    case .groupStart: try parseGroup(into: &list)
    default: list.append(try attachScripts(to: parseNucleus(token)), to: &tree)
    }
    return false
  }

  /// Reads a group in braces; one without scripts whose ends are ordinary symbols becomes part of the list around it.
  private mutating func parseGroup(into list: inout NodeList) throws(BrokenFormula) {
    let group = try parseGroup()
    if group.isEmpty, !isScriptNext() { return }
    if !isScriptNext(), tree[group.first].atom == .ordinary, tree[group.last].atom == .ordinary {
      list.append(group, to: &tree)
    } else {
      list.append(try attachScripts(to: row(group)), to: &tree)
    }
  }

  /// Reads the rest of a group whose brace was read. What it switched ends with it.
  mutating func parseGroup() throws(BrokenFormula) -> NodeList {
    let outer = (alphabet, isBold)
    var list = try parseList()
    while listEnd == .tab || listEnd == .newRow {
      list.append(space(mu: 18), to: &tree)
      let rest = try parseList()
      if rest.first.exists { list.append(row(rest), to: &tree) }
    }
    if listEnd != .group { throw .unbalancedBraces }
    (alphabet, isBold) = outer
    return list
  }
}

extension Parser {
  /// One node for a list: its only node, else a row. As an atom it is ordinary.
  mutating func row(_ list: NodeList, atom: AtomClass = .ordinary) -> NodeID {
    if list.count == 1 {
      tree[list.first].placement = .beside
      if tree[list.first].atom != .none { tree[list.first].atom = atom }
      return list.first
    }
    var node = Node(.row, atom)
    node.first = list.first
    return tree.add(node)
  }

  /// A space of so many mu.
  mutating func space(mu: Int) -> NodeID {
    var node = Node(.space, .none)
    node.scalar = UInt32(bitPattern: Int32(truncatingIfNeeded: mu))
    return tree.add(node)
  }

  /// An operator of one character.
  mutating func operation(_ scalar: UInt32, _ atom: AtomClass, option: UInt8 = 0) -> NodeID {
    var node = Node(.operation, atom)
    node.scalar = scalar
    node.option = option
    return tree.add(node)
  }

  /// Reads an argument: a group in braces or one token with what it needs.
  mutating func parseArgument() throws(BrokenFormula) -> NodeID {
    guard let token = next() else { throw .missingArgument }
    try enter()
    let argument = try parseArgument(token)
    leave()
    return argument
  }

  private mutating func parseArgument(_ token: Token) throws(BrokenFormula) -> NodeID {
    switch token.meaning.role {
    case .groupStart: return row(try parseGroup())
    case .alphabetSwitch where isGroupEndNext(): return word(token)
    case .transparent where token.meaning.detail == 1:
      _ = bracketOption()
      return try parseArgument()
    case .ignored, .transparent, .alphabetSwitch, .style, .limits, .boldSwitch, .comment:
      return try parseArgument()
    case .space: return space(mu: Int(Int32(bitPattern: token.meaning.scalar)))
    case .groupEnd, .right, .tab, .newRow, .end, .dollar, .upperScript, .lowerScript, .infixFraction, .modulo,
      .tag, .hspace, .dimension, .rule, .raise:
      throw .missingArgument
    default:
      let node = try parseNucleus(token, isArgument: true)
      if tree[node].atom == .binary { tree[node].atom = .ordinary }
      return node
    }
  }

  /// Whether nothing follows that could be an argument.
  mutating func isArgumentMissing() -> Bool {
    isGroupEndNext() || text[position] == UInt8(ascii: "_") || text[position] == UInt8(ascii: "^")
  }

  /// Whether the group or the formula ends here.
  mutating func isGroupEndNext() -> Bool {
    skipSpaces()
    return position == text.count || text[position] == UInt8(ascii: "}")
  }

  /// Reads an argument in brackets, where one follows.
  mutating func parseBracketArgument() throws(BrokenFormula) -> NodeID {
    skipSpaces()
    guard position < text.count, text[position] == UInt8(ascii: "[") else { return .none }
    position += 1
    let list = try parseList(inBrackets: true)
    if listEnd != .bracket { throw .missingArgument }
    return row(list)
  }
}
