import ByteText

extension Scratch {
  /// Lines broken at words, as Python's `textwrap` does.
  mutating func wordWrap(_ value: Value, _ arguments: FilterArguments) throws(TemplateFailure) -> Value {
    let source = try requireText(value.isUndefined ? Value(.empty) : value, "wordwrap")
    let width = try arguments.integer(0, default: 79, of: "width")
    guard width > 0 else { throw TemplateFailure("the width has to be more than 0") }
    let separator =
      arguments[2].isMissing || arguments[2].kind == .none
      ? string("\n") : try requireText(arguments[2], "the argument 'wrapstring'")
    let wrapper = WordWrapper(
      width: width, breaksLongWords: flag(arguments[1], default: true), breaksHyphens: flag(arguments[3], default: true)
    )
    try charge(Int(source.length) * 2)
    var lines: [String] = []
    for line in Lines.split(raw(source), keepEnds: false) {
      let text = String(decoding: raw(source)[line], as: UTF8.self)
      // A line of nothing but white space leaves an empty line.
      let wrapped = wrapper.wrap(Array(text.unicodeScalars))
      lines += wrapped.isEmpty ? [""] : wrapped
    }
    try checkRoom(lines.count &* Int(separator.length) &+ Int(source.length) &* 2)
    let start = text.count
    for (number, line) in lines.enumerated() {
      if number > 0 { try appendText(separator) }
      text.append(line)
    }
    return finishText(from: start, safe: separator.isMarkup)
  }
}

/// Breaks one line into several.
struct WordWrapper {
  let width: Int
  let breaksLongWords: Bool
  let breaksHyphens: Bool

  typealias Scalars = [Unicode.Scalar]

  func wrap(_ line: Scalars) -> [String] {
    // Slices, so that to break a long word again and again copies nothing.
    var chunks = ArraySlice(split(line).map { $0[...] })
    var lines: [String] = []
    while !chunks.isEmpty {
      if Self.isBlank(chunks[chunks.startIndex]), !lines.isEmpty { chunks.removeFirst() }
      var current: [ArraySlice<Unicode.Scalar>] = []
      var length = 0
      while let chunk = chunks.first, length + chunk.count <= width {
        current.append(chunk)
        length += chunk.count
        chunks.removeFirst()
      }
      if let chunk = chunks.first, chunk.count > width { breakLong(&chunks, &current, width - length) }
      if let last = current.last, Self.isBlank(last) { current.removeLast() }
      if !current.isEmpty { lines.append(String(String.UnicodeScalarView(current.joined()))) }
    }
    return lines
  }

  private func breakLong(
    _ chunks: inout ArraySlice<ArraySlice<Unicode.Scalar>>, _ current: inout [ArraySlice<Unicode.Scalar>], _ space: Int
  ) {
    let room = max(width < 1 ? 1 : space, 0)
    guard breaksLongWords else {
      if current.isEmpty { current.append(chunks.removeFirst()) }
      return
    }
    let chunk = chunks[chunks.startIndex]
    var end = max(room, current.isEmpty ? 1 : 0)
    if breaksHyphens, chunk.count > end, let hyphen = chunk.prefix(end).lastIndex(of: "-"), hyphen > chunk.startIndex,
      chunk[..<hyphen].contains(where: { $0 != "-" })
    {
      end = hyphen - chunk.startIndex + 1
    }
    current.append(chunk.prefix(end))
    chunks[chunks.startIndex] = chunk.dropFirst(end)
  }

  private static func isBlank(_ chunk: ArraySlice<Unicode.Scalar>) -> Bool { chunk.allSatisfy(isSpace) }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || (scalar.value >= 9 && scalar.value <= 13)
  }

  // MARK: Chunks

  /// Words and the white space between them; words with hyphens in several parts.
  private func split(_ line: Scalars) -> [Scalars] {
    var chunks: [Scalars] = []
    var index = 0
    while index < line.count {
      let isSpace = Self.isSpace(line[index])
      var end = index
      while end < line.count, Self.isSpace(line[end]) == isSpace { end += 1 }
      let run = Array(line[index..<end])
      chunks += isSpace || !breaksHyphens ? [run] : splitWord(run)
      index = end
    }
    return chunks
  }

  /// A word broken after hyphens between letters, and before and after dashes.
  private func splitWord(_ word: Scalars) -> [Scalars] {
    var parts: [Scalars] = []
    var start = 0
    var index = 0
    while index < word.count {
      let dashEnd = dash(word, at: index)
      if let dashEnd, index > 0, Self.isPunctuated(word[index - 1]) {
        if index > start { parts.append(Array(word[start..<index])) }
        parts.append(Array(word[index..<dashEnd]))
        (start, index) = (dashEnd, dashEnd)
      } else if word[index] == "-", breaksBehind(word, index, from: start) {
        parts.append(Array(word[start...index]))
        (start, index) = (index + 1, index + 1)
      } else {
        index += 1
      }
    }
    if start < word.count { parts.append(Array(word[start...])) }
    return parts
  }

  /// The end of two or more hyphens before a letter.
  private func dash(_ word: Scalars, at index: Int) -> Int? {
    var end = index
    while end < word.count, word[end] == "-" { end += 1 }
    guard end - index >= 2, end < word.count, CharacterClass.isWord(word[end]) else { return nil }
    return index > 0 && word[index - 1] == "-" ? nil : end
  }

  private func breaksBehind(_ word: Scalars, _ hyphen: Int, from start: Int) -> Bool {
    guard hyphen >= start + 1 else { return false }
    let twoLetters =
      hyphen >= 2 && CharacterClass.isLetter(word[hyphen - 1]) && CharacterClass.isLetter(word[hyphen - 2])
    let hyphenated =
      hyphen >= 3 && CharacterClass.isLetter(word[hyphen - 1]) && word[hyphen - 2] == "-"
      && CharacterClass.isLetter(word[hyphen - 3])
    guard twoLetters || hyphenated, hyphen + 2 < word.count || hyphen + 1 < word.count else { return false }
    guard CharacterClass.isLetter(word[hyphen + 1]) else { return false }
    if hyphen + 2 < word.count, CharacterClass.isLetter(word[hyphen + 2]) { return true }
    return hyphen + 3 < word.count && word[hyphen + 2] == "-" && CharacterClass.isLetter(word[hyphen + 3])
  }

  private static func isPunctuated(_ scalar: Unicode.Scalar) -> Bool {
    CharacterClass.isWord(scalar) || "!\"'&.,?".unicodeScalars.contains(scalar)
  }
}
