import ByteText

/// The footnotes of a text in Markdown, as GitHub has them: `[^label]` refers to `[^label]: …` at the beginning of a
/// line. cmark does not know them: they become a numbered list at the end of the text.
struct Footnotes {
  private struct Definition {
    var line: Range<Int>
    var body: Range<Int>
    var number: Int?
  }

  private var definitions: [Definition] = []
  private var byLabel: [String: Int] = [:]
  /// The definition that comes next in the source.
  private var nextDefinition = 0
  /// The definitions in the order in which they are referred to.
  private(set) var referred: [Int] = []

  /// The text of a footnote, by its number from 1.
  func body(of number: Int) -> Range<Int> { definitions[referred[number - 1]].body }

  /// Where the definitions begin that are referred to nowhere.
  var unused: [Int] { definitions.filter { $0.number == nil }.map(\.line.lowerBound) }

  /// The lines of the definition that begins at an index; asked for in ascending order.
  mutating func definition(at index: Int) -> Range<Int>? {
    while nextDefinition < definitions.count, definitions[nextDefinition].line.lowerBound < index {
      nextDefinition += 1
    }
    guard nextDefinition < definitions.count, definitions[nextDefinition].line.lowerBound == index else { return nil }
    return definitions[nextDefinition].line
  }

  /// The number of the footnote with a label and the index after the reference, nil where there is none.
  mutating func reference(_ source: borrowing SourceText, at start: Int) -> (number: Int, end: Int)? {
    guard !definitions.isEmpty, let end = Self.endOfLabel(source, at: start),
      let index = byLabel[Self.key(source, start, end)]
    else { return nil }
    if let number = definitions[index].number { return (number, end) }
    referred.append(index)
    definitions[index].number = referred.count
    return (referred.count, end)
  }

  /// Finds the definitions in a text.
  mutating func collect(_ source: borrowing SourceText) {
    var line = 0
    var fence: UInt8 = 0
    while line < source.count {
      var start = line
      while source[start] == 0x20, start < line + 3 { start += 1 }
      if "`~".utf8.contains(source[start]), source.lengthOfRun(at: start) > 2 {
        fence = fence == 0 ? source[start] : fence == source[start] ? 0 : fence
      } else if fence == 0, let labelEnd = Self.endOfLabel(source, at: start), source[labelEnd] == UInt8(ascii: ":") {
        line = add(source, line: line, label: start..<labelEnd)
        continue
      }
      line = source.endOfLine(from: line) + 1
    }
  }

  private mutating func add(_ source: borrowing SourceText, line: Int, label: Range<Int>) -> Int {
    let end = Self.endOfDefinition(source, from: source.endOfLine(from: line) + 1)
    let key = Self.key(source, label.lowerBound, label.upperBound)
    var body = label.upperBound + 1
    while source[body] == 0x20 || source[body] == 0x09 { body += 1 }
    if byLabel[key] == nil { byLabel[key] = definitions.count }
    definitions.append(Definition(line: line..<end, body: min(body, end)..<end))
    return end
  }

  /// A definition goes on to the next blank line, and beyond where the lines after that are indented.
  private static func endOfDefinition(_ source: borrowing SourceText, from start: Int) -> Int {
    var end = min(start, source.count)
    var line = end
    var isAfterBlank = false
    while line < source.count {
      let content = source.endOfIndentation(from: line)
      if source[content] == UInt8(ascii: "\n") || content >= source.count {
        isAfterBlank = true
      } else {
        let isIndented = content - line >= 4 || source[line] == 0x09
        let isDefinition =
          !isIndented && endOfLabel(source, at: content).map { source[$0] == UInt8(ascii: ":") } ?? false
        if isAfterBlank && !isIndented || isDefinition { break }
        isAfterBlank = false
        end = min(source.endOfLine(from: line) + 1, source.count)
      }
      line = source.endOfLine(from: line) + 1
    }
    return end
  }

  /// The index after `[^label]`, nil where none begins.
  private static func endOfLabel(_ source: borrowing SourceText, at start: Int) -> Int? {
    guard source[start] == UInt8(ascii: "["), source[start + 1] == UInt8(ascii: "^") else { return nil }
    var end = start + 2
    while end - start < 100, source[end] > 0x20, !"[]^".utf8.contains(source[end]) { end += 1 }
    return source[end] == UInt8(ascii: "]") && end > start + 2 ? end + 1 : nil
  }

  private static func key(_ source: borrowing SourceText, _ start: Int, _ end: Int) -> String {
    String(bytes: source.slice(start + 2..<end - 1)).lowercased()
  }
}

extension SourceText {
  /// The index of the first byte of a line that is no space or tab.
  func endOfIndentation(from line: Int) -> Int {
    var end = line
    while self[end] == 0x20 || self[end] == 0x09 { end += 1 }
    return end
  }
}

extension CutOutScanner {
  /// `[^label]` of a footnote that the text defines becomes its number.
  mutating func readBracket(_ source: borrowing SourceText, _ cutouts: inout CutOuts) {
    guard source[index + 1] == UInt8(ascii: "^"), let (number, end) = footnotes.reference(source, at: index) else {
      return copy(source, 1)
    }
    cut(.note(number), source, to: end, &cutouts)
  }

  /// Writes the footnotes that the text refers to as a list at its end.
  mutating func writeFootnotes(_ source: borrowing SourceText, _ cutouts: inout CutOuts) {
    for start in footnotes.unused { warn(source, at: start, "nothing refers to this footnote, and it is left out") }
    guard !footnotes.referred.isEmpty else { return }
    end = source.count
    index = source.count
    replace(upTo: index, with: "\n\n")
    cut(.nothing, source, to: index, &cutouts)
    replace(upTo: index, with: "\n\n")
    isInNote = true
    var number = 1
    while number <= footnotes.referred.count {
      replace(upTo: source.count, with: "1.  ")
      cut(.noteStart(number), source, to: index, &cutouts)
      read(footnotes.body(of: number), of: source, &cutouts)
      replace(upTo: source.count, with: document.span.last == UInt8(ascii: "\n") ? "" : "\n")
      number += 1
    }
  }
}

extension TextReader {
  /// The number of a footnote; on a page it leads to the footnote.
  mutating func appendNoteNumber(_ number: Int) {
    let opened = tree.openInline(.superscript)
    let start = tree.text.count
    tree.text.append("#note-")
    tree.text.append(decimal: number)
    let isLink = tree.role == .page && tree.openInline(.link, bytes: start..<tree.text.count)
    for digit in String(number).unicodeScalars { tree.append(digit) }
    tree.closeInlines(downTo: tree.inlines.count - (opened ? 1 : 0) - (isLink ? 1 : 0))
  }

  /// The item that was opened last is a footnote; on a page a link can lead to it.
  mutating func beginNote(_ number: Int) {
    guard tree.role == .page,
      let item = tree.nodes.suffix(4).lastIndex(where: { $0.kind == .open && $0.element == .item })
    else { return }
    let start = tree.text.count
    tree.text.append(" id=\"note-")
    tree.text.append(decimal: number)
    tree.text.append("\"")
    tree.nodes[item] = TextNode(.open, .item, bytes: start..<tree.text.count)
  }
}
