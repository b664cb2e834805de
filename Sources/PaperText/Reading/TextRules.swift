/// What is special in a text.
struct TextRules: BitwiseCopyable {
  /// Backslash commands, braces, ties and scripts.
  var hasCommands = false
  /// `$` opens math.
  var hasDollarMath = false
  /// Quotes and dashes are set as a typesetter would.
  var hasTypography = false
  /// An empty or an indented line begins a paragraph.
  var hasParagraphs = true
  /// Placeholders stand for what was cut out of Markdown.
  var hasPlaceholders = false
  /// One bit per ASCII character that ends a plain run.
  private var specials: (low: UInt64, high: UInt64) = (0, 0)

  /// TeX text as arXiv has it.
  static let tex = TextRules(specials: whitespace + links + typography + "\\{}^_&~$", commands: true, dollars: true)
  /// TeX text whose math is lost: `$` is money.
  static let daily = TextRules(specials: whitespace + links + typography + "\\{}^_&~", commands: true)
  /// Plain text.
  static let plain = TextRules(specials: whitespace + links)
  /// The text between Markdown's markup.
  static let markdown: TextRules = {
    var rules = TextRules(specials: whitespace + links + typography)
    rules.hasPlaceholders = true
    return rules
  }()

  /// The text between the tags of raw HTML.
  static let html: TextRules = {
    var rules = TextRules(specials: whitespace + links + typography + "&")
    rules.hasPlaceholders = true
    rules.hasParagraphs = false
    return rules
  }()
  /// The text between the tags of raw HTML where whitespace counts.
  static let preformatted: TextRules = {
    var rules = TextRules(specials: "&")
    rules.hasPlaceholders = true
    return rules
  }()

  private static let whitespace = " \t\n"
  private static let links = ":."
  private static let typography = "'\"`-"

  private init(specials: String, commands: Bool = false, dollars: Bool = false) {
    hasCommands = commands
    hasDollarMath = dollars
    hasTypography = specials.contains("'")
    for byte in specials.utf8 {
      if byte < 64 { self.specials.low |= 1 << UInt64(byte) } else { self.specials.high |= 1 << UInt64(byte - 64) }
    }
  }

  /// Whether a byte ends a plain run.
  func isSpecial(_ byte: UInt8) -> Bool {
    if byte < 64 { return specials.low >> UInt64(byte) & 1 != 0 }
    if byte < 128 { return specials.high >> UInt64(byte & 63) & 1 != 0 }
    return hasPlaceholders && byte == Placeholder.leadByte
  }
}
