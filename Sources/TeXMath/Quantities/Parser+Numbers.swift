extension Parser {
  /// A number as siunitx reads it: signs, decimals, an exponent after `e`, an uncertainty, factors after `x`. Its
  /// digits
  /// are not grouped, so that they are found by a search.
  mutating func appendNumber(_ range: Range<Int>, into list: inout NodeList) {
    var start = tree.text.count
    var index = range.lowerBound
    var isAtStart = true
    while index < range.upperBound {
      let byte = text[index]
      if let exponent = exponent(at: index, in: range) {
        appendPower(exponent, start: &start, into: &list)
        index = exponent.upperBound
      } else if let (sign, atom, length) = operatorSign(at: index, in: range, isAtStart: isAtStart) {
        flushNumber(&start, into: &list)
        list.append(operation(sign, atom), to: &tree)
        (index, start, isAtStart) = (index + length, tree.text.count, true)
        continue
      } else {
        index = appendDigit(byte, at: index, in: range, start: start)
      }
      isAtStart = isAtStart && byte == 0x20
    }
    flushNumber(&start, into: &list)
  }

  private mutating func flushNumber(_ start: inout Int, into list: inout NodeList) {
    if tree.text.count > start { list.append(tree.add(Node(.number), textFrom: start), to: &tree) }
    start = tree.text.count
  }

  private mutating func appendDigit(_ byte: UInt8, at index: Int, in range: Range<Int>, start: Int) -> Int {
    switch byte {
    case UInt8(ascii: "-"): tree.text.append(scalar: 0x2212)
    case UInt8(ascii: ","): tree.text.append(UInt8(ascii: "."))
    case UInt8(ascii: "."):
      if tree.text.count == start { tree.text.append(UInt8(ascii: "0")) }
      tree.text.append(byte)
    case UInt8(ascii: "\\"): return appendSymbol(at: index, in: range)
    case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "$"): break
    default:
      let end = min(index + Parser.sequenceLength(byte), range.upperBound)
      tree.text.append(contentsOf: text[index..<end])
      return end
    }
    return index + 1
  }

  private mutating func appendSymbol(at index: Int, in range: Range<Int>) -> Int {
    var end = index + 1
    while end < range.upperBound, text[end].isASCIILetter { end += 1 }
    if let symbol = TeXSymbol.text(named: Array(text[index + 1..<end])) { tree.text.append(contentsOf: symbol.utf8) }
    return max(end, min(index + 2, range.upperBound))
  }

  /// The exponent that `e`, `E`, `d` or `D` begins, nil where none does.
  private func exponent(at index: Int, in range: Range<Int>) -> Range<Int>? {
    guard "eEdD".utf8.contains(text[index]) else { return nil }
    var end = index + 1
    if end < range.upperBound, "+-".utf8.contains(text[end]) { end += 1 }
    let digits = end
    while end < range.upperBound, text[end].isASCIIDigit { end += 1 }
    return end > digits ? index + 1..<end : nil
  }

  /// `× 10^n`, or `10^n` where nothing is before it.
  private mutating func appendPower(_ exponent: Range<Int>, start: inout Int, into list: inout NodeList) {
    let hasMantissa = tree.text.count > start
    flushNumber(&start, into: &list)
    if hasMantissa { list.append(operation(0xD7, .binary), to: &tree) }
    let base = tree.text.count
    tree.text.append(contentsOf: "10".utf8)
    var node = Node(.scripts)
    node.first = tree.add(Node(.number), textFrom: base)
    let power = tree.text.count
    for byte in text[exponent] where byte != UInt8(ascii: "+") {
      tree.text.append(scalar: byte == UInt8(ascii: "-") ? 0x2212 : UInt32(byte))
    }
    node.third = tree.add(Node(.number), textFrom: power)
    list.append(tree.add(node), to: &tree)
    start = tree.text.count
  }

  /// A sign between numbers or before one, with its class and length.
  private func operatorSign(
    at index: Int, in range: Range<Int>, isAtStart: Bool
  ) -> (scalar: UInt32, atom: AtomClass, length: Int)? {
    let rest = text[index..<range.upperBound]
    for (name, scalar, atom) in Parser.numberSigns where rest.starts(with: name.utf8) {
      return (scalar, atom, name.utf8.count)
    }
    switch text[index] {
    case UInt8(ascii: "x"): return (0xD7, .binary, 1)
    case UInt8(ascii: "+") where !isAtStart: return (0x2B, .binary, 1)
    case UInt8(ascii: "-") where !isAtStart: return (0x2212, .binary, 1)
    case UInt8(ascii: "<"): return (0x3C, .relation, 1)
    case UInt8(ascii: ">"): return (0x3E, .relation, 1)
    case UInt8(ascii: "~"): return (0x223C, .relation, 1)
    default: return nil
    }
  }

  private static let numberSigns: [(String, UInt32, AtomClass)] = [
    ("+-", 0xB1, .binary), ("\\pm", 0xB1, .binary), ("±", 0xB1, .binary), ("\\mp", 0x2213, .binary),
    ("\\times", 0xD7, .binary), ("\\cdot", 0x22C5, .binary), ("<=", 0x2264, .relation), (">=", 0x2265, .relation),
    ("\\le", 0x2264, .relation), ("\\ge", 0x2265, .relation), ("\\approx", 0x2248, .relation),
    ("\\sim", 0x223C, .relation), ("\\ll", 0x226A, .relation), ("\\gg", 0x226B, .relation),
  ]
}
