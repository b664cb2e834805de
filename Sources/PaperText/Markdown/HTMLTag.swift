import ByteText
import CLibXML2

/// A tag of raw HTML, as CommonMark finds it.
struct HTMLTag {
  /// The name in lower case.
  var name: String
  var isClosing: Bool
  var attributes: [(name: String, value: String)]
  /// Whether it has more attributes than are read; then `attributes` is empty.
  var isCrowded: Bool
  /// The index after it.
  var end: Int

  /// Reads the tag that begins with `<` at an index, nil where there is none.
  ///
  /// Its end is found here; its attributes are read by libxml2's HTML parser, entities and quotes included.
  init?(_ text: Span<UInt8>, at start: Int) {
    var index = start + 1
    isClosing = index < text.count && text[index] == UInt8(ascii: "/")
    if isClosing { index += 1 }
    let nameStart = index
    while index < text.count, text[index].isLetter || text[index].isDigit || text[index] == UInt8(ascii: "-") {
      index += 1
    }
    guard index > nameStart, text[nameStart].isLetter, let end = Self.end(text, from: index) else { return nil }
    name = String(bytes: text.extracting(nameStart..<index)).lowercased()
    self.end = end
    let count = isClosing ? 0 : Self.attributeCount(text, index..<end - 1)
    isCrowded = count > Self.attributeLimit
    attributes = count > 0 && !isCrowded ? Self.attributes(text.extracting(start..<end)) : []
  }

  /// libxml2 compares each attribute with all before it, so that more than a few would take long.
  static let attributeLimit = 64

  /// How many attributes a tag has at most: words outside of quotes.
  private static func attributeCount(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    var quote: UInt8 = 0
    var isInWord = false
    for index in range {
      let byte = text[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
        continue
      }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
      let isWord = byte > 0x20 && byte != UInt8(ascii: "/")
      if isWord, !isInWord { count += 1 }
      isInWord = isWord && quote == 0
    }
    return count
  }

  /// The index after the `>` that ends a tag; one in quotes doesn't.
  private static func end(_ text: Span<UInt8>, from start: Int) -> Int? {
    var quote: UInt8 = 0
    for index in start..<text.count {
      let byte = text[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "<") {
        return nil
      }
    }
    return nil
  }

  private static func attributes(_ tag: Span<UInt8>) -> [(name: String, value: String)] {
    let options =
      HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
      | HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOIMPLIED.rawValue | HTML_PARSE_NODEFDTD.rawValue
    let document = tag.withUnsafeBytes { bytes in
      htmlReadMemory(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count), nil, "UTF-8",
        Int32(options))
    }
    guard let document else { return [] }
    defer { xmlFreeDoc(document) }
    var found: [(name: String, value: String)] = []
    var attribute = xmlDocGetRootElement(document)?.pointee.properties
    while let current = attribute {
      found.append((String(cString: current.pointee.name).lowercased(), text(of: current.pointee.children)))
      attribute = current.pointee.next
    }
    return found
  }

  private static func text(of first: xmlNodePtr?) -> String {
    var text = ""
    var node = first
    while let current = node {
      if let content = current.pointee.content { text += String(cString: content) }
      node = current.pointee.next
    }
    return text
  }
}
