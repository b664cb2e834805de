extension Parser {
  /// Reads what a token begins, without scripts.
  ///
  /// - Parameter isArgument: whether only the token itself is wanted, as in `x^12`, where the script is 1.
  mutating func parseNucleus(_ token: Token, isArgument: Bool = false) throws(BrokenFormula) -> NodeID {
    switch token.meaning.role {
    case .letter: return letter(token, isArgument: isArgument)
    case .digit: return isArgument ? number(from: token.start, to: token.end) : parseNumber(token)
    case .ordinary: return parseOrdinary(token, isArgument: isArgument)
    case .operation: return isArgument ? operation(token) : parseOperation(token)
    case .fence: return fence(token.meaning.scalar, token.meaning.atom)
    case .large, .function: return named(token)
    case .phrase: return token.meaning.detail == 1 && !isAfterDigit(token) ? word(token) : phrase(token)
    case .unknown: return word(token)
    case .prime: return symbol(0x2032)
    case .upperScript where isWord(token): return word(token)
    case .upperScript, .lowerScript: return try parseScriptsWithoutBase(token)
    case .groupStart: return row(try parseGroup())
    case .text: return try parseText(in: Alphabet(rawValue: token.meaning.detail))
    default: return try parseStructure(token)
    }
  }

  private mutating func parseStructure(_ token: Token) throws(BrokenFormula) -> NodeID {
    switch token.meaning.role {
    case .alphabet, .bold, .namedAlphabet: try parseAlphabet(token)
    case .operatorName: try parseOperatorName(token)
    case .fraction, .binomial, .slashFraction, .generalFraction: try parseFraction(token)
    case .root: try parseRoot()
    case .oldRoot: try parseOldRoot()
    case .accent: try parseAccent(token)
    case .brace: try parseBrace(token)
    case .stack, .extensibleArrow, .buildrel: try parseStack(token)
    case .sideset, .prescript: try parsePrescripts(token)
    case .left: try parseFenced()
    case .enclosed: try parseEnclosed(token)
    case .middle, .sized: try parseSizedDelimiter(token)
    case .begin: try parseEnvironment()
    case .plainTable: try parsePlainTable(token)
    default: try parseSpecialCase(token)
    }
  }

  private mutating func parseSpecialCase(_ token: Token) throws(BrokenFormula) -> NodeID {
    switch token.meaning.role {
    case .classed: return try parseClassed(token)
    case .negation: return try parseNegation()
    case .mathchoice: return try parseMathChoice()
    case .phantom, .box: return try parseWrapped(token)
    case .strike: return try parseStrike(token)
    case .unicode, .characterCode: return try parseCharacterCode()
    case .link: return try parseLink()
    case .quantity: return try parseQuantityOrWord(token)
    case .chemistry: return isNext(UInt8(ascii: "{")) ? try parseChemistry() : word(token)
    case .template: return try parseTemplate(token)
    case .circled: return try parseCircled()
    case .condition: return word(token)
    case .unsupported: throw .unsupported
    case .definition: throw .hasDefinitions
    case .groupEnd: throw .unbalancedBraces
    case .right: throw .unbalancedDelimiters
    case .end: throw .unbalancedEnvironment
    default: throw .missingArgument
    }
  }
}

extension Parser {
  /// A symbol that stands for itself.
  mutating func symbol(_ scalar: UInt32) -> NodeID {
    var node = Node(.symbol)
    node.scalar = scalar
    return tree.add(node)
  }

  private mutating func operation(_ token: Token) -> NodeID {
    operation(token.meaning.scalar, token.meaning.atom)
  }

  /// A delimiter that keeps its size.
  mutating func fence(_ scalar: UInt32, _ atom: AtomClass) -> NodeID {
    var option = Node.OperatorOption.rigid
    if scalar == 0x7C || scalar == 0x2016 {
      option |= atom == .closing ? Node.OperatorOption.postfix : Node.OperatorOption.prefix
    }
    return operation(scalar, atom, option: option)
  }

  /// A big operator, or a function by its name.
  private mutating func named(_ token: Token) -> NodeID {
    if token.meaning.role == .large {
      let id = operation(token.meaning.scalar, .operation)
      if token.meaning.detail == 1 { tree[id].placement = .displayed }
      return id
    }
    var node = Node(.name, .operation)
    if token.meaning.detail == 1 { node.placement = .displayed }
    let start = tree.text.count
    appendFunctionName(token)
    return tree.add(node, textFrom: start)
  }

  /// The name of a function is its command's, some with a thin space after so many letters.
  private mutating func appendFunctionName(_ token: Token) {
    let dropped = Int(token.meaning.scalar >> 8)
    let split = token.start + dropped + Int(token.meaning.scalar & 0xFF)
    if split == token.start + dropped {
      tree.text.append(contentsOf: text[token.start..<token.end])
    } else {
      tree.text.append(contentsOf: text[token.start + dropped..<split])
      tree.text.append(UInt8(ascii: " "))
      tree.text.append(contentsOf: text[split..<token.end])
    }
  }

  private func isAfterDigit(_ token: Token) -> Bool { token.start > 1 && text[token.start - 2].isASCIIDigit }

  /// A command that stands for several characters.
  private mutating func phrase(_ token: Token) -> NodeID {
    var node = token.meaning.atom == .relation ? Node(.operation, .relation) : Node(.letters)
    node.alphabet = .roman
    let start = tree.text.count
    tree.text.append(contentsOf: CommandTable.phrases[Int(token.meaning.scalar)].text.utf8)
    return tree.add(node, textFrom: start)
  }

