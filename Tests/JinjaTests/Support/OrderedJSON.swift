import Jinja

/// Reads JSON with the order of keys and the difference between 1 and 1.0 kept, as Python's `json` does.
struct OrderedJSON {
  struct Malformed: Error {
    let offset: Int
  }

  private let bytes: [UInt8]
  private var position = 0

  static func parse(_ text: some Sequence<UInt8>) throws -> ContextValue {
    var parser = OrderedJSON(bytes: Array(text))
    let value = try parser.value()
    parser.skipBlanks()
    guard parser.position == parser.bytes.count else { throw parser.malformed }
    return value
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private var malformed: Malformed { Malformed(offset: position) }
  private var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

  private mutating func skipBlanks() {
    while [0x20, 0x09, 0x0A, 0x0D].contains(next) { position += 1 }
  }

  private mutating func take(_ byte: Character) -> Bool {
    skipBlanks()
    guard next == byte.asciiValue else { return false }
    position += 1
    return true
  }

  private mutating func value() throws -> ContextValue {
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"): return .dictionary(try entries())
    case UInt8(ascii: "["): return .list(try elements())
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .none)
    default: return try number()
    }
  }

  private mutating func word(_ text: String, _ value: ContextValue) throws -> ContextValue {
    guard bytes[position...].starts(with: text.utf8) else { throw malformed }
    position += text.utf8.count
    return value
  }

  private mutating func number() throws -> ContextValue {
    let start = position
    while "+-.0123456789eE".utf8.contains(next) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if let integer = Int(text) { return .integer(integer) }
    guard let number = Double(text) else { throw malformed }
    return .number(number)
  }

  private mutating func elements() throws -> [ContextValue] {
    position += 1
    var elements: [ContextValue] = []
    while !take("]") {
      if !elements.isEmpty, !take(",") { throw malformed }
      elements.append(try value())
    }
    return elements
  }

  private mutating func entries() throws -> [ContextValue.Entry] {
    position += 1
    var entries: [ContextValue.Entry] = []
    while !take("}") {
      if !entries.isEmpty, !take(",") { throw malformed }
      skipBlanks()
      let key = try string()
      guard take(":") else { throw malformed }
      entries.append(ContextValue.Entry(key, try value()))
    }
    return entries
  }

  private mutating func string() throws -> String {
    guard take("\"") else { throw malformed }
    var text: [UInt8] = []
    while next != UInt8(ascii: "\"") {
      guard position < bytes.count else { throw malformed }
      if next == UInt8(ascii: "\\") {
        text.append(contentsOf: try escape())
      } else {
        text.append(next)
        position += 1
      }
    }
    position += 1
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func escape() throws -> [UInt8] {
    position += 2
    let simple: [UInt8: UInt8] = [
      0x6E: 0x0A, 0x74: 0x09, 0x72: 0x0D, 0x62: 0x08, 0x66: 0x0C, 0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F,
    ]
    if let byte = simple[bytes[position - 1]] { return [byte] }
    guard bytes[position - 1] == UInt8(ascii: "u"), let scalar = Unicode.Scalar(try codeUnit()) else { throw malformed }
    return Array(String(Character(scalar)).utf8)
  }

  private mutating func codeUnit() throws -> UInt32 {
    let end = position + 4
    guard end <= bytes.count, let unit = UInt32(String(decoding: bytes[position..<end], as: UTF8.self), radix: 16)
    else { throw malformed }
    position = end
    return unit
  }
}

extension ContextValue {
  subscript(key: String) -> ContextValue? {
    guard case .dictionary(let entries) = self else { return nil }
    return entries.first { $0.key == key }?.value
  }

  var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  var integer: Int? {
    if case .integer(let integer) = self { integer } else { nil }
  }

  var boolean: Bool? {
    if case .boolean(let boolean) = self { boolean } else { nil }
  }

  var entries: [Entry] {
    if case .dictionary(let entries) = self { entries } else { [] }
  }
}
