internal import ByteText

/// Goes through JSON without white space, as `RecordDecoder` writes it. Other bytes lead nowhere, but do no harm.
struct ExtraScanner {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  /// A scanner before a value.
  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// The byte at the position; 0 at the end.
  private var byte: UInt8 { position < bytes.count ? bytes[position] : 0 }

  /// Goes to the value of a member of the object at the position; false where there is none.
  ///
  /// - Parameter key: the key as a string of JSON.
  mutating func enter(_ key: [UInt8]) -> Bool {
    guard byte == UInt8(ascii: "{") else { return false }
    repeat {
      position += 1
      let start = position
      guard skipString(), byte == UInt8(ascii: ":") else { return false }
      let isKey = bytes[start..<position].elementsEqual(key)
      position += 1
      if isKey { return true }
      skipValue()
    } while byte == UInt8(ascii: ",")
    return false
  }

  /// The texts and numbers of the value at the position: it alone, or the elements of a list.
  mutating func texts() -> [String] {
    guard byte == UInt8(ascii: "[") else { return text().map { [$0] } ?? [] }
    var texts: [String] = []
    repeat {
      position += 1
      if let text = text() { texts.append(text) } else { skipValue() }
    } while byte == UInt8(ascii: ",")
    return texts
  }

  /// The text or number at the position, after which the scanner is then; nil for another value.
  private mutating func text() -> String? {
    let start = position
    switch byte {
    case UInt8(ascii: "\""): return skipString() ? Self.unescaped(bytes[start + 1..<position - 1]) : nil
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      skipValue()
      return String(decoding: bytes[start..<position], as: UTF8.self)
    default: return nil
    }
  }

  /// Goes past the value at the position.
  private mutating func skipValue() {
    var depth = 0
    repeat {
      switch byte {
      case UInt8(ascii: "\""):
        if !skipString() { position = bytes.count }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        position += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return }
        depth -= 1
        position += 1
      case UInt8(ascii: ",") where depth == 0: return
      default: position += 1
      }
    } while position < bytes.count && !(depth == 0 && isSeparator)
  }

  private var isSeparator: Bool { [UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]")].contains(byte) }

  /// Goes past the string at the position; false where there is none.
  private mutating func skipString() -> Bool {
    guard byte == UInt8(ascii: "\"") else { return false }
    position += 1
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return true
      case UInt8(ascii: "\\"): position += 2
      default: position += 1
      }
    }
    position = bytes.count
    return false
  }

  /// The text between the quotes of a string. The only escapes are those that `ByteBuffer` writes.
  private static func unescaped(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
    guard bytes.contains(UInt8(ascii: "\\")) else { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let escape = rest.popFirst() else {
        text.append(byte)
        continue
      }
      switch escape {
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "u"):
        text.append(UInt8(String(decoding: rest.prefix(4), as: UTF8.self), radix: 16) ?? UInt8(ascii: "?"))
        rest = rest.dropFirst(4)
      default: text.append(escape)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
