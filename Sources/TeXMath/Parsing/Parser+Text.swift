extension Parser {
  /// Reads `{text}`, with formulas between dollars in it.
  mutating func parseText(in alphabet: Alphabet) throws(BrokenFormula) -> NodeID {
    try enter()
    skipTextOptions()
    guard skip(UInt8(ascii: "{")) else {
      leave()
      return try parseTextToken(in: alphabet)
    }
    var list = NodeList()
    var level = 1
    var start = tree.text.count
    while level > 0 {
      guard position < text.count else { throw .unbalancedBraces }
      let byte = text[position]
      switch byte {
      case UInt8(ascii: "{"):
        level += 1
        position += 1
      case UInt8(ascii: "}"):
        level -= 1
        position += 1
      case UInt8(ascii: "$"):
        flushText(from: &start, alphabet, into: &list)
        try parseNestedFormula(into: &list)
        start = tree.text.count
      case UInt8(ascii: "\\") where isStructureNext:
        flushText(from: &start, alphabet, into: &list)
        try parseTextStructure(into: &list)
        start = tree.text.count
      default: try appendTextCharacter()
      }
    }
    flushText(from: &start, alphabet, into: &list)
    leave()
    return textRow(list)
  }

  /// `\makebox[1cm][l]{…}`: sizes are no text.
  private mutating func skipTextOptions() {
    let start = position
    while isNext(UInt8(ascii: "[")) { _ = bracketOption() }
    if !isNext(UInt8(ascii: "{")) { position = start }
    _ = skip(UInt8(ascii: "["))
  }

  /// Text without braces is one token.
  private mutating func parseTextToken(in alphabet: Alphabet) throws(BrokenFormula) -> NodeID {
    guard position < text.count, text[position] != UInt8(ascii: "}") else { throw .missingArgument }
    let start = tree.text.count
    try appendTextCharacter()
    var node = Node(.text)
    node.alphabet = alphabet
    return tree.add(node, textFrom: start)
  }

  private mutating func textRow(_ list: NodeList) -> NodeID {
    if list.count == 1 { return list.first }
    var node = Node(.row)
    node.first = list.first
    return tree.add(node)
  }

  private mutating func flushText(from start: inout Int, _ alphabet: Alphabet, into list: inout NodeList) {
    guard tree.text.count > start else { return }
    var node = Node(.text)
    node.alphabet = alphabet
    list.append(tree.add(node, textFrom: start), to: &tree)
    start = tree.text.count
  }

  private mutating func parseNestedFormula(into list: inout NodeList) throws(BrokenFormula) {
    position += 1
    let outer = (alphabet, isBold)
    (alphabet, isBold) = (.italic, false)
    openDollars += 1
    let formula = try parseList()
    openDollars -= 1
    guard listEnd == .dollar else { throw .unbalancedBraces }
    (alphabet, isBold) = outer
    if formula.first.exists { list.append(row(formula), to: &tree) }
  }

  /// Whether a command comes that is more than characters of the text: a formula, a space, an invisible part.
  private var isStructureNext: Bool {
    guard position + 1 < text.count else { return false }
    if text[position + 1] == UInt8(ascii: "(") { return true }
    for name in ["phantom", "hphantom", "vphantom", "ensuremath", "textcircled"]
    where text[(position + 1)...].starts(with: name.utf8) { return true }
    return false
  }

  private mutating func parseTextStructure(into list: inout NodeList) throws(BrokenFormula) {
    let outer = (alphabet, isBold)
    (alphabet, isBold) = (.italic, false)
    if text[position + 1] == UInt8(ascii: "("), let end = endOfParentheses {
      let formula = Array(text[position + 2..<end])
      position = end + 2
      list.append(try parse(inPlace: formula), to: &tree)
    } else if let token = next() {
      if token.meaning.role == .phantom || token.meaning.role == .circled {
        list.append(try parseNucleus(token), to: &tree)
      } else if token.meaning.role == .transparent {
        list.append(try parseArgument(), to: &tree)
      }
    }
    (alphabet, isBold) = outer
  }

  /// The index of the `\)` that comes next.
  private var endOfParentheses: Int? {
    var index = position + 2
    while index + 1 < text.count {
      if text[index] == UInt8(ascii: "\\") {
        if text[index + 1] == UInt8(ascii: ")") { return index }
        index += 1
      }
      index += 1
    }
    return nil
  }

  /// Appends the character that is at `position` to the text.
  private mutating func appendTextCharacter() throws(BrokenFormula) {
    let byte = text[position]
    switch byte {
    case UInt8(ascii: "\\"): try appendTextCommand()
    case UInt8(ascii: "~"): appendTypographic("\u{A0}", count: 1)
    case UInt8(ascii: "`"): appendTypographic(isDoubled ? "“" : "‘", count: isDoubled ? 2 : 1)
    case UInt8(ascii: "'"): appendTypographic(isDoubled ? "”" : "’", count: isDoubled ? 2 : 1)
    case UInt8(ascii: "-") where isDoubled:
      let isTripled = position + 2 < text.count && text[position + 2] == byte
      appendTypographic(isTripled ? "—" : "–", count: isTripled ? 3 : 2)
    default:
      let end = min(position + Parser.sequenceLength(byte), text.count)
      tree.text.append(contentsOf: byte.isTeXSpace ? [0x20] : text[position..<end])
      position = end
      if byte.isTeXSpace { skipSpaces() }
    }
  }

  private var isDoubled: Bool { position + 1 < text.count && text[position + 1] == text[position] }

  private mutating func appendTypographic(_ character: StaticString, count: Int) {
    position += count
    character.withUTF8Buffer { tree.text.append(contentsOf: $0) }
  }

  /// A command in text: an escaped character, an accent, a symbol, else nothing but its arguments.
  private mutating func appendTextCommand() throws(BrokenFormula) {
    guard let token = next(), token.end > token.start else { return }
    let name = text[token.start]
    if token.end - token.start == 1, let mark = TextAccent.combining(name), !name.isASCIILetter || isAccented {
      return appendAccented(mark)
    }
    switch token.meaning.role {
    case .phrase: tree.text.append(contentsOf: CommandTable.phrases[Int(token.meaning.scalar)].text.utf8)
    case .ordinary, .operation, .fence, .large, .letter: tree.text.append(scalar: token.meaning.scalar)
    case .space, .newRow: if token.meaning.scalar < 100 { tree.text.append(0x20) }
    case .groupStart, .groupEnd, .dollar, .tab: tree.text.append(name)
    case .ignored: for _ in 0..<token.meaning.detail { _ = try rawArgument() }
    case .function: tree.text.append(contentsOf: text[token.range])
    case .unknown: appendUnknownText(token)
    default: break
    }
    skipSpacesAfterWord(token)
  }

  /// TeX takes the space after a control word.
  private mutating func skipSpacesAfterWord(_ token: Token) {
    let role = token.meaning.role
    guard text[token.start].isASCIILetter, role != .space, role != .unknown, role != .function else { return }
    let start = position
    skipSpaces()
    if position == start, text[position...].starts(with: "{}".utf8) { position += 2 }
  }

  private mutating func appendUnknownText(_ token: Token) {
    if let letter = TextAccent.letter(text[token.range]) {
      tree.text.append(scalar: letter)
    } else {
      tree.text.append(contentsOf: text[token.range])
    }
  }

  private var isAccented: Bool {
    position < text.count && (text[position] == UInt8(ascii: "{") || text[position].isTeXSpace)
  }

  /// Appends the letter that follows with an accent on it.
  private mutating func appendAccented(_ mark: UInt32) {
    skipSpaces()
    let isBraced = skip(UInt8(ascii: "{"))
    guard position < text.count, text[position].isASCIILetter || text[position] >= 0x80 else { return }
    let letter = scalar(at: position)
    position += Parser.sequenceLength(text[position])
    if let composed = TextAccent.composed(letter, mark) {
      tree.text.append(scalar: composed)
    } else {
      tree.text.append(scalar: letter)
      tree.text.append(scalar: mark)
    }
    if isBraced { _ = skip(UInt8(ascii: "}")) }
  }
}
