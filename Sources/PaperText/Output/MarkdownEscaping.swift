import ByteText

/// Bytes that mean something to Markdown.
enum MarkdownEscaping {
  /// Appends text; `isAtLineStart` says whether a list, a heading or a rule could begin here.
  ///
  /// Quotes are entities: `\'e` would be read as TeX's accent. Of brackets the opening one is escaped, and in a link
  /// both
  /// are entities.
  static func append(_ text: Span<UInt8>, isAtLineStart: Bool, isInLink: Bool, to out: inout ByteBuffer) {
    let markerEnd = isAtLineStart ? endOfMarker(text) : -1
    var index = 0
    while index < text.count {
      if index > markerEnd {
        let end = text.withUnsafeBytes { ByteRuns.endOfWords(in: $0, from: index, beyondASCII: true) }
        out.append(text.extracting(index..<end))
        index = end
        guard index < text.count else { return }
      }
      append(text[index], before: index + 1 < text.count ? text[index + 1] : 0, index == markerEnd, isInLink, to: &out)
      index += 1
    }
  }

  private static func append(
    _ byte: UInt8, before next: UInt8, _ isMarker: Bool, _ isInLink: Bool, to out: inout ByteBuffer
  ) {
    if isInLink, byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") {
      return out.append(byte == UInt8(ascii: "[") ? "&#91;" : "&#93;")
    }
    if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`") && next.isLetter {
      out.append("&#")
      out.append(decimal: Int(byte))
      return out.append(";")
    }
    if isMarker || isSpecial(byte, before: next) { out.append(UInt8(ascii: "\\")) }
    out.append(byte == UInt8(ascii: "\n") ? 0x20 : byte)
  }

  private static func isSpecial(_ byte: UInt8, before next: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"): next == UInt8(ascii: "-")
    case UInt8(ascii: "&"): next.isLetter || next == UInt8(ascii: "#")
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["): true
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "$"), UInt8(ascii: "|"): true
    case UInt8(ascii: "~"): next == UInt8(ascii: "~")
    default: false
    }
  }

  /// The index of the byte to escape so that a line is no list item, heading or fence; -1 where there is no danger.
  private static func endOfMarker(_ text: Span<UInt8>) -> Int {
    guard let first = text.isEmpty ? nil : text[0] else { return -1 }
    if "#+-=~".utf8.contains(first) { return 0 }
    var index = 0
    while index < text.count, text[index].isDigit, index < 10 { index += 1 }
    let isNumber = index > 0 && index < text.count && (text[index] == 0x2E || text[index] == 0x29)
    return isNumber ? index : -1
  }
}
