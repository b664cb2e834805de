internal import ByteText

/// Says what to do about a YAML text that can't be read. libyaml says where it gave up and what it would have needed;
/// what a writer got wrong is mostly seen from the line itself.
struct YAMLMistake {
  private let failure: YAMLFailure
  private let place: Int
  /// Where libyaml began to read what it could not finish.
  private let context: Int?
  private let bytes: UnsafeRawBufferPointer
  private let range: Range<Int>
  private let line: YAMLLine

  /// A failure by the offsets of its place and context in the bytes of a range.
  init(_ failure: YAMLFailure, at place: Int, context: Int?, in bytes: UnsafeRawBufferPointer, range: Range<Int>) {
    self.failure = failure
    self.place = place
    self.context = context
    self.bytes = bytes
    self.range = range
    line = YAMLLine(around: place, in: bytes, range: range)
  }

  /// What is wrong, and what to do.
  var issue: DataIssue {
    if let conflict = MergeConflict.first(in: bytes, range: range) { return MergeConflict.issue(at: conflict) }
    return tab ?? quotes ?? value ?? structure
  }

  private func issue(_ message: String, at offset: Int? = nil, help: String) -> DataIssue {
    let start = min(offset ?? place, range.upperBound)
    return DataIssue("yaml/syntax", message, at: start..<min(start + 1, range.upperBound), help: help)
  }

  private func says(_ words: String) -> Bool { failure.problem.hasPrefix(words) }

  // MARK: Tabs and quotes

  private var tab: DataIssue? {
    guard let tab = line.tabInIndentation else { return nil }
    return issue("this line is indented with a tab", at: tab, help: "indent it with spaces: YAML allows no tabs there")
  }

  /// Mistakes inside of quotes.
  private var quotes: DataIssue? {
    guard failure.context.hasSuffix("a quoted scalar") else { return nil }
    if says("found unknown escape character") || says("did not find expected hexdecimal number") {
      return escape
    }
    let quote = context.map { $0 < range.upperBound && bytes[$0] == UInt8(ascii: "'") ? "'" : "\"" } ?? "\""
    let inner = quote == "'" ? "write `'` inside of the text as `''`" : "write `\"` inside of the text as `\\\"`"
    return issue("this quote is not closed", at: context, help: "close it with `\(quote)`; \(inner)")
  }

  private var escape: DataIssue {
    var start = place
    while start > line.range.lowerBound, bytes[start] != UInt8(ascii: "\\") { start -= 1 }
    let word = String(
      decoding: LostCommands.word(in: bytes, from: start + 1, before: line.range.upperBound), as: UTF8.self)
    let written = word.isEmpty ? "a backslash as `\\\\`" : "`\\\\\(word)`"
    return issue(
      "this is not an escape of YAML", at: start, help: "write \(written), or put the text into single quotes")
  }

  // MARK: Values

  /// Mistakes that come from the first sign of an unquoted value.
  private var value: DataIssue? {
    guard let value = line.value, value.lowerBound <= place || line.isWhole else { return nil }
    let help = line.help(quoting: value)
    switch bytes[value.lowerBound] {
    case UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "%"):
      let sign = String(decoding: CollectionOfOne(bytes[value.lowerBound]), as: UTF8.self)
      return issue("a value can't begin with `\(sign)`", at: value.lowerBound, help: help)
    case UInt8(ascii: "["), UInt8(ascii: "{"): return bracket(value, help)
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return quotedStart(value)
    case UInt8(ascii: "*"), UInt8(ascii: "&"), UInt8(ascii: "!"):
      return issue("a value that begins with this sign is no text", at: value.lowerBound, help: help)
    case UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","):
      return issue("a value can't begin with this sign", at: value.lowerBound, help: help)
    case UInt8(ascii: "|"), UInt8(ascii: ">"): return block(value, help)
    case UInt8(ascii: "-") where says("block sequence entries"):
      return issue(
        "a list can't begin on the line of its key", at: value.lowerBound,
        help: "write each `- …` on a line of its own below the key, or put the value into quotes")
    default: return colon(value, help)
    }
  }

  private func bracket(_ value: Range<Int>, _ help: String) -> DataIssue? {
    let isList = bytes[value.lowerBound] == UInt8(ascii: "[")
    let closing = isList ? UInt8(ascii: "]") : UInt8(ascii: "}")
    guard let end = value.last(where: { bytes[$0] == closing }) else {
      let kind = isList ? "list" : "mapping"
      let sign = isList ? "]" : "}"
      return issue("this \(kind) is not closed", at: value.lowerBound, help: "close it with `\(sign)`; or \(help)")
    }
    guard end + 1 < value.upperBound else { return nil }
    return issue("the value ends at the bracket, and text follows it", at: value.lowerBound, help: help)
  }

  private func quotedStart(_ value: Range<Int>) -> DataIssue? {
    let isSingle = bytes[value.lowerBound] == UInt8(ascii: "'")
    let advice =
      isSingle
      ? "write `'` inside of single quotes as `''`, or use double quotes"
      : "write `\"` inside of double quotes as `\\\"`"
    return issue("the quoted text ends before the end of the line", at: place, help: advice)
  }

  private func block(_ value: Range<Int>, _ help: String) -> DataIssue? {
    guard failure.context.hasSuffix("a block scalar") else { return nil }
    return issue(
      "the text of a block begins on the line after its sign", at: value.lowerBound,
      help: "begin the text on the next line, indented; or \(help)")
  }

  private func colon(_ value: Range<Int>, _ help: String) -> DataIssue? {
    guard says("mapping values are not allowed"), value.contains(place) else { return nil }
    return issue("this value has a colon and a space in it", help: help)
  }

  // MARK: Structure

  private var structure: DataIssue {
    if says("mapping values are not allowed") {
      return issue(
        "this line is indented deeper than it may be, or the one before has no colon", at: line.textStart,
        help: "give keys of one mapping the same indentation, and put a text with a colon into quotes")
    }
    if says("could not find expected ':'") {
      return issue(
        "this line is not `key: value`", at: context,
        help: "write a colon and a space after the key; indent the lines of a longer text, or put it into quotes")
    }
    if says("did not find expected key") || says("did not find expected '-' indicator") {
      return issue(
        "this line does not belong to the mapping or list before it", at: line.textStart,
        help: "give all keys of a mapping, and all items of a list, the same indentation")
    }
    if says("did not find expected ',' or") {
      return issue(
        "this list or mapping in brackets is not closed, or has no comma here",
        help: "put `,` between its parts and close it; put a text with brackets into quotes")
    }
    return other
  }

  private var other: DataIssue {
    if says("did not find expected <document start>") {
      return issue(
        "something follows the end of the YAML", help: "remove it, or the line or bracket that ends the YAML before it")
    }
    if says("found character that cannot start any token") {
      return issue("nothing can begin with this sign", help: "put the whole key or value into quotes")
    }
    let context = failure.context.isEmpty ? "" : ", " + failure.context
    return issue(failure.problem + context, help: "put a value with unusual signs into quotes")
  }
}

