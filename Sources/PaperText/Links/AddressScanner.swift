import ByteText

/// Finds where an address in running text ends, and undoes TeX's escapes in it.
///
/// A full stop, a comma or a closing bracket at the end belongs to the sentence; a bracket that was opened in the
/// address belongs to the address.
struct AddressScanner: ~Copyable {
  /// What is longer is no address that anyone typed.
  static let limit = 2048

  /// The address as it was meant.
  var url = ByteBuffer(capacity: 128)
  /// The index after it in the source.
  var end: Int
  private let hasCommands: Bool
  private let start: Int
  /// Per byte of the address, the index in the source after it: at most so many are taken back at the end.
  private var ends: [Int] = []
  /// Round and square brackets that were opened in the address.
  private var brackets = (round: 0, square: 0)

  init(hasCommands: Bool, start: Int) {
    self.hasCommands = hasCommands
    self.start = start
    end = start
  }

  /// Reads on until something comes that no address contains.
  mutating func scan(_ source: borrowing SourceText) {
    while end < source.count, url.count < Self.limit {
      guard let step = step(source), countBracket(step.byte) else { break }
      if let byte = step.byte {
        url.append(byte)
        ends.append(end + step.length)
      }
      end += step.length
    }
    trim()
  }

  /// Whether what was read is more than a scheme or a bare word.
  func isAddress(_ source: borrowing SourceText, isWhole: Bool) -> Bool {
    let bytes = url.span
    guard isWhole else { return bytes.count > 6 }
    var host = 0
    while host < bytes.count, bytes[host] != UInt8(ascii: "/") { host += 1 }
    return host + 2 < bytes.count && (bytes[host + 2].isWord || bytes[host + 2] == UInt8(ascii: "["))
  }

  private func step(_ source: borrowing SourceText) -> (byte: UInt8?, length: Int)? {
    let byte = source[end]
    switch byte {
    case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "|"),
      UInt8(ascii: "^"):
      return nil
    case UInt8(ascii: "\\"): return hasCommands ? escape(source) : nil
    case UInt8(ascii: "$"): return hasCommands ? tildeInMath(source) : (byte, 1)
    case UInt8(ascii: "{"): return hasCommands ? braces(source) : nil
    case UInt8(ascii: "}"): return nil
    case UInt8(ascii: "'") where source[end + 1] == byte: return nil
    case UInt8(ascii: "-") where source.holds("---", at: end): return nil
    case UInt8(ascii: "&") where source.holds("&amp;", at: end): return (byte, 5)
    case UInt8(ascii: ",") where source.holds(",http", at: end): return nil
    case 0xE2, 0xE3, 0xEF: return isPunctuation(source) ? nil : (byte, 1)
    default: return (byte, 1)
    }
  }

  /// `\_`, `\%`, `\~{}` and their like; anything else ends the address.
  private func escape(_ source: borrowing SourceText) -> (byte: UInt8?, length: Int)? {
    switch source[end + 1] {
    case UInt8(ascii: "~"): return (UInt8(ascii: "~"), source.holds("{}", at: end + 2) ? 4 : 2)
    case UInt8(ascii: "-") where source[end + 2].isWord, UInt8(ascii: "/") where source[end + 2].isWord: return (nil, 2)
    case let byte where "_%#&$".utf8.contains(byte): return (byte, 2)
    default: break
    }
    for (name, byte) in Self.names where source.holds(name, at: end) {
      let length = name.utf8CodeUnitCount
      guard !source[end + length].isLetter else { continue }
      return (byte, source.holds("{}", at: end + length) ? length + 2 : length)
    }
    return nil
  }

  private static let names: [(StaticString, UInt8)] = [
    ("\\textasciitilde", UInt8(ascii: "~")), ("\\textunderscore", UInt8(ascii: "_")), ("\\sim", UInt8(ascii: "~")),
    ("\\slash", UInt8(ascii: "/")),
  ]

  /// `$\sim$` was the usual way to write a tilde.
  private func tildeInMath(_ source: borrowing SourceText) -> (byte: UInt8?, length: Int)? {
    for tilde in ["$\\sim$", "$^\\sim$", "$\\tilde{}$"] as [StaticString] where source.holds(tilde, at: end) {
      return (UInt8(ascii: "~"), tilde.utf8CodeUnitCount)
    }
    return nil
  }

  /// `{\_}` and `{}` are part of the address, other braces are not.
  private func braces(_ source: borrowing SourceText) -> (byte: UInt8?, length: Int)? {
    if source[end + 1] == UInt8(ascii: "}") { return (nil, 2) }
    guard source[end + 3] == UInt8(ascii: "}"), source[end + 1] == UInt8(ascii: "\\") else {
      return source[end + 2] == UInt8(ascii: "}") && "_~%#&".utf8.contains(source[end + 1])
        ? (source[end + 1], 3) : nil
    }
    return "_~%#&".utf8.contains(source[end + 2]) ? (source[end + 2], 4) : nil
  }

  /// General punctuation, CJK punctuation and full-width forms.
  private func isPunctuation(_ source: borrowing SourceText) -> Bool {
    switch (source[end], source[end + 1]) {
    case (0xE2, 0x80), (0xE3, 0x80), (0xEF, 0xBC), (0xEF, 0xBD): true
    default: false
    }
  }

  /// Keeps count of brackets; false for one that was opened before the address.
  private mutating func countBracket(_ byte: UInt8?) -> Bool {
    switch byte {
    case UInt8(ascii: "("): brackets.round += 1
    case UInt8(ascii: ")"): brackets.round -= 1
    case UInt8(ascii: "["): brackets.square += 1
    case UInt8(ascii: "]"): brackets.square -= 1
    default: break
    }
    return brackets.round >= 0 && brackets.square >= 0
  }

  private mutating func trim() {
    while let last = url.span.last, isTrailing(last) {
      url.truncate(to: url.count - 1)
      ends.removeLast()
    }
    if let last = ends.last { end = last }
  }

  private func isTrailing(_ byte: UInt8) -> Bool {
    ".,;:!?'*([".utf8.contains(byte)
  }
}

extension Span where Element == UInt8 {
  /// The last byte, nil where there is none.
  var last: UInt8? { isEmpty ? nil : self[count - 1] }
}
