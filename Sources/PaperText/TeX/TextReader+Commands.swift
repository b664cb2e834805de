import ByteText
import TeXMath

extension TextReader {
  /// A backslash: a control word or a control symbol.
  mutating func readCommand() {
    let start = index
    guard peek(1).isLetter else { return readControlSymbol() }
    let name = start + 1..<source.endOfName(from: start + 1)
    index = name.upperBound
    if let command = TeXCommand.named(source.slice(name)) {
      run(command, name: name)
    } else {
      readUnknown(name)
    }
  }

  private mutating func run(_ command: TeXCommand, name: Range<Int>) {
    switch command {
    case .letter(let text): readLetter(text)
    case .symbol(let scalar): readSymbol(scalar, name: name)
    case .words(let words): readWords(words)
    case .abbreviation(let words): readAbbreviation(words)
    case .accent(let mark): readLetterAccent(mark, name: name)
    case .style(let element): readStyle(element)
    case .font(let element): switchFont(element)
    case .fontShape(let element):
      index = indexAfterName()
      tree.openInline(element)
    case .formula(let arguments): readTypedFormula(from: name.lowerBound - 1, arguments: arguments, name: name)
    case .math: readMathArgument()
    case .begin: beginEnvironment()
    case .end: endEnvironment()
    default: runOther(command, name: name)
    }
  }

  private mutating func runOther(_ command: TeXCommand, name: Range<Int>) {
    switch command {
    case .skipping(let count): skipArguments(count)
    case .quantity(let count): readQuantity(count, name: name)
    case .chemistry: readChemistry(name)
    case .logo(let words): readLogo(words, name: name)
    case .ifMath: skipToText()
    case .elseMath: if openConditions > 0 { skipToEndOfCondition() } else { readUnknown(name) }
    case .endOfCondition: if openConditions > 0 { openConditions -= 1 } else { readUnknown(name) }
    case .textCircled: readCircled()
    case .nothing(let count): skipArguments(count)
    case .color: readColor()
    case .size: index = indexAfterName()
    case .space: tree.appendSpace()
    case .citation: readCitation()
    case .note: readNote()
    case .quotation: readQuotation()
    case .href: readHref()
    case .url: readURL()
    case .item: beginItem()
    case .lineBreak: readLineBreak()
    case .paragraph: endParagraph()
    case .definition: readDefinition()
    case .verbatim: readVerbatim()
    case .character: readCharacterCode()
    case .circled: readDingbat(name: name)
    case .element: readIon()
    default: readUnknown(name)
    }
  }

  /// A command the author made up: its argument is the text, without one its name is all there is to show.
  mutating func readUnknown(_ name: Range<Int>) {
    if peek() == UInt8(ascii: "{"), peek(1) != UInt8(ascii: "}"),
      source[source.indexAfterSpaces(from: index + 1)] != 0x7D
    {
      openGroup(.argument)
      return index += 1
    }
    if name.count > 1,
      let symbol = TeXSymbol.text(named: bytes(of: name), isAfterDigit: source[name.lowerBound - 2].isDigit)
    {
      for scalar in symbol.unicodeScalars { tree.append(scalar) }
    } else {
      tree.append(source, name)
    }
    if peek() == UInt8(ascii: "{"), let empty = source.braced(at: index) { index = empty.upperBound + 1 }
  }

  private mutating func readLetter(_ text: StaticString) {
    tree.append(text)
    index = indexAfterName()
  }

  /// TeX takes the spaces after a control word; `{}` stops it.
  func indexAfterName() -> Int {
    source.holds("{}", at: index) ? index + 2 : source.indexAfterSpaces(from: index)
  }

  private mutating func readWords(_ words: StaticString) {
    tree.append(words)
    if source.holds("{}", at: index) { index += 2 }
  }

  private mutating func readAbbreviation(_ words: StaticString) {
    readWords(words)
    if peek() == UInt8(ascii: ".") { index += 1 }
  }

  /// `\'`, `\%`, `\ ` and all other commands of one character.
  private mutating func readControlSymbol() {
    switch peek(1) {
    case UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "^"), UInt8(ascii: "\""), UInt8(ascii: "~"),
      UInt8(ascii: "="), UInt8(ascii: "."):
      readSymbolAccent()
    case UInt8(ascii: "("), UInt8(ascii: "["): readDelimitedMath()
    case UInt8(ascii: "\\"):
      index += 2
      // A sign that was escaped twice: nobody begins a line with it.
      if "%&_#$".utf8.contains(peek()) { readLiteral() } else { readLineBreak() }
    case UInt8(ascii: "&"):
      index += 1
      readAmpersand()
    case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: ">"):
      index += 2
      tree.appendSpace()
    case UInt8(ascii: ","):
      index += 2
      appendThinSpace()
    case UInt8(ascii: "!"), UInt8(ascii: "/"), UInt8(ascii: "-"): index += 2
    case UInt8(ascii: "@") where !peek(2).isDigit: index += 2
    case 0: index += 1
    case UInt8(ascii: "|"):
      index += 2
      tree.append("‖")
    default:
      index += 1
      tree.append(source.scalar(at: index).scalar)
      index = source.scalar(at: index).end
    }
  }

  private mutating func appendThinSpace() {
    if tree.preceding != .start, tree.preceding != .space { tree.append("\u{202F}", leaving: .space) }
  }

  /// `~` ties two words; before a number that stands alone it means "about".
  mutating func readTie() {
    let next = source[source.indexAfterSpaces(from: index + 1)]
    let isAlone = tree.preceding == .start || tree.preceding == .space || tree.preceding == .opening
    if isAlone, next.isDigit || next == UInt8(ascii: "$") { return readLiteral() }
    index += 1
    guard tree.preceding != .start, tree.preceding != .space else { return }
    tree.append("\u{A0}", leaving: .space)
  }

  /// `&` and entities that were typed or left over from HTML.
  mutating func readAmpersand() {
    guard let (meaning, length) = CharacterEntity.read(source, at: index) else { return readLiteral() }
    index += length
    if let scalar = meaning.scalar { tree.append(scalar) }
  }
}