  /// A command that nobody knows is the upright word of its name.
  mutating func word(_ token: Token) -> NodeID {
    if token.end - token.start <= 1 || !text[token.start].isASCIILetter {
      var node = Node(.letter)
      node.alphabet = .roman
      node.scalar = token.start < token.end ? scalar(at: token.start) : 0x20
      return tree.add(node)
    }
    var node = Node(.letters)
    node.alphabet = .roman
    let start = tree.text.count
    tree.text.append(contentsOf: text[token.start..<token.end])
    return tree.add(node, textFrom: start)
  }
}

extension Parser {
  /// A letter, or all letters that follow each other in an alphabet of words.
  private mutating func letter(_ token: Token, isArgument: Bool) -> NodeID {
    var node = Node(.letter)
    node.scalar = token.meaning.scalar
    node.alphabet = alphabet(of: token)
    let isWord = !token.isCommand && alphabet.family != .italic && !isArgument
    guard isWord, isLetterNext() else { return tree.add(node) }
    let start = tree.text.count
    tree.text.append(contentsOf: text[token.start..<token.end])
    while isLetterNext() {
      let length = Parser.sequenceLength(text[position])
      tree.text.append(contentsOf: text[position..<position + length])
      position += length
    }
    node.kind = .letters
    return tree.add(node, textFrom: start)
  }

  /// Whether a letter follows that is part of the same word. Leaves `position` after white space.
  private mutating func isLetterNext() -> Bool {
    skipSpaces()
    guard position < text.count else { return false }
    if text[position] < 0x80 { return text[position].isASCIILetter }
    let range = position..<position + Parser.sequenceLength(text[position])
    return commands.meaning(of: range, in: text).map { $0.role == .letter } ?? true
  }

  /// The alphabet of a letter here. Greek letters by their commands are touched by few alphabets.
  private func alphabet(of token: Token) -> Alphabet {
    if token.meaning.detail != 0 { return Alphabet(rawValue: token.meaning.detail) }
    var result = alphabet
    if token.isCommand, !alphabet.isBold, alphabet.family != .sans, alphabet.family != .textItalic {
      result = .italic
    }
    return isBold ? result.bold : result
  }

  /// Reads the rest of a number: digits, a decimal point before a digit, and a comma in braces.
  private mutating func parseNumber(_ token: Token) -> NodeID {
    let start = tree.text.count
    tree.text.append(text[token.start])
    while position < text.count {
      let byte = text[position]
      if byte.isASCIIDigit {
        tree.text.append(byte)
        position += 1
      } else if let separator = digitSeparator() {
        tree.text.append(separator)
      } else {
        break
      }
    }
    return number(textFrom: start)
  }

  /// Reads a decimal point or a comma in braces, where digits go on after it.
  private mutating func digitSeparator() -> UInt8? {
    if text[position] == UInt8(ascii: "."), isDigit(at: position + 1) {
      position += 1
      return UInt8(ascii: ".")
    }
    guard text[position] == UInt8(ascii: "{"), isDigit(at: position + 3), text[position + 2] == UInt8(ascii: "}"),
      text[position + 1] == UInt8(ascii: ",") || text[position + 1] == UInt8(ascii: ".")
    else { return nil }
    position += 3
    return text[position - 2]
  }

  private func isDigit(at index: Int) -> Bool {
    index < text.count && text[index].isASCIIDigit
  }

  private mutating func number(from start: Int, to end: Int) -> NodeID {
    let textStart = tree.text.count
    tree.text.append(contentsOf: text[start..<end])
    return number(textFrom: textStart)
  }

  private mutating func number(textFrom start: Int) -> NodeID {
    var node = Node(.number)
    node.alphabet = isBold ? alphabet.bold : alphabet
    return tree.add(node, textFrom: start)
  }
}

extension Parser {
  /// Reads a symbol; a point may begin a number or be the first of three.
  private mutating func parseOrdinary(_ token: Token, isArgument: Bool) -> NodeID {
    guard token.meaning.scalar == 0x2E, !token.isCommand, !isArgument else { return symbol(token.meaning.scalar) }
    if isDigit(at: position) { return parseNumber(token) }
    if text[position...].starts(with: "..".utf8) {
      position += 2
      return operation(0x2026, .inner)
    }
    return symbol(token.meaning.scalar)
  }

  /// Reads an operator; relations and dots that are typed as several characters are one.
  private mutating func parseOperation(_ token: Token) -> NodeID {
    guard !token.isCommand, position < text.count, token.end - token.start == 1 else { return operation(token) }
    let byte = text[token.start]
    switch byte {
    case UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"):
      return parseRelation(token)
    case UInt8(ascii: "-") where text[position] == UInt8(ascii: ">"):
      position += 1
      return operation(0x2192, .relation)
    case UInt8(ascii: "-") where text[position] == UInt8(ascii: "-"):
      while position < text.count, text[position] == UInt8(ascii: "-") { position += 1 }
      return position < text.count && text[position] == UInt8(ascii: ">") ? longArrow() : symbol(0x2013)
    default: return operation(token)
    }
  }

  private mutating func longArrow() -> NodeID {
    position += 1
    return operation(0x27F6, .relation)
  }

  private mutating func parseRelation(_ token: Token) -> NodeID {
    var end = position
    while end < text.count, end < token.start + 3, Parser.isRelation(text[end]) { end += 1 }
    guard end > position else { return operation(token) }
    let start = tree.text.count
    tree.text.append(contentsOf: text[token.start..<end])
    position = end
    return tree.add(Node(.operation, .relation), textFrom: start)
  }

  private static func isRelation(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
  }
}
