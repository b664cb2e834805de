/// A command of a package that is written in other commands: `\dv{f}{x}` of physics, `\Braket{a|b}` of braket.
struct Template {
  /// The names, separated by spaces.
  var names: String
  /// What it stands for, by its number of arguments; `#1` to `#9` are these.
  var bodies: [Int: String]
  /// What it stands for with an option in square brackets, which is `#0`.
  var bodiesWithOption: [Int: String] = [:]

  init(_ names: String, _ bodies: [Int: String], option: [Int: String] = [:]) {
    self.names = names
    self.bodies = bodies
    bodiesWithOption = option
  }

  static let all: [Template] = [
    // physics
    Template(
      "dv derivative", [1: #"\frac{\mathrm d}{\mathrm d #1}"#, 2: #"\frac{\mathrm d #1}{\mathrm d #2}"#],
      option: [1: #"\frac{\mathrm d^{#0}}{\mathrm d #1^{#0}}"#, 2: #"\frac{\mathrm d^{#0} #1}{\mathrm d #2^{#0}}"#]),
    Template(
      "pdv partialderivative",
      [
        1: #"\frac{\partial}{\partial #1}"#, 2: #"\frac{\partial #1}{\partial #2}"#,
        3: #"\frac{\partial^2 #1}{\partial #2\partial #3}"#,
      ],
      option: [1: #"\frac{\partial^{#0}}{\partial #1^{#0}}"#, 2: #"\frac{\partial^{#0} #1}{\partial #2^{#0}}"#]),
    Template(
      "fdv functionalderivative", [1: #"\frac{\delta}{\delta #1}"#, 2: #"\frac{\delta #1}{\delta #2}"#],
      option: [2: #"\frac{\delta^{#0} #1}{\delta #2^{#0}}"#]),
    Template("comm commutator", [2: #"\left[#1,#2\right]"#]),
    Template("acomm acommutator anticommutator pb poissonbracket", [2: #"\left\{#1,#2\right\}"#]),
    Template("ip innerproduct", [1: #"\left\langle #1\right\rangle"#, 2: #"\left\langle #1|#2\right\rangle"#]),
    Template(
      "ketbra dyad outerproduct",
      [1: #"\left|#1\right\rangle\!\left\langle #1\right|"#, 2: #"\left|#1\right\rangle\!\left\langle #2\right|"#]),
    Template(
      "expval ev expectationvalue", [1: #"\left\langle #1\right\rangle"#, 2: #"\left\langle #2|#1|#2\right\rangle"#]),
    Template("mel matrixel matrixelement", [3: #"\left\langle #1|#2|#3\right\rangle"#]),
    Template("order", [1: #"\mathcal{O}\left(#1\right)"#]),
    Template("evaluated", [1: #"\left.#1\right|"#]),
    Template("vb vectorbold", [1: #"\mathbf{#1}"#]), Template("va vectorarrow", [1: #"\vec{\mathbf{#1}}"#]),
    Template("vu vectorunit", [1: #"\hat{\mathbf{#1}}"#]), Template("laplacian", [0: #"\nabla^2"#]),
    Template("qq qqtext", [1: #"\quad\text{#1}\quad"#]), Template("qc qcomma", [0: #",\quad"#]),
    Template("qand", [0: #"\quad\text{and}\quad"#]), Template("qor", [0: #"\quad\text{or}\quad"#]),
    Template("qif", [0: #"\quad\text{if}\quad"#]), Template("qwhere", [0: #"\quad\text{where}\quad"#]),
    Template("qfor", [0: #"\quad\text{for}\quad"#]), Template("qthen", [0: #"\quad\text{then}\quad"#]),
    Template("mqty matrixquantity", [1: #"\begin{matrix}#1\end{matrix}"#]),
    Template("pmqty", [1: #"\begin{pmatrix}#1\end{pmatrix}"#]),
    Template("bmqty", [1: #"\begin{bmatrix}#1\end{bmatrix}"#]),
    Template("vmqty mdet matrixdeterminant", [1: #"\begin{vmatrix}#1\end{vmatrix}"#]),
    // braket
    Template("Bra", [1: #"\left\langle #1\right|"#]), Template("Ket", [1: #"\left|#1\right\rangle"#]),
    Template("Braket", [1: #"\left\langle #1\right\rangle"#]), Template("Set", [1: #"\left\{\,#1\,\right\}"#]),
    // mathtools, amsmath, MathJax and KaTeX
    Template("idotsint", [0: #"\int\cdots\int"#]), Template("skew", [3: #"{#2{#3}}"#]),
    Template("angl", [1: #"\overline{#1|}"#]), Template("angln", [0: #"\overline{n|}"#]),
    Template("phase", [1: #"\angle #1"#]),
    Template("htmlClass htmlId htmlStyle htmlData cssId class style mmlToken", [2: "{#2}"]),
    Template("enclose", [2: "{#2}"], option: [2: "{#2}"]), Template("bbox", [1: "{#1}"], option: [1: "{#1}"]),
    Template("texttip mathtip", [2: "{#1}"]), Template("shoveleft shoveright", [1: "{#1}"], option: [1: "{#1}"]),
  ]
}

extension CommandTable {
  mutating func defineTemplates() {
    for (index, template) in Template.all.enumerated() {
      define(template.names, as: Meaning(role: .template, scalar: UInt32(index)))
    }
  }
}

extension Parser {
  /// Reads the arguments of a command that is written in others, and what it stands for in its place. Without its
  /// arguments it is a word.
  mutating func parseTemplate(_ token: Token) throws(BrokenFormula) -> NodeID {
    let template = Template.all[Int(token.meaning.scalar)]
    let start = position
    let option = isNext(UInt8(ascii: "[")) && !template.bodiesWithOption.isEmpty ? bracketOption() : nil
    let bodies = option == nil ? template.bodies : template.bodiesWithOption
    let most = bodies.keys.max() ?? 0
    var arguments: [Range<Int>] = [option ?? position..<position]
    while arguments.count <= most, isNext(UInt8(ascii: "{")) { arguments.append(try rawArgument()) }
    guard let body = bodies[arguments.count - 1] else {
      position = start
      return word(token)
    }
    return try parse(inPlace: filled(body, arguments))
  }

  private func filled(_ body: String, _ arguments: [Range<Int>]) -> [UInt8] {
    var result: [UInt8] = []
    var isParameter = false
    for byte in body.utf8 {
      if isParameter, byte.isASCIIDigit, Int(byte - 0x30) < arguments.count {
        result.append(contentsOf: text[arguments[Int(byte - 0x30)]])
        isParameter = false
      } else if byte == UInt8(ascii: "#") {
        isParameter = true
      } else {
        result.append(byte)
      }
    }
    return result
  }

  /// How often a text may be read in place of another within each other.
  private static let replacementLimit = 12

  /// Reads another text to its end, as if it were here.
  mutating func parse(inPlace replacement: [UInt8]) throws(BrokenFormula) -> NodeID {
    guard replacementDepth < Parser.replacementLimit else { throw .tooDeep }
    let outer = (text: text, position: position, alphabet: alphabet, isBold: isBold, dollars: openDollars)
    (text, position, openDollars) = (replacement, 0, 0)
    replacementDepth += 1
    let list = try parseList()
    replacementDepth -= 1
    let isWhole = listEnd == .input
    (text, position, alphabet, isBold, openDollars) = outer
    guard isWhole else { throw .unbalancedBraces }
    return row(list)
  }
}
