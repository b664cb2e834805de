extension Parser {
  /// What follows an atom and belongs to it.
  private enum Suffix {
    case upperScript
    case lowerScript
    case prime
    case placement(Node.LimitPlacement)
  }

  /// Two scripts of one atom.
  private struct Scripts {
    var lower = NodeID.none
    var upper = NodeID.none
    /// Primes already in `upper`, so that a superscript may follow.
    var hasOnlyPrimes = false
  }

  /// Scripts upon scripts without braces, beyond which a formula is given up.
  private static let scriptLimit = 20
  /// The same in the whole formula: each makes the tree deeper, and trees are written by recursion.
  private static let scriptsOnScriptsLimit = 200

  /// Whether a script or prime follows.
  mutating func isScriptNext() -> Bool {
    let start = position
    defer { position = start }
    return nextSuffix() != nil
  }

  /// Reads the scripts and primes that follow an atom, and returns the atom with them.
  mutating func attachScripts(to nucleus: NodeID) throws(BrokenFormula) -> NodeID {
    var base = nucleus
    var scripts = Scripts()
    var levels = 0
    while let suffix = nextSuffix() {
      switch suffix {
      case .placement(let placement): tree[nucleus].placement = placement
      case .prime: try addPrimes(to: &scripts)
      case .upperScript:
        if scripts.upper.exists, !scripts.hasOnlyPrimes { base = wrap(base, &scripts, &levels) }
        try addSuperscript(to: &scripts)
      case .lowerScript:
        if scripts.lower.exists { base = wrap(base, &scripts, &levels) }
        scripts.lower = try parseArgument()
      }
      if levels > Parser.scriptLimit || scriptsOnScripts > Parser.scriptsOnScriptsLimit { throw .tooDeep }
    }
    return scripts.lower.exists || scripts.upper.exists ? wrap(base, &scripts, &levels) : base
  }

  /// An atom that is nothing but its scripts, as in `{}_2F_1` or `^\circ`.
  mutating func parseScriptsWithoutBase(_ token: Token) throws(BrokenFormula) -> NodeID {
    position = token.isCommand ? token.start - 1 : token.start
    return try attachScripts(to: tree.add(Node(.row)))
  }

  private mutating func wrap(_ base: NodeID, _ scripts: inout Scripts, _ levels: inout Int) -> NodeID {
    var node = Node(.scripts, tree[base].atom)
    node.placement = tree[base].placement
    node.first = base
    node.second = scripts.lower
    node.third = scripts.upper
    if isInChemistry { node.option = Node.ScriptOption.chemical }
    scripts = Scripts()
    levels += 1
    if levels > 1 { scriptsOnScripts += 1 }
    return tree.add(node)
  }

  private mutating func addSuperscript(to scripts: inout Scripts) throws(BrokenFormula) {
    let argument = try parseArgument()
    if scripts.upper.exists { append(argument, to: &scripts) } else { scripts.upper = argument }
    scripts.hasOnlyPrimes = false
  }

  private mutating func addPrimes(to scripts: inout Scripts) throws(BrokenFormula) {
    var count = 1
    while skip(UInt8(ascii: "'")) { count += 1 }
    let primes = primes(count)
    if scripts.upper.exists {
      append(primes, to: &scripts)
    } else {
      scripts.upper = primes
      scripts.hasOnlyPrimes = true
    }
  }

  /// One to four primes are one character.
  private mutating func primes(_ count: Int) -> NodeID {
    var list = NodeList()
    var left = count
    while left > 0 {
      let group = min(left, 4)
      list.append(symbol([0x2032, 0x2033, 0x2034, 0x2057][group - 1]), to: &tree)
      left -= group
    }
    return row(list)
  }

  private mutating func append(_ id: NodeID, to scripts: inout Scripts) {
    var list = NodeList()
    list.append(scripts.upper, to: &tree)
    list.append(id, to: &tree)
    scripts.upper = row(list)
  }

  /// Reads what announces a script, or nothing.
  private mutating func nextSuffix() -> Suffix? {
    skipSpaces()
    guard position < text.count else { return nil }
    let start = position
    switch text[position] {
    case UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "'"), UInt8(ascii: "\\"), 0xE2: break
    default: return nil
    }
    if let token = next(), let suffix = suffix(for: token) { return suffix }
    position = start
    return nil
  }

  /// Whether `\sp` stands where it can be no superscript: then it is the spectrum, or whatever the author named so.
  func isWord(_ token: Token) -> Bool {
    guard token.isCommand else { return false }
    guard token.end < text.count else { return true }
    let byte = text[token.end]
    return byte == UInt8(ascii: "_") || byte == UInt8(ascii: "^") || byte == UInt8(ascii: "(")
  }

  private func suffix(for token: Token) -> Suffix? {
    switch token.meaning.role {
    case .upperScript: isWord(token) ? nil : .upperScript
    case .lowerScript: .lowerScript
    case .prime: .prime
    case .limits: Node.LimitPlacement(rawValue: token.meaning.detail).map { .placement($0) }
    default: nil
    }
  }
}
