import ByteText

extension Scratch {
  mutating func callText(_ owner: Value, _ arguments: MethodArguments) throws(TemplateFailure) -> Value? {
    switch arguments.method {
    case .upper: return try changeCase(owner, .upper)
    case .lower: return try changeCase(owner, .lower)
    case .capitalize: return try changeCase(owner, .capitalize)
    case .title: return try changeCase(owner, .titleMethod)
    case .swapcase: return try changeCase(owner, .swap)
    case .casefold: return try changeCase(owner, .fold)
    case .strip: return try trim(owner, arguments[0], leading: true, trailing: true)
    case .lstrip: return try trim(owner, arguments[0], leading: true, trailing: false)
    case .rstrip: return try trim(owner, arguments[0], leading: false, trailing: true)
    case .center: return try pad(owner, arguments, .center)
    case .ljust: return try pad(owner, arguments, .right)
    case .rjust: return try pad(owner, arguments, .left)
    case .zfill: return try zeroFill(owner, try arguments.integer(0, default: 0))
    case .format: return try formatBraces(owner, arguments.positional, arguments.keywords)
    case .replace:
      try arguments.require(2...3)
      let (old, new) = (try requireText(arguments[0], "replace"), try requireText(arguments[1], "replace"))
      let limit = try arguments.integer(2, default: -1)
      return try replace(owner, old, owner.isMarkup ? new : new.markup(true), limit)
    case .join: return try joinMethod(owner, arguments)
    case .striptags where owner.isMarkup: return try stripTags(owner)
    case .unescape where owner.isMarkup: return string(bytes: HTMLEntities.unescape(Array(raw(owner))))
    case .expandtabs: return try expandTabs(owner, try arguments.integer(0, default: 8))
    default: return try searchText(owner, arguments)
    }
  }

  private mutating func pad(
    _ owner: Value, _ arguments: MethodArguments, _ padding: Padding
  ) throws(TemplateFailure) -> Value {
    try arguments.require(1...2)
    return try pad(
      owner, try arguments.integer(0, default: 0), padding, fill: arguments[1].isMissing ? nil : arguments[1])
  }

  private mutating func zeroFill(_ owner: Value, _ width: Int) throws(TemplateFailure) -> Value {
    let bytes = raw(owner)
    let missing = width - min(width, UTF8Scan.count(bytes))
    if missing <= 0 { return owner }
    try checkRoom(missing)
    try checkRoom(missing + bytes.count)
    let hasSign = bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+")
    return try transform(owner, safe: owner.isMarkup) { bytes, out in
      if hasSign { out.append(bytes[0]) }
      for _ in 0..<missing { out.append(UInt8(ascii: "0")) }
      out.append(UnsafeRawBufferPointer(rebasing: bytes[(hasSign ? 1 : 0)...]))
    }
  }

  private mutating func joinMethod(_ owner: Value, _ arguments: MethodArguments) throws(TemplateFailure) -> Value {
    try arguments.require(1...1)
    let parts = try listed(arguments[0])
    let start = text.count
    for index in 0..<listCount(parts) {
      let part = listElement(index, parts)
      guard part.kind == .string else { throw TemplateFailure("join needs texts, not \(describe(part))") }
      try checkRoom(Int(part.length) * 5 + Int(owner.length))
      if index > 0 { try appendText(owner) }
      try appendJoined(part, escaping: owner.isMarkup)
    }
    return finishText(from: start, safe: owner.isMarkup)
  }

  private mutating func expandTabs(_ owner: Value, _ size: Int) throws(TemplateFailure) -> Value {
    guard size.magnitude < 1 << 16 else { throw TemplateFailure("the tab size is too large") }
    try checkRoom(Int(owner.length) &* max(1, size))
    return try transform(owner, safe: owner.isMarkup) { bytes, out in
      var column = 0
      for byte in bytes {
        if byte == 9 {
          let width = size > 0 ? size - column % size : 0
          for _ in 0..<width { out.append(UInt8(ascii: " ")) }
          column += width
        } else {
          out.append(byte)
          if byte == 10 || byte == 13 { column = 0 } else if byte & 0xC0 != 0x80 { column += 1 }
        }
      }
    }
  }

  // MARK: Searching

  private mutating func searchText(_ owner: Value, _ arguments: MethodArguments) throws(TemplateFailure) -> Value? {
    switch arguments.method {
    case .startswith: return Value(try matchesEnd(owner, arguments, atStart: true))
    case .endswith: return Value(try matchesEnd(owner, arguments, atStart: false))
    case .find, .index, .rfind, .rindex: return try find(owner, arguments)
    case .count: return try countText(owner, arguments)
    case .removeprefix: return try removeEnd(owner, arguments, atStart: true)
    case .removesuffix: return try removeEnd(owner, arguments, atStart: false)
    case .partition: return try partition(owner, arguments, fromEnd: false)
    case .rpartition: return try partition(owner, arguments, fromEnd: true)
    case .split: return try split(owner, arguments, fromEnd: false)
    case .rsplit: return try split(owner, arguments, fromEnd: true)
    case .splitlines: return try splitLines(owner, arguments)
    default: return try classify(owner, arguments.method)
    }
  }

