/// Crossed-out symbols that have a character of their own.
enum Negation {
  /// A symbol, then the same crossed out.
  private static let pairs = """
    =≠ <≮ >≯ ∈∉ ∋∌ ∃∄ ∣∤ |∤ ∥∦ ∼≁ ≃≄ ≅≇ ≈≉ ≡≢ ≤≰ ⩽≰
    ≥≱ ⩾≱ ≲≴ ≳≵ ≺⊀ ≻⊁ ⊂⊄ ⊃⊅ ⊆⊈ ⊇⊉ ≼⋠ ≽⋡ ⊑⋢ ⊒⋣ ⊢⊬ ⊨⊭
    ⊩⊮ ⊲⋪ ⊳⋫ ⊴⋬ ⊵⋭ ←↚ →↛ ↔↮ ⇐⇍ ⇒⇏ ⇔⇎
    """

  /// The character for `\not` with a symbol, or nil where a combining stroke has to do.
  static func scalar(for scalar: UInt32) -> UInt32? {
    negated[scalar]
  }

  private static let negated: [UInt32: UInt32] = {
    var negated: [UInt32: UInt32] = [:]
    for pair in pairs.split(whereSeparator: \.isWhitespace) {
      guard let symbol = pair.unicodeScalars.first, let crossed = pair.unicodeScalars.last else { continue }
      negated[symbol.value] = crossed.value
    }
    return negated
  }()
}
