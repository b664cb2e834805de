extension Parser {
  /// `\begin{CD} A @>a>> B \\ @VbVV @VVcV \\ C @= D \end{CD}` of amscd: its arrows become cells of a table.
  mutating func parseDiagram() throws(BrokenFormula) -> NodeID {
    let end = Array(#"\end{CD}"#.utf8)
    let start = position
    while position < text.count, !text[position...].starts(with: end) { position += 1 }
    guard position < text.count else { throw .unbalancedEnvironment }
    let body = Diagram.table(text[start..<position])
    position += end.count
    return try parse(inPlace: body)
  }
}

/// Writes the diagrams of amscd as arrays.
private enum Diagram {
  static func table(_ source: ArraySlice<UInt8>) -> [UInt8] {
    var out = Array(#"\begin{matrix}"#.utf8)
    var rest = source
    var isAfterVertical = false
    while let byte = rest.first {
      if byte == UInt8(ascii: "@"), let sign = rest.dropFirst().first {
        rest = rest.dropFirst(2)
        let isVertical = "VA|".utf8.contains(sign)
        if isVertical, isAfterVertical { out += Array("&&".utf8) }
        isAfterVertical = isVertical
        appendArrow(sign, &rest, to: &out)
      } else if byte == UInt8(ascii: "\\") {
        out.append(contentsOf: rest.prefix(2))
        if rest.dropFirst().first == UInt8(ascii: "\\") { isAfterVertical = false }
        rest = rest.dropFirst(2)
      } else {
        out.append(byte)
        rest = rest.dropFirst()
      }
    }
    return out + Array(#"\end{matrix}"#.utf8)
  }

  /// The labels of an arrow end with its sign each.
  private static func appendArrow(_ sign: UInt8, _ rest: inout ArraySlice<UInt8>, to out: inout [UInt8]) {
    let horizontal: [UInt8: String] = [
      UInt8(ascii: ">"): "xrightarrow", UInt8(ascii: ")"): "xrightarrow", UInt8(ascii: "<"): "xleftarrow",
      UInt8(ascii: "("): "xleftarrow",
    ]
    let vertical: [UInt8: String] = [UInt8(ascii: "V"): "downarrow", UInt8(ascii: "A"): "uparrow"]
    if let name = horizontal[sign] {
      let (over, under) = (label(sign, &rest), label(sign, &rest))
      out += Array("&\\\(name)[{".utf8) + under + Array("}]{".utf8) + over + Array("}&".utf8)
    } else if let name = vertical[sign] {
      let (left, right) = (label(sign, &rest), label(sign, &rest))
      out += Array("{\\scriptstyle ".utf8) + left + Array("}\\big\\\(name){\\scriptstyle ".utf8) + right
      out += Array("}".utf8)
    } else if sign == UInt8(ascii: "=") {
      out += Array(#"&\xlongequal{}&"#.utf8)
    } else if sign == UInt8(ascii: "|") {
      out += Array(#"\big\|"#.utf8)
    } else {
      out += Array("&&".utf8)
    }
  }

  private static func label(_ sign: UInt8, _ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var level = 0
    for index in rest.indices {
      if rest[index] == UInt8(ascii: "{") { level += 1 }
      if rest[index] == UInt8(ascii: "}") { level -= 1 }
      if level == 0, rest[index] == sign {
        defer { rest = rest[(index + 1)...] }
        return rest[..<index]
      }
    }
    return rest.prefix(0)
  }
}
