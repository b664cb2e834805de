import ByteText

/// The language of a fenced block of code.
enum CodeLanguage {
  /// How its attribute begins; a `"` ends it.
  static let attributePrefix: StaticString = " class=\"language-"

  /// Keeps the first word of a fence's info string as an attribute; nothing where it isn't a plain word.
  static func store(_ info: Span<UInt8>, in tree: inout TextTree) -> Range<Int> {
    var length = 0
    while length < info.count, info[length] > 0x20 { length += 1 }
    guard length > 0, length < 40, (0..<length).allSatisfy({ info[$0].isWord || "+-_#.".utf8.contains(info[$0]) })
    else { return 0..<0 }
    let start = tree.text.count
    tree.text.append(attributePrefix)
    tree.text.append(info.extracting(0..<length))
    tree.text.append("\"")
    return start..<tree.text.count
  }
}
