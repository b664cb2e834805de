import ByteText

extension Scratch {
  /// On which side a text is filled with blanks.
  enum Padding {
    case left, right, center
  }

  /// A text of at least a width, filled with a character.
  mutating func pad(
    _ value: Value, _ width: Int, _ padding: Padding, fill: Value? = nil
  ) throws(TemplateFailure) -> Value {
    let source = try softText(value)
    let missing = width - min(width, UTF8Scan.count(raw(source)))
    if missing <= 0 { return source }
    try checkRoom(missing &* 8)
    try charge(missing / 16)
    let left: Int
    switch padding {
    case .left: left = missing
    case .right: left = 0
    case .center: left = missing / 2 + (missing & width & 1)
    }
    let character = try fillCharacter(fill, of: source)
    let start = text.count
    for _ in 0..<left { try appendText(character) }
    try appendText(source)
    for _ in left..<missing { try appendText(character) }
    return finishText(from: start, safe: source.isMarkup)
  }

  private mutating func fillCharacter(_ fill: Value?, of source: Value) throws(TemplateFailure) -> Value {
    guard let fill else { return string(" ") }
    guard fill.kind == .string, UTF8Scan.count(raw(fill)) == 1 else {
      throw TemplateFailure("the fill character has to be one character")
    }
    return fill
  }

  /// A text without certain characters, or white space, at its ends.
  mutating func trim(
    _ value: Value, _ characters: Value, leading: Bool, trailing: Bool
  ) throws(TemplateFailure) -> Value {
    let source = try softText(value)
    let bytes = raw(source)
    try charge(bytes.count / 16)
    if characters.isMissing || characters.kind == .none {
      let range = Whitespace.trimmed(bytes, leading: leading, trailing: trailing)
      return slice(source, range)
    }
    let set = Set(String(bytes: self.bytes(of: try requireText(characters, "this"))).unicodeScalars)
    var (start, end) = (0, bytes.count)
    while leading, start < end {
      let (scalar, width) = UTF8Scan.scalar(in: bytes, at: start)
      if !set.contains(scalar) { break }
      start += width
    }
    while trailing, end > start {
      let previous = UTF8Scan.previous(in: bytes, before: end)
      if !set.contains(UTF8Scan.scalar(in: bytes, at: previous).0) { break }
      end = max(previous, start)
    }
    return slice(source, start..<end)
  }

  // MARK: Replacing

  mutating func replaceFilter(_ value: Value, _ arguments: FilterArguments) throws(TemplateFailure) -> Value {
    let limit = arguments[2].kind == .none ? -1 : try arguments.integer(2, default: -1, of: "count")
    var source = try softText(value)
    let old = try softText(arguments[0])
    let new = try softText(arguments[1])
    if !autoescape { return try replace(source.markup(false), old, new.markup(true), limit) }
    if old.isMarkup || (new.isMarkup && !source.isMarkup) { source = try escape(source) }
    return try replace(source, old, source.isMarkup ? new : new.markup(true), limit)
  }

  /// Replaces a text in a text; where the source is markup, what is put in is escaped unless it is markup too.
  mutating func replace(
    _ source: Value, _ old: Value, _ new: Value, _ limit: Int
  ) throws(TemplateFailure) -> Value {
    let replacement = source.isMarkup ? try escape(new) : new
    let count = occurrences(of: old, in: source, limit: limit)
    if count == 0 { return source }
    let size = count.multipliedReportingOverflow(by: Int(replacement.length))
    try checkRoom(size.overflow ? Int.max : size.partialValue + Int(source.length))
    try charge((Int(source.length) + size.partialValue) / 16 + count)
    text.reserve(size.partialValue + Int(source.length))
    let start = text.count
    var (position, left) = (0, count)
    let bytes = raw(source)
    let isEmpty = old.length == 0
    while left > 0, let found = TextSearch.find(raw(old), in: bytes, from: position) {
      text.append(UnsafeRawBufferPointer(rebasing: bytes[position..<found]))
      text.append(raw(replacement))
      position = found + Int(old.length)
      if isEmpty, position < bytes.count {
        let next = UTF8Scan.next(in: bytes, after: position)
        text.append(UnsafeRawBufferPointer(rebasing: bytes[position..<next]))
        position = next
      }
      left -= 1
    }
    if position < bytes.count { text.append(UnsafeRawBufferPointer(rebasing: bytes[position...])) }
    return finishText(from: start, safe: source.isMarkup)
  }

