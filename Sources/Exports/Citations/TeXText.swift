import ByteText

extension ByteBuffer {
  /// Appends plain text so that TeX prints it and a `.bib` file stays balanced: BibTeX counts braces even after a
  /// backslash, so braces become commands.
  mutating func append(escapingTeX text: Span<UInt8>) {
    var (start, index) = (0, 0)
    while true {
      index = ByteRuns.endOfWords(in: text, from: index, beyondASCII: true)
      guard index < text.count else { break }
      if let command = TeXEscaping.command(for: text[index]) {
        append(text.extracting(start..<index))
        append(command)
        start = index + 1
      }
      index += 1
    }
    append(text.extracting(start...))
  }

  /// Appends an address for a field that TeX takes literally: it may have no backslash and no brace.
  mutating func append(verbatimTeX text: Span<UInt8>) {
    var start = 0
    for index in text.indices {
      guard let replacement = TeXEscaping.verbatim(text[index]) else { continue }
      append(text.extracting(start..<index))
      append(replacement)
      start = index + 1
    }
    append(text.extracting(start...))
  }
}

/// How characters are written that have a meaning to TeX.
enum TeXEscaping {
  /// What is written for a byte of an address, or nil for the byte itself.
  static func verbatim(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "{"): "%7B"
    case UInt8(ascii: "}"): "%7D"
    case UInt8(ascii: "\\"): "%5C"
    case 0...0x20, 0x7F: ""
    default: nil
    }
  }

  /// The command that prints a byte's character, or nil where it prints itself.
  static func command(for byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "\\&"
    case UInt8(ascii: "%"): "\\%"
    case UInt8(ascii: "$"): "\\$"
    case UInt8(ascii: "#"): "\\#"
    case UInt8(ascii: "_"): "\\_"
    case UInt8(ascii: "{"): "\\textbraceleft{}"
    case UInt8(ascii: "}"): "\\textbraceright{}"
    case UInt8(ascii: "~"): "\\textasciitilde{}"
    case UInt8(ascii: "^"): "\\textasciicircum{}"
    case UInt8(ascii: "\\"): "\\textbackslash{}"
    case UInt8(ascii: "<"): "\\textless{}"
    case UInt8(ascii: ">"): "\\textgreater{}"
    case 0..<0x20, 0x7F: " "
    default: nil
    }
  }
}

/// A title in TeX whose capitals styles must keep.
///
/// Bibliography styles set titles in small letters except for what is in braces. A word with a capital after its
/// first letter (`BERT`, `GPT-4`, `LaTeX`) or with a formula or command gets braces; `Attention` doesn't.
struct ProtectedTitle: ~Escapable {
  private let title: Span<UInt8>

  /// A title in TeX.
  @_lifetime(copy title)
  init(_ title: Span<UInt8>) { self.title = title }

  /// Appends the title with its braces; false, and nothing appended, where its own braces or formulas don't match.
  func append(to out: inout ByteBuffer) -> Bool {
    let count = out.count
    var start = 0
    while start < title.count {
      let letters = endOfLetters(from: start)
      let isPlain = letters == title.count || title[letters] == UInt8(ascii: " ")
      guard let end = isPlain ? letters : endOfWord(from: start) else {
        out.truncate(to: count)
        return false
      }
      let word = title.extracting(start..<end)
      isPlain ? out.append(word) : append(word, to: &out)
      if end < title.count { out.append(" ") }
      start = end + 1
    }
    return true
  }

  /// Where the first letters and signs of a word end that need no braces: most words have no others.
  private func endOfLetters(from start: Int) -> Int {
    var index = start
    if index < title.count, title[index] &- 0x41 < 26 { index += 1 }
    while index < title.count, title[index] &- 0x61 < 26 || title[index] &- 0x2C < 3 { index += 1 }
    return index
  }

  /// Where the next space outside braces and formulas is; nil where they don't end.
  private func endOfWord(from start: Int) -> Int? {
    var (depth, isInFormula, index) = (0, false, start)
    while index < title.count {
      switch title[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "$"): isInFormula.toggle()
      case UInt8(ascii: " ") where depth == 0 && !isInFormula: return index
      default: break
      }
      if depth < 0 { return nil }
      index += 1
    }
    return depth == 0 && !isInFormula && index == title.count ? index : nil
  }

  private func append(_ word: Span<UInt8>, to out: inout ByteBuffer) {
    guard needsBraces(word) else { return out.append(word) }
    // Braces whose first character is a backslash mean an accented letter to BibTeX, which is not kept.
    let isCommand = word.begins(with: "\\")
    out.append(isCommand ? "{{" : "{")
    out.append(word)
    out.append(isCommand ? "}}" : "}")
  }

  private func needsBraces(_ word: Span<UInt8>) -> Bool {
    if word.contains("$") { return true }
    guard let first = word.indices.first(where: { ASCII.isLetter(word[$0]) || word[$0] >= 0x80 }) else { return false }
    return (first + 1..<word.count).contains { ASCII.isUppercase(word[$0]) } || word.contains("\\")
  }
}
