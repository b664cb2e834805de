/// The escapes of string literals, which are those of Python.
enum StringLiteral {
  /// The text of a literal, without its quotes.
  static func unescape(_ source: UnsafeRawBufferPointer, span: SourceSpan) throws(SyntaxProblem) -> [UInt8] {
    var out: [UInt8] = []
    var index = 0
    while index < source.count {
      if source[index] != UInt8(ascii: "\\") || index + 1 >= source.count {
        out.append(source[index])
        index += 1
        continue
      }
      index += 1
      if let simple = simpleEscape(source[index]) {
        out.append(simple)
        index += 1
      } else {
        index = try longEscape(source, at: index, span: span, into: &out)
      }
    }
    return out
  }

  private static func simpleEscape(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): byte
    case UInt8(ascii: "a"): 7
    case UInt8(ascii: "b"): 8
    case UInt8(ascii: "f"): 12
    case UInt8(ascii: "n"): 10
    case UInt8(ascii: "r"): 13
    case UInt8(ascii: "t"): 9
    case UInt8(ascii: "v"): 11
    default: nil
    }
  }

  /// An escape of several characters that begins after its backslash; gives the index after it.
  private static func longEscape(
    _ source: UnsafeRawBufferPointer, at index: Int, span: SourceSpan, into out: inout [UInt8]
  ) throws(SyntaxProblem) -> Int {
    switch source[index] {
    case UInt8(ascii: "\n"): return index + 1
    case UInt8(ascii: "x"): return try scalar(source, index + 1, digits: 2, span: span, into: &out)
    case UInt8(ascii: "u"): return try scalar(source, index + 1, digits: 4, span: span, into: &out)
    case UInt8(ascii: "U"): return try scalar(source, index + 1, digits: 8, span: span, into: &out)
    case UInt8(ascii: "N"): return try named(source, index + 1, span: span, into: &out)
    case UInt8(ascii: "0")...UInt8(ascii: "7"): return octal(source, index, into: &out)
    default:
      out.append(UInt8(ascii: "\\"))
      return index
    }
  }

  private static func octal(_ source: UnsafeRawBufferPointer, _ start: Int, into out: inout [UInt8]) -> Int {
    var index = start
    var value: UInt32 = 0
    while index < min(start + 3, source.count), source[index] >= 48, source[index] <= 55 {
      value = value * 8 + UInt32(source[index] - 48)
      index += 1
    }
    if let scalar = Unicode.Scalar(value) { out += Array(String(scalar).utf8) }
    return index
  }

  /// `\N{NAME}` with the name of a character.
  private static func named(
    _ source: UnsafeRawBufferPointer, _ start: Int, span: SourceSpan, into out: inout [UInt8]
  ) throws(SyntaxProblem) -> Int {
    guard start < source.count, source[start] == UInt8(ascii: "{"),
      let end = source[start...].firstIndex(of: UInt8(ascii: "}")),
      let scalar = scalarsByName[String(decoding: source[start + 1..<end], as: UTF8.self).uppercased()]
    else {
      throw SyntaxProblem("this string has an escape that is no character", at: span)
    }
    out += Array(String(scalar).utf8)
    return end + 1
  }

  private static let scalarsByName: [String: Unicode.Scalar] = {
    var scalars: [String: Unicode.Scalar] = [:]
    for value in UInt32(0)..<0x2_0000 {
      guard let scalar = Unicode.Scalar(value), let name = scalar.properties.name else { continue }
      scalars[name] = scalar
    }
    return scalars
  }()

  private static func scalar(
    _ source: UnsafeRawBufferPointer, _ start: Int, digits: Int, span: SourceSpan, into out: inout [UInt8]
  ) throws(SyntaxProblem) -> Int {
    let end = start + digits
    guard end <= source.count,
      let value = UInt32(String(decoding: source[start..<end], as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(value)
    else {
      throw SyntaxProblem("this string has an escape that is no character", at: span)
    }
    out += Array(String(scalar).utf8)
    return end
  }
}
