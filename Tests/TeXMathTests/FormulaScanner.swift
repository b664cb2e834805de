/// Finds formulas in TeX text as TeX does: a dollar ends a formula only outside of braces.
enum FormulaScanner {
  static func formulas(in text: String) -> [Formula] {
    var scanner = Scanner(bytes: Array(text.utf8))
    return scanner.scan()
  }

  private struct Scanner {
    let bytes: [UInt8]
    var position = 0

    mutating func scan() -> [Formula] {
      var formulas: [Formula] = []
      while position < bytes.count {
        if let formula = formula() { formulas.append(formula) } else { position += 1 }
      }
      return formulas
    }

    private mutating func formula() -> Formula? {
      guard bytes[position] == UInt8(ascii: "$") || bytes[position] == UInt8(ascii: "\\") else { return nil }
      if starts(with: "\\\\") || starts(with: "\\$") {
        position += 1
        return nil
      }
      if starts(with: "$$") { return formula(opening: "$$", closing: "$$", isDisplay: true) }
      if starts(with: "$") { return formula(opening: "$", closing: "$", isDisplay: false) }
      if starts(with: "\\(") { return formula(opening: "\\(", closing: "\\)", isDisplay: false) }
      if starts(with: "\\[") { return formula(opening: "\\[", closing: "\\]", isDisplay: true) }
      return environment()
    }

    /// A formula between delimiters, without them. One that doesn't end within the paragraph is text.
    private mutating func formula(opening: String, closing: String, isDisplay: Bool) -> Formula? {
      let start = position + opening.utf8.count
      guard let end = end(of: closing, from: start), end > start else { return nil }
      position = end + closing.utf8.count
      return Formula(source: String(decoding: bytes[start..<end], as: UTF8.self), isDisplay: isDisplay)
    }

    private func end(of closing: String, from start: Int) -> Int? {
      var index = start
      var depth = 0
      while index < bytes.count {
        if depth <= 0, bytes[index] == closing.utf8.first, bytes[index...].starts(with: closing.utf8) { return index }
        switch bytes[index] {
        case UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "}"): depth -= 1
        case UInt8(ascii: "\\"): index += 1
        case UInt8(ascii: "$") where depth <= 0: return nil
        default: break
        }
        index += 1
      }
      return nil
    }

    private mutating func environment() -> Formula? {
      guard starts(with: "\\begin") else { return nil }
      let names = ["equation", "align", "gather", "multline", "eqnarray", "displaymath", "alignat", "flalign"]
      for name in names.flatMap({ [$0, $0 + "*"] }) where starts(with: "\\begin{\(name)}") {
        let closing = "\\end{\(name)}"
        var index = position
        while index < bytes.count, !bytes[index...].starts(with: closing.utf8) { index += 1 }
        guard index < bytes.count else { return nil }
        let end = index + closing.utf8.count
        defer { position = end }
        return Formula(source: String(decoding: bytes[position..<end], as: UTF8.self), isDisplay: true)
      }
      return nil
    }

    private func starts(with prefix: String) -> Bool { bytes[position...].starts(with: prefix.utf8) }
  }
}