  /// The part of a text between two optional bounds in characters, as byte offsets.
  private func bounds(_ owner: Value, _ arguments: MethodArguments) throws(TemplateFailure) -> Range<Int> {
    let bytes = raw(owner)
    if arguments.positional.count < 2 { return 0..<bytes.count }
    let count = UTF8Scan.count(bytes)
    let lower = arguments[1].kind == .none ? 0 : try arguments.integer(1, default: 0)
    let upper = arguments[2].kind == .none ? count : try arguments.integer(2, default: count)
    let start = min(max(lower < 0 ? lower &+ count : lower, 0), count)
    let end = min(max(upper < 0 ? upper &+ count : upper, 0), count)
    guard start <= end else { return bytes.count..<bytes.count }
    return UTF8Scan.offset(of: start, in: bytes)..<UTF8Scan.offset(of: end, in: bytes)
  }

  private mutating func matchesEnd(
    _ owner: Value, _ arguments: MethodArguments, atStart: Bool
  ) throws(TemplateFailure) -> Bool {
    try arguments.require(1...3)
    let range = try bounds(owner, arguments)
    let part = UnsafeRawBufferPointer(rebasing: raw(owner)[range])
    let candidates = arguments[0].kind == .tuple ? arguments[0] : list([arguments[0]])
    for index in 0..<listCount(candidates) {
      let needle = raw(try requireText(listElement(index, candidates), "this method"))
      if TextSearch.matches(needle, in: part, at: atStart ? 0 : part.count - needle.count) { return true }
    }
    return false
  }

  private mutating func find(_ owner: Value, _ arguments: MethodArguments) throws(TemplateFailure) -> Value {
    try arguments.require(1...3)
    let needle = raw(try requireText(arguments[0], "find"))
    let range = try bounds(owner, arguments)
    let bytes = UnsafeRawBufferPointer(rebasing: raw(owner)[..<range.upperBound])
    try charge(bytes.count / 8)
    let fromEnd = arguments.method == .rfind || arguments.method == .rindex
    if fromEnd { try charge(bytes.count / 16 &* needle.count) }
    var found =
      fromEnd
      ? TextSearch.findLast(needle, in: bytes, before: bytes.count)
      : TextSearch.find(needle, in: bytes, from: range.lowerBound)
    if let position = found, position < range.lowerBound { found = nil }
    if let found { return Value(UTF8Scan.count(UnsafeRawBufferPointer(rebasing: bytes[..<found]))) }
    guard arguments.method == .find || arguments.method == .rfind else {
      throw TemplateFailure("the text does not contain the other")
    }
    return Value(-1)
  }

  private mutating func countText(_ owner: Value, _ arguments: MethodArguments) throws(TemplateFailure) -> Value {
    try arguments.require(1...3)
    let needle = raw(try requireText(arguments[0], "count"))
    let range = try bounds(owner, arguments)
    let part = UnsafeRawBufferPointer(rebasing: raw(owner)[range])
    try charge(part.count / 8)
    if needle.isEmpty { return Value(UTF8Scan.count(part) + 1) }
    var (count, position) = (0, 0)
    while let found = TextSearch.find(needle, in: part, from: position) {
      count += 1
      position = found + needle.count
    }
    return Value(count)
  }

  private mutating func removeEnd(
    _ owner: Value, _ arguments: MethodArguments, atStart: Bool
  ) throws(TemplateFailure) -> Value {
    try arguments.require(1...1)
    let needle = raw(try requireText(arguments[0], "this method"))
    let bytes = raw(owner)
    guard TextSearch.matches(needle, in: bytes, at: atStart ? 0 : bytes.count - needle.count) else { return owner }
    return atStart ? slice(owner, needle.count..<bytes.count) : slice(owner, 0..<bytes.count - needle.count)
  }

  // MARK: Taking apart

  private mutating func partition(
    _ owner: Value, _ arguments: MethodArguments, fromEnd: Bool
  ) throws(TemplateFailure) -> Value {
    try arguments.require(1...1)
    let separator = try requireText(arguments[0], "partition")
    if separator.length == 0 { throw TemplateFailure("the separator can't be empty") }
    let bytes = raw(owner)
    try charge(bytes.count / 8 + (fromEnd ? bytes.count / 16 &* Int(separator.length) : 0))
    let found =
      fromEnd
      ? TextSearch.findLast(raw(separator), in: bytes, before: bytes.count)
      : TextSearch.find(raw(separator), in: bytes)
    let parts = makeList(capacity: 3, kind: .tuple)
    let (first, second) =
      found.map { ($0, $0 + Int(separator.length)) } ?? (fromEnd ? (0, 0) : (bytes.count, bytes.count))
    append(slice(owner, 0..<first), to: parts)
    append(slice(owner, first..<second), to: parts)
    append(slice(owner, second..<bytes.count), to: parts)
    return parts
  }