  private func occurrences(of old: Value, in source: Value, limit: Int) -> Int {
    let bytes = raw(source)
    if old.length == 0 {
      let places = UTF8Scan.count(bytes) + 1
      return limit < 0 ? places : min(limit, places)
    }
    var (count, position) = (0, 0)
    while limit < 0 || count < limit, let found = TextSearch.find(raw(old), in: bytes, from: position) {
      count += 1
      position = found + Int(old.length)
    }
    return count
  }

  // MARK: Shortening and indenting

  mutating func truncate(_ value: Value, _ arguments: FilterArguments) throws(TemplateFailure) -> Value {
    let source = value.isUndefined ? Value(.empty) : value
    let length = try arguments.integer(0, default: 255, of: "length")
    let end = arguments[2].isMissing ? string("...") : try requireText(arguments[2], "the argument 'end'")
    let leeway = arguments[3].kind == .none ? 5 : try arguments.integer(3, default: 5, of: "leeway")
    let endCount = UTF8Scan.count(raw(end))
    guard length >= endCount else { throw TemplateFailure("the length has to be at least \(endCount)") }
    guard leeway >= 0 else { throw TemplateFailure("the leeway can't be negative") }
    guard let count = self.length(source) else { throw TemplateFailure("\(describe(value)) has no length") }
    let limit = length.addingReportingOverflow(leeway)
    if limit.overflow || count <= limit.partialValue { return source }
    let bytes = raw(try requireText(source, "truncate"))
    var cut = UTF8Scan.offset(of: length - endCount, in: bytes)
    if !flag(arguments[1]) {
      let space = bytes[..<cut].lastIndex(of: UInt8(ascii: " "))
      cut = space ?? cut
    }
    return try join(slice(source, 0..<cut), end)
  }

  mutating func indent(_ value: Value, _ arguments: FilterArguments) throws(TemplateFailure) -> Value {
    let source = try requireText(value.isUndefined ? Value(.empty) : value, "indent")
    let width = arguments.value(0, default: Value(4))
    let indention = width.kind == .string ? width : try `repeat`(string(" "), try integerArgument(width, "width"))
    let lines = Lines.split(raw(source), keepEnds: false)
    let parts = lines.isEmpty ? [0..<0] : lines
    try checkRoom(parts.count * (Int(indention.length) + 1) + Int(source.length))
    let (first, blank) = (flag(arguments[1]), flag(arguments[2]))
    let start = text.count
    for (number, line) in parts.enumerated() {
      if number > 0 { text.append(UInt8(ascii: "\n")) }
      if number == 0 ? first : blank || !line.isEmpty { try appendText(indention) }
      try appendText(slice(source, line))
    }
    if endsWithBreak(source) {
      text.append(UInt8(ascii: "\n"))
      if blank { try appendText(indention) }
    }
    return finishText(from: start, safe: source.isMarkup)
  }

  private func endsWithBreak(_ source: Value) -> Bool {
    Lines.split(raw(source), keepEnds: true).last.map { Lines.endsWithBreak(raw(source), $0) } ?? false
  }

  func integerArgument(_ value: Value, _ name: String) throws(TemplateFailure) -> Int {
    guard value.isInteger else { throw TemplateFailure("the argument '\(name)' has to be an integer") }
    return value.integer
  }

  mutating func wordCount(_ value: Value) throws(TemplateFailure) -> Value {
    let source = try softText(value)
    let bytes = raw(source)
    try charge(bytes.count)
    var (count, index, isInside) = (0, 0, false)
    while index < bytes.count {
      let (scalar, width) = UTF8Scan.scalar(in: bytes, at: index)
      let isWord = CharacterClass.isWord(scalar)
      if isWord, !isInside { count += 1 }
      isInside = isWord
      index += width
    }
    return Value(count)
  }
}
