extension ChemistryReader {
  /// An entity with all its parts.
  mutating func write(_ entity: Entity) {
    if !entity.amount.isEmpty {
      write(amount: entity.amount[...])
      write("\\,")
    }
    if !entity.leftUpper.isEmpty || !entity.leftLower.isEmpty {
      write("{}")
      writeScript("^", entity.leftUpper) { $0.write(upper: $1) }
      writeScript("_", entity.leftLower) { $0.write(lower: $1) }
    }
    let isOxidation = entity.mayBeOxidation && !entity.letters.isEmpty && Pattern.oxidation(entity.upper[...]) != nil
    if entity.letters.isEmpty, !entity.lower.isEmpty || !entity.upper.isEmpty { write("{}") }
    write(letters: entity.letters[...])
    writeScript("_", entity.lower) { $0.write(lower: $1) }
    writeScript("^", entity.upper) { if isOxidation { $0.write(oxidation: $1) } else { $0.write(upper: $1) } }
  }

  private mutating func writeScript(
    _ sign: String, _ content: [UInt8], _ body: (inout ChemistryReader, ArraySlice<UInt8>) -> Void
  ) {
    guard !content.isEmpty else { return }
    write(sign + "{")
    body(&self, content[...])
    write("}")
  }

  /// `2`, `1/2`, `n`, `0,5`
  private mutating func write(amount: ArraySlice<UInt8>) {
    if writeFraction(amount) { return }
    let isSigned = amount.first == UInt8(ascii: "+") || amount.first == UInt8(ascii: "-")
    if isSigned { write("{") }
    var rest = amount
    while let first = rest.first {
      if first == UInt8(ascii: "$"), let length = Pattern.math(rest) {
        out.append(contentsOf: rest.prefix(length).dropFirst().dropLast())
        rest = rest.dropFirst(length)
      } else {
        if first == UInt8(ascii: ",") { write("{,}") } else { out.append(first) }
        rest = rest.dropFirst()
      }
    }
    if isSigned { write("}") }
  }

  private mutating func writeFraction(_ text: ArraySlice<UInt8>) -> Bool {
    var text = text
    let isInBrackets = text.first == UInt8(ascii: "(") && text.last == UInt8(ascii: ")")
    if isInBrackets { text = text.dropFirst().dropLast() }
    var sign: UInt8?
    if let first = text.first, first == UInt8(ascii: "+") || first == UInt8(ascii: "-") {
      (sign, text) = (first, text.dropFirst())
    }
    let plain = text.filter { $0 != UInt8(ascii: "$") }
    let parts = plain.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let digit = parts[1].first, digit.isASCIIDigit,
      parts[0].allSatisfy(\.isASCIIDigit) || parts[0].count == 1 && (parts[0].first ?? 0) &- 0x61 < 26
    else { return false }
    let denominator = parts[1].prefix { $0.isASCIIDigit }
    let variable = parts[1].dropFirst(denominator.count)
    guard variable.isEmpty || variable.count == 1 && (variable.first ?? 0) &- 0x61 < 26 else { return false }
    if isInBrackets { write("(") }
    if let sign { out.append(sign) }
    write("\\tfrac{\(String(decoding: parts[0], as: UTF8.self))}{\(String(decoding: denominator, as: UTF8.self))}")
    out.append(contentsOf: variable)
    if isInBrackets { write(")") }
    return true
  }

  /// The letters of an entity: upright, each element by itself, so that scripts belong to the last.
  mutating func write(letters: ArraySlice<UInt8>) {
    if writeFraction(letters) { return }
    let isSigned = letters.first == UInt8(ascii: "+") || letters.first == UInt8(ascii: "-")
    if isSigned { write("{") }
    var rest = letters
    while !rest.isEmpty { rest = rest.dropFirst(writeLetter(rest)) }
    if isSigned { write("}") }
  }

  /// Writes what begins a text of letters and returns its length.
  private mutating func writeLetter(_ rest: ArraySlice<UInt8>) -> Int {
    guard let first = rest.first else { return 0 }
    if first.isASCIILetter {
      let length = 1 + rest.dropFirst().prefix { $0 &- 0x61 < 26 }.count
      write("\\mathrm{")
      out.append(contentsOf: rest.prefix(length))
      write("}")
      return length
    }
    if rest.starts(with: "\\ca".utf8), rest.dropFirst(3).first?.isASCIILetter != true {
      write("{\\sim}")
      return 3
    }
    if let (length, name) = Pattern.greek(rest) {
      write(name)
      return length
    }
    return writeGroup(rest) ?? writeOther(rest)
  }