  private mutating func split(
    _ owner: Value, _ arguments: MethodArguments, fromEnd: Bool
  ) throws(TemplateFailure) -> Value {
    let separator = arguments[0].isMissing ? keyword("sep", arguments.keywords) ?? .none : arguments[0]
    var limit = try arguments.integer(1, default: -1)
    if let keyword = keyword("maxsplit", arguments.keywords), keyword.isInteger { limit = keyword.integer }
    let bytes = raw(owner)
    try charge(bytes.count / 4)
    var ranges: [Range<Int>]
    if separator.kind == .none {
      ranges = fromEnd ? wordsFromEnd(bytes, limit) : words(bytes, limit)
    } else {
      let needle = raw(try requireText(separator, "split"))
      if needle.isEmpty { throw TemplateFailure("the separator can't be empty") }
      if fromEnd { try charge(bytes.count / 16 &* needle.count) }
      ranges = fromEnd ? partsFromEnd(bytes, needle, limit) : parts(bytes, needle, limit)
    }
    try chargeItems(ranges.count)
    let list = makeList(capacity: ranges.count)
    for range in ranges { append(slice(owner, range), to: list) }
    return list
  }

  private func parts(_ bytes: UnsafeRawBufferPointer, _ needle: UnsafeRawBufferPointer, _ limit: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while limit < 0 || ranges.count < limit, let found = TextSearch.find(needle, in: bytes, from: start) {
      ranges.append(start..<found)
      start = found + needle.count
    }
    return ranges + [start..<bytes.count]
  }

  private func partsFromEnd(
    _ bytes: UnsafeRawBufferPointer, _ needle: UnsafeRawBufferPointer, _ limit: Int
  ) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var end = bytes.count
    while limit < 0 || ranges.count < limit, let found = TextSearch.findLast(needle, in: bytes, before: end) {
      ranges.append(found + needle.count..<end)
      end = found
    }
    return (ranges + [0..<end]).reversed()
  }

  private func words(_ bytes: UnsafeRawBufferPointer, _ limit: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = Whitespace.skip(in: bytes, from: 0)
    while index < bytes.count {
      if limit >= 0, ranges.count == limit { return ranges + [index..<bytes.count] }
      var end = index
      while end < bytes.count, Whitespace.length(in: bytes, at: end) == 0 { end += 1 }
      ranges.append(index..<end)
      index = Whitespace.skip(in: bytes, from: end)
    }
    return ranges
  }

  private func wordsFromEnd(_ bytes: UnsafeRawBufferPointer, _ limit: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var end = Whitespace.trimmed(bytes, leading: false).upperBound
    while end > 0 {
      if limit >= 0, ranges.count == limit {
        ranges.append(0..<end)
        break
      }
      var start = end
      while start > 0, Whitespace.length(in: bytes, before: start) == 0 { start -= 1 }
      ranges.append(start..<end)
      let rest = UnsafeRawBufferPointer(rebasing: bytes[..<start])
      end = Whitespace.trimmed(rest, leading: false).upperBound
    }
    return ranges.reversed()
  }

  private mutating func splitLines(_ owner: Value, _ arguments: MethodArguments) throws(TemplateFailure) -> Value {
    let keepEnds = arguments[0].isMissing ? keyword("keepends", arguments.keywords) ?? .none : arguments[0]
    let lines = Lines.split(raw(owner), keepEnds: truth(keepEnds))
    try chargeItems(lines.count)
    let list = makeList(capacity: lines.count)
    for line in lines { append(slice(owner, line), to: list) }
    return list
  }

  // MARK: Classes

  private mutating func classify(_ owner: Value, _ method: Method) throws(TemplateFailure) -> Value? {
    switch method {
    case .isalnum: return Value(all(owner, CharacterClass.isAlphanumeric))
    case .isalpha: return Value(all(owner, CharacterClass.isLetter))
    case .isdigit: return Value(all(owner, CharacterClass.isDigit))
    case .isnumeric: return Value(all(owner, CharacterClass.isNumeric))
    case .isspace: return Value(all(owner, Self.isSpace))
    case .islower: return Value(try hasCase(owner, CharacterClass.isLower, CharacterClass.isUpper))
    case .isupper: return Value(try hasCase(owner, CharacterClass.isUpper, CharacterClass.isLower))
    case .istitle: return Value(isTitle(owner))
    default: return nil
    }
  }

  private func all(_ owner: Value, _ holds: (Unicode.Scalar) -> Bool) -> Bool {
    let bytes = raw(owner)
    var index = 0
    while index < bytes.count {
      let (scalar, width) = UTF8Scan.scalar(in: bytes, at: index)
      if !holds(scalar) { return false }
      index += width
    }
    return !bytes.isEmpty
  }

  private func isTitle(_ owner: Value) -> Bool {
    let bytes = raw(owner)
    var (index, isInWord, found) = (0, false, false)
    while index < bytes.count {
      let (scalar, width) = UTF8Scan.scalar(in: bytes, at: index)
      index += width
      if CharacterClass.isUpper(scalar) || CharacterClass.isTitle(scalar) {
        if isInWord { return false }
        (isInWord, found) = (true, true)
      } else if CharacterClass.isLower(scalar) {
        if !isInWord { return false }
      } else {
        isInWord = false
      }
    }
    return found
  }
}