/// A line of a YAML text, taken apart as far as it can be without reading what is before it.
struct YAMLLine {
  /// The bytes, without the line break.
  let range: Range<Int>
  /// Where the text begins after the indentation.
  let textStart: Int
  /// The value after the first key, or after the dash of an item: without spaces around it; nil where there is none.
  let value: Range<Int>?
  /// Whether there is no key on the line.
  let isWhole: Bool
  private let bytes: UnsafeRawBufferPointer

  /// The line that contains an offset.
  init(around offset: Int, in bytes: UnsafeRawBufferPointer, range all: Range<Int>) {
    self.bytes = bytes
    var start = min(offset, all.upperBound)
    while start > all.lowerBound, !ASCII.isLineBreak(bytes[start - 1]) { start -= 1 }
    var end = start
    while end < all.upperBound, !ASCII.isLineBreak(bytes[end]) { end += 1 }
    range = start..<end
    var text = start
    while text < end, bytes[text] == UInt8(ascii: " ") || bytes[text] == UInt8(ascii: "\t") { text += 1 }
    textStart = text
    let key = Self.endOfKey(in: bytes, range: text..<end)
    isWhole = key == nil
    value = Self.trimmed(in: bytes, range: (key ?? Self.afterDashes(in: bytes, range: text..<end))..<end)
  }

  /// The first tab before the text.
  var tabInIndentation: Int? { (range.lowerBound..<textStart).first { bytes[$0] == UInt8(ascii: "\t") } }

  /// The advice to put a value into quotes, with the quoted value where it is short.
  func help(quoting value: Range<Int>) -> String {
    guard value.count <= 60 else { return "put the value into quotes" }
    let text = String(decoding: bytes[value], as: UTF8.self)
    guard !text.contains("\\"), !text.contains("\"") else { return "put the value into quotes" }
    return "put the value into quotes: `\"\(text)\"`"
  }

  /// The offset after the first colon that ends a key.
  private static func endOfKey(in bytes: UnsafeRawBufferPointer, range: Range<Int>) -> Int? {
    for index in range where bytes[index] == UInt8(ascii: ":") {
      if index + 1 == range.upperBound || ASCII.isSpace(bytes[index + 1]) { return index + 1 }
    }
    return nil
  }

  /// The offset after the dashes that begin items.
  private static func afterDashes(in bytes: UnsafeRawBufferPointer, range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index + 1 < range.upperBound, bytes[index] == UInt8(ascii: "-"), bytes[index + 1] == UInt8(ascii: " ") {
      index += 2
    }
    return index
  }

  private static func trimmed(in bytes: UnsafeRawBufferPointer, range: Range<Int>) -> Range<Int>? {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, ASCII.isSpace(bytes[start]) { start += 1 }
    while end > start, ASCII.isSpace(bytes[end - 1]) { end -= 1 }
    return start < end ? start..<end : nil
  }
}