  private mutating func writeOther(_ rest: ArraySlice<UInt8>) -> Int {
    let length = Pattern.command(rest) ?? Parser.sequenceLength(rest.first ?? 0)
    out.append(contentsOf: rest.prefix(length))
    if rest.first == UInt8(ascii: "\\") { write(" ") }
    return max(1, length)
  }

  /// Math in dollars and text in braces; nil where neither begins.
  private mutating func writeGroup(_ rest: ArraySlice<UInt8>) -> Int? {
    if let length = Pattern.math(rest) {
      write("{")
      out.append(contentsOf: rest.prefix(length).dropFirst().dropLast())
      write("}")
      return length
    }
    guard rest.first == UInt8(ascii: "{"), let length = Pattern.braced(rest) else { return nil }
    let content = rest.prefix(length).dropFirst().dropLast()
    if content.first == UInt8(ascii: "$"), content.last == UInt8(ascii: "$"), content.count > 1 {
      write("{")
      out.append(contentsOf: content.dropFirst().dropLast())
      write("}")
    } else {
      write(content.contains(UInt8(ascii: "^")) || content.contains(UInt8(ascii: "_")) ? "\\mathrm{" : "\\text{")
      out.append(contentsOf: content)
      write("}")
    }
    return length
  }

  /// A subscript: numbers, variables in italics where it is a formula, else upright letters.
  mutating func write(lower: ArraySlice<UInt8>) {
    if let length = Pattern.stateOfAggregation(lower), length == lower.count {
      write("\\mkern1mu ")
      return write(letters: lower)
    }
    writeScriptContent(lower, isLower: true)
  }

  /// A superscript: a charge, a mass number, a dot of an electron.
  mutating func write(upper: ArraySlice<UInt8>) { writeScriptContent(upper, isLower: false) }

  private mutating func writeScriptContent(_ content: ArraySlice<UInt8>, isLower: Bool) {
    if isLower, writeFraction(content) { return }
    let isFormula =
      Pattern.isFormula(content) && !(content.count == 1 && content.first == UInt8(ascii: isLower ? "i" : "x"))
    var rest = content
    while let first = rest.first {
      if !isLower, first == UInt8(ascii: "."), rest.dropFirst().first?.isASCIIDigit != true {
        write("\\mkern1mu\\bullet\\mkern1mu ")
        rest = rest.dropFirst()
      } else if first == UInt8(ascii: "'") {
        write("\\prime ")
        rest = rest.dropFirst()
      } else if isFormula, first &- 0x61 < 26 {
        out.append(first)
        rest = rest.dropFirst()
      } else if !isLower, first == UInt8(ascii: "x") {
        write("{\\times}")
        rest = rest.dropFirst()
      } else if first == UInt8(ascii: ",") {
        write(rest.dropFirst().first?.isASCIIDigit == true && !isLower ? "{,}" : "{,}\\mkern1mu ")
        rest = rest.dropFirst()
      } else {
        rest = rest.dropFirst(writeLetter(rest))
      }
    }
  }

  /// Roman numerals with a sign.
  mutating func write(oxidation: ArraySlice<UInt8>) {
    var rest = oxidation
    while let first = rest.first {
      let numeral = rest.prefix { "IVX".utf8.contains($0) }
      if !numeral.isEmpty {
        write("\\mathrm{")
        out.append(contentsOf: numeral)
        write("}")
        rest = rest.dropFirst(numeral.count)
      } else if let length = Pattern.math(rest) {
        out.append(contentsOf: rest.prefix(length).dropFirst().dropLast())
        write(" ")
        rest = rest.dropFirst(length)
      } else {
        out.append(first)
        rest = rest.dropFirst()
      }
    }
  }

  /// An arrow, with what is above and below it.
  mutating func write(_ arrow: Arrow) {
    guard !arrow.labels.isEmpty else { return write("\\\(arrow.name) ") }
    write("\\x\(arrow.name)")
    if arrow.labels.count > 1 {
      write("[{")
      writeLabel(arrow.labels[1], font: arrow.fonts[1])
      write("}]")
    }
    write("{")
    writeLabel(arrow.labels[0], font: arrow.fonts[0])
    write("}")
  }

  private mutating func writeLabel(_ label: [UInt8], font: UInt8) {
    if font != UInt8(ascii: "M") { write(font == UInt8(ascii: "T") ? "\\text{" : "\\ce{") }
    out.append(contentsOf: label)
    if font != UInt8(ascii: "M") { write("}") }
  }
}
