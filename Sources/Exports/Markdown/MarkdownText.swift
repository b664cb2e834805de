import ByteText

extension ByteBuffer {
  /// Appends plain text so that Markdown shows it as it is, in one line.
  mutating func append(escapingMarkdown text: Span<UInt8>) {
    var start = 0
    for index in text.indices {
      let byte = text[index]
      let isLineBreak = byte < 0x20
      guard isLineBreak || Self.isMarkdown(byte) else { continue }
      append(text.extracting(start..<index))
      append(isLineBreak ? UInt8(ascii: " ") : UInt8(ascii: "\\"))
      start = isLineBreak ? index + 1 : index
    }
    append(text.extracting(start...))
  }

  private static func isMarkdown(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["): true
    case UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "~"): true
    case UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "|"): true
    default: false
    }
  }

  /// Appends a link with a text that is plain.
  mutating func append(markdownLink text: Span<UInt8>, _ address: (inout ByteBuffer) -> Void) {
    append("[")
    append(escapingMarkdown: text)
    append("](")
    address(&self)
    append(")")
  }

  /// Appends an address for a Markdown link: what would end it is percent-encoded.
  mutating func append(markdownAddress address: Span<UInt8>) {
    for index in address.indices {
      switch address[index] {
      case UInt8(ascii: "("): append("%28")
      case UInt8(ascii: ")"): append("%29")
      case 0...0x20: append("%20")
      default: append(address[index])
      }
    }
  }
}
