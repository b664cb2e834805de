/// Replaces the control sequences that a formula defines by what they stand for.
///
/// It works on the source before it is parsed, and only where a formula holds definitions: others don't pay for it.
struct MacroExpander {
  /// Expansions within expansions, beyond which names stay as they are.
  private static let depthLimit = 16

  /// Definitions that hold at a time, beyond which none is made: each group that defines something copies them.
  private static let definitionLimit = 256
  private(set) var definitions: [[UInt8]: Definition] = [:]
  /// The definitions outside of each group that is open.
  private var outer: [[[UInt8]: Definition]] = []
  private let commands = CommandTable.standard
  private var output: [UInt8] = []
  /// How many bytes the formulas of one text may come to by their definitions, together.
  static let textAllowance = 65_536

  /// How many of these are left; without a limit where nobody says that a text begins.
  var allowance = Int.max
  /// Whether something was replaced or left out before the next byte.
  private var isAfterReplacement = false
  /// How many bytes may be written, and how many read from replacements.
  private var budget = 0
  private var work = 0

  /// Forgets all definitions.
  mutating func removeAll() { definitions.removeAll() }

  /// Replaces `text` by its expansion: without the definitions in it, and no longer than a small multiple of it.
  /// - Returns: false where it would be longer; then `text` is as it was.
  mutating func expand(_ text: inout [UInt8]) -> Bool {
    output.removeAll(keepingCapacity: true)
    outer.removeAll()
    budget = min(allowance, 16_384) + 8 * text.count
    work = 0
    expand(text[...], depth: 0)
    allowance = max(0, allowance - max(work, output.count))
    guard output.count < budget, work < budget else { return false }
    swap(&text, &output)
    return true
  }

  private mutating func expand(_ input: ArraySlice<UInt8>, depth: Int) {
    var reader = MacroReader(bytes: input)
    while let byte = reader.peek, output.count < budget, work < budget {
      guard byte == UInt8(ascii: "\\") else {
        scope(byte)
        separate(before: byte)
        output.append(byte)
        reader.advance()
        continue
      }
      let name = reader.controlSequence()
      if let command = definitionCommand(name) {
        define(command, isGlobal: isGlobal(name), from: &reader)
        isAfterReplacement = true
      } else if depth < MacroExpander.depthLimit, let definition = definitions[Array(name)] {
        let expansion = substituted(definition, arguments: arguments(of: definition, from: &reader))
        work += expansion.count + 1
        isAfterReplacement = true
        expand(expansion[...], depth: depth + 1)
      } else {
        output.append(byte)
        output.append(contentsOf: name)
      }
    }
  }

  /// A letter that came next to a control word by what was replaced or left out is not part of its name.
  private mutating func separate(before byte: UInt8) {
    if isAfterReplacement, byte.isASCIILetter, endsInControlWord(output) { output.append(0x20) }
    isAfterReplacement = false
  }

  /// What a group defines ends with it.
  private mutating func scope(_ byte: UInt8) {
    if byte == UInt8(ascii: "{") { outer.append(definitions) }
    if byte == UInt8(ascii: "}"), let last = outer.popLast() { definitions = last }
  }

  private func isGlobal(_ name: ArraySlice<UInt8>) -> Bool {
    name.elementsEqual("gdef".utf8) || name.elementsEqual("xdef".utf8)
  }

  private func definitionCommand(_ name: ArraySlice<UInt8>) -> DefinitionCommand? {
    let bytes = Array(name)
    guard let meaning = commands.meaning(of: 0..<bytes.count, in: bytes), meaning.role == .definition else {
      return nil
    }
    return DefinitionCommand(rawValue: meaning.detail)
  }
}

extension MacroExpander {
  /// Reads a definition; what can't be one is left out.
  private mutating func define(_ command: DefinitionCommand, isGlobal: Bool, from reader: inout MacroReader) {
    reader.skip(UInt8(ascii: "*"))
    guard let name = reader.definedName(), definitions.count < Self.definitionLimit else { return }
    let before = definitions[name]
    defer {
      if command == .provided, before != nil || isKnown(name) { definitions[name] = before }
      if isGlobal { for index in outer.indices { outer[index][name] = definitions[name] } }
    }
    switch command {
    case .newCommand, .provided: defineCommand(name, from: &reader)
    case .plain: definePlain(name, from: &reader)
    case .alias: defineAlias(name, from: &reader)
    case .mathOperator:
      guard let text = reader.argument() else { return }
      definitions[name] = Definition(body: Array("\\operatorname{".utf8) + text + [UInt8(ascii: "}")])
    }
  }

  /// Whether this module knows a command, which `\providecommand` then leaves as it is.
  private func isKnown(_ name: [UInt8]) -> Bool { commands.meaning(of: name.indices, in: name) != nil }

  private mutating func defineCommand(_ name: [UInt8], from reader: inout MacroReader) {
    var definition = Definition(body: [])
    if let count = reader.bracketArgument()?.first, count.isASCIIDigit { definition.arguments = Int(count - 0x30) }
    definition.defaultArgument = reader.bracketArgument()
    guard let body = reader.argument() else { return }
    definition.body = body
    definitions[name] = definition
  }

  private mutating func definePlain(_ name: [UInt8], from reader: inout MacroReader) {
    var definition = Definition(body: [])
    while let byte = reader.peek, byte != UInt8(ascii: "{") {
      if byte == UInt8(ascii: "#") { definition.arguments = min(definition.arguments + 1, 9) }
      reader.advance()
    }
    guard let body = reader.argument() else { return }
    definition.body = body
    definitions[name] = definition
  }

  private mutating func defineAlias(_ name: [UInt8], from reader: inout MacroReader) {
    reader.skip(UInt8(ascii: "="))
    guard reader.peekPastSpaces == UInt8(ascii: "\\") else { return }
    let target = Array(reader.controlSequence())
    definitions[name] = definitions[target] ?? Definition(body: [UInt8(ascii: "\\")] + target)
  }

  private func arguments(of definition: Definition, from reader: inout MacroReader) -> [[UInt8]] {
    var arguments: [[UInt8]] = []
    if let usual = definition.defaultArgument { arguments.append(reader.bracketArgument() ?? usual) }
    while arguments.count < definition.arguments { arguments.append(reader.argument() ?? []) }
    return arguments
  }

  /// The replacement with its arguments in place, or nothing where that is more than a formula may grow to.
  private func substituted(_ definition: Definition, arguments: [[UInt8]]) -> [UInt8] {
    var result: [UInt8] = []
    var isParameter = false
    for byte in definition.body where result.count < budget {
      if isParameter, byte.isASCIIDigit, byte > 0x30, Int(byte - 0x31) < arguments.count {
        let argument = arguments[Int(byte - 0x31)]
        if endsInControlWord(result), argument.first?.isASCIILetter == true { result.append(0x20) }
        result.append(contentsOf: argument)
        isParameter = false
      } else if byte == UInt8(ascii: "#") {
        isParameter = true
      } else {
        result.append(byte)
        isParameter = false
      }
    }
    return result
  }

  /// Whether letters that follow would become part of a control word.
  private func endsInControlWord(_ bytes: [UInt8]) -> Bool {
    guard let end = bytes.last, end.isASCIILetter, let last = bytes.suffix(64).lastIndex(where: { !$0.isASCIILetter }),
      last + 1 < bytes.count
    else {
      return false
    }
    return bytes[last] == UInt8(ascii: "\\")
  }
}
