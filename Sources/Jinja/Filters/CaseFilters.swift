import ByteText

extension Scratch {
  /// How upper and lower case of a text are changed.
  enum CaseChange {
    case upper, lower, capitalize, swap, fold
    /// The filter `title`: words begin after white space and opening brackets.
    case titleFilter
    /// The method `title`: words begin after everything that is no letter.
    case titleMethod
  }

  /// A text with its letters changed; markup stays markup.
  mutating func changeCase(_ value: Value, _ change: CaseChange) throws(TemplateFailure) -> Value {
    let source = try softText(value)
    if change == .upper || change == .lower, isASCII(raw(source)) {
      return try changeASCIICase(source, change == .upper ? 97 : 65)
    }
    return try transform(source, safe: source.isMarkup && change != .titleFilter) { bytes, out in
      var (index, isStart, previous) = (0, true, Unicode.Scalar(0 as UInt8))
      while index < bytes.count {
        let (scalar, width) = UTF8Scan.scalar(in: bytes, at: index)
        index += width
        let isFinal = scalar.value == 0x3A3 && Self.isFinalSigma(bytes, after: index, previous)
        if isFinal, change == .lower || change == .capitalize || change == .titleFilter, !isStart || change == .lower {
          out.append("ς" as StaticString)
        } else {
          out.append(Self.mapped(scalar, change, isStart: isStart))
        }
        isStart = Self.beginsWord(after: scalar, change)
        previous = scalar
      }
    }
  }

  private mutating func changeASCIICase(_ source: Value, _ first: UInt8) throws(TemplateFailure) -> Value {
    try transform(source, safe: source.isMarkup) { bytes, out in
      out.reserve(bytes.count)
      for byte in bytes { out.append(byte &- first < 26 ? byte ^ 0x20 : byte) }
    }
  }

  func isASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
    for byte in bytes where byte >= 0x80 { return false }
    return true
  }

  private static func mapped(_ scalar: Unicode.Scalar, _ change: CaseChange, isStart: Bool) -> String {
    let properties = scalar.properties
    switch change {
    case .upper: return properties.uppercaseMapping
    case .lower: return properties.lowercaseMapping
    case .fold: return scalar == "ß" ? "ss" : scalar == "ς" ? "σ" : properties.lowercaseMapping
    case .swap: return CharacterClass.isUpper(scalar) ? properties.lowercaseMapping : properties.uppercaseMapping
    case .capitalize, .titleMethod: return isStart ? properties.titlecaseMapping : properties.lowercaseMapping
    case .titleFilter: return isStart ? properties.uppercaseMapping : properties.lowercaseMapping
    }
  }

  private static func beginsWord(after scalar: Unicode.Scalar, _ change: CaseChange) -> Bool {
    switch change {
    case .titleMethod: return !CharacterClass.isCased(scalar)
    case .titleFilter:
      switch scalar {
      case "-", "(", "{", "[", "<": return true
      default: return isSpace(scalar)
      }
    default: return false
    }
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80
      ? Whitespace.isASCIISpace(UInt8(scalar.value)) : scalar.properties.isWhitespace && scalar.value != 0x180E
  }

  /// Whether a capital sigma ends a word, so that its small form is another.
  private static func isFinalSigma(
    _ bytes: UnsafeRawBufferPointer, after index: Int, _ previous: Unicode.Scalar
  ) -> Bool {
    guard CharacterClass.isCased(previous) else { return false }
    return index >= bytes.count || !CharacterClass.isCased(UTF8Scan.scalar(in: bytes, at: index).0)
  }
}
