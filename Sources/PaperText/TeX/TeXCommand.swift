import TeXMath

/// What a TeX command means in a text.
enum TeXCommand: BitwiseCopyable {
  /// A letter; it takes the space after it, as TeX does.
  case letter(StaticString)
  /// A character; the space after it is meant.
  case symbol(Unicode.Scalar)
  /// Words.
  case words(StaticString)
  /// Words that end in a full stop, which is not doubled.
  case abbreviation(StaticString)
  /// A combining mark for the next letter.
  case accent(Unicode.Scalar)
  /// Markup of one argument.
  case style(Element)
  /// Markup up to the end of the group, in place of the font before.
  case font(Element?)
  /// Markup up to the end of the group, in addition.
  case fontShape(Element)
  /// So many arguments are skipped, the rest is text.
  case skipping(Int)
  /// A quantity of siunitx, with so many arguments.
  case quantity(Int)
  /// A formula of chemistry.
  case chemistry
  /// A logo; in braces of its own it takes the space after it.
  case logo(StaticString)
  /// What is meant for formulas begins, and what is meant for text.
  case ifMath, elseMath, endOfCondition
  /// A character in a circle.
  case textCircled
  /// So many arguments are left out.
  case nothing(Int)
  /// A font size: nothing, and TeX takes the space after it.
  case size
  /// A space.
  case space
  /// A citation or reference, left out with the space before it.
  case citation
  case color, note, quotation, href, url, begin, end, item, lineBreak, paragraph, definition, verbatim, character,
    circled
  case element
  /// Math typed into text, with so many arguments.
  case formula(Int)
  /// An argument that is math.
  case math
}

extension TeXCommand {
  /// The meaning of a name, nil for one that the author made up.
  static func named(_ name: Span<UInt8>) -> TeXCommand? {
    key(name).flatMap { table[$0] }
  }

  /// The letters of a name, six bits each; nil for names of other characters and over-long ones.
  private static func key(_ name: Span<UInt8>) -> UInt128? {
    guard name.count <= 21 else { return nil }
    var key: UInt128 = 0
    for index in name.indices { key = key << 6 | UInt128(name[index] & 0x3F) }
    return key
  }

  private static let table: [UInt128: TeXCommand] = {
    var table: [UInt128: TeXCommand] = [:]
    func add(_ names: String, _ command: TeXCommand) {
      for name in names.split(separator: " ") {
        if let key = key(name.utf8.span) { table[key] = command }
      }
    }
    for (name, command) in letters { add(name, .letter(command)) }
    for (names, command) in commands { add(names, command) }
    for (names, count) in QuantityCommand.argumentCounts { add(names, .quantity(count)) }
    let names = symbols.split(separator: " ")
    for index in stride(from: 0, to: names.count - 1, by: 2) {
      if let scalar = names[index + 1].unicodeScalars.first { add(String(names[index]), .symbol(scalar)) }
    }
    return table
  }()
}
