import ByteText

extension Scratch {
  /// Markup of a value: what is markup stays as it is, unless it is forced.
  mutating func escape(_ value: Value, force: Bool = false) throws(TemplateFailure) -> Value {
    if value.isMarkup, !force { return value }
    let source = try softText(value)
    return try transform(source, safe: true) { bytes, out in out.append(escaping: bytes) }
  }

  mutating func xmlAttributes(_ value: Value, _ arguments: FilterArguments) throws(TemplateFailure) -> Value {
    guard value.kind == .dictionary else { throw TemplateFailure("xmlattr needs a dictionary, not \(describe(value))") }
    let result = makeList()
    for index in 0..<dictionaryCount(value) {
      let (key, content) = entry(index, value)
      if content.kind == .none || content.isUndefined { continue }
      let name = try requireText(key, "the name of an attribute")
      if raw(name).contains(where: Self.endsAttributeName) {
        throw TemplateFailure("'\(text(of: name) ?? "")' can't be the name of an attribute")
      }
      append(try escape(name), to: result)
      append(try escape(content), to: result)
    }
    let start = text.count
    for index in stride(from: 0, to: listCount(result), by: 2) {
      if index > 0 || flag(arguments[0], default: true) { text.append(UInt8(ascii: " ")) }
      try appendText(listElement(index, result))
      text.append("=\"")
      try appendText(listElement(index + 1, result))
      text.append(UInt8(ascii: "\""))
    }
    return finishText(from: start, safe: autoescape)
  }

  private static func endsAttributeName(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) || byte == 0x2F || byte == 0x3E || byte == 0x3D
  }

  // MARK: URLs

  mutating func urlEncode(_ value: Value) throws(TemplateFailure) -> Value {
    switch value.kind {
    case .string: return try quote(value, isQuery: false)
    case .dictionary, .list, .tuple: break
    default: return try quote(value, isQuery: false)
    }
    let pairs = value.kind == .dictionary ? try itemsFilter(value) : value
    let quoted = makeList()
    for index in 0..<listCount(pairs) {
      let pair = try listed(listElement(index, pairs))
      guard listCount(pair) == 2 else { throw TemplateFailure("urlencode needs pairs of names and values") }
      append(try quote(listElement(0, pair), isQuery: true), to: quoted)
      append(try quote(listElement(1, pair), isQuery: true), to: quoted)
    }
    let start = text.count
    for index in 0..<listCount(quoted) {
      if index > 0 { text.append(index % 2 == 0 ? UInt8(ascii: "&") : UInt8(ascii: "=")) }
      try appendText(listElement(index, quoted))
    }
    return finishText(from: start, safe: false)
  }

  private mutating func quote(_ value: Value, isQuery: Bool) throws(TemplateFailure) -> Value {
    try transform(try softText(value), safe: false) { bytes, out in
      for byte in bytes {
        switch byte {
        case 48...57, 65...90, 97...122, UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "~"):
          out.append(byte)
        case UInt8(ascii: "/") where !isQuery: out.append(byte)
        case UInt8(ascii: " ") where isQuery: out.append(UInt8(ascii: "+"))
        default: Self.appendPercent(byte, to: &out)
        }
      }
    }
  }

  private static func appendPercent(_ byte: UInt8, to out: inout ByteBuffer) {
    let digits: StaticString = "0123456789ABCDEF"
    out.append(UInt8(ascii: "%"))
    out.append(digits.utf8Start[Int(byte >> 4)])
    out.append(digits.utf8Start[Int(byte & 15)])
  }

  // MARK: Tags

  mutating func stripTags(_ value: Value) throws(TemplateFailure) -> Value {
    let source = try softText(value)
    try charge(Int(source.length))
    let plain = TagStripper.strip(Array(raw(source)))
    return string(bytes: HTMLEntities.unescape(plain))
  }
}

/// Removes comments and tags, and joins white space, as MarkupSafe does.
enum TagStripper {
  static func strip(_ source: [UInt8]) -> [UInt8] {
    let withoutComments = remove(from: source, open: Array("<!--".utf8), close: Array("-->".utf8))
    return collapse(remove(from: withoutComments, open: [UInt8(ascii: "<")], close: [UInt8(ascii: ">")]))
  }

  /// Removes the marks and what is between them.
  private static func remove(from source: [UInt8], open: [UInt8], close: [UInt8]) -> [UInt8] {
    source.withUnsafeBytes { bytes in
      open.withUnsafeBytes { open in
        close.withUnsafeBytes { close in
          var out: [UInt8] = []
          var position = 0
          while let start = TextSearch.find(open, in: bytes, from: position),
            let end = TextSearch.find(close, in: bytes, from: start)
          {
            out += bytes[position..<start]
            position = end + close.count
          }
          return out + bytes[position...]
        }
      }
    }
  }

  /// Single blanks instead of white space, and none at the ends.
  private static func collapse(_ source: [UInt8]) -> [UInt8] {
    source.withUnsafeBytes { bytes in
      var out: [UInt8] = []
      var index = Whitespace.skip(in: bytes, from: 0)
      while index < bytes.count {
        let next = Whitespace.skip(in: bytes, from: index)
        if next > index, next < bytes.count { out.append(UInt8(ascii: " ")) }
        index = next
        if index < bytes.count {
          out.append(bytes[index])
          index += 1
        }
      }
      return out
    }
  }
}
