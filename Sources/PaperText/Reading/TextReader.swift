import ByteText
import TeXMath

/// Reads a text into a tree: one pass from the first byte to the last.
///
/// The constructs are in extensions, one file each: whitespace, typography, links, and for TeX groups, commands,
/// accents, math and environments.
struct TextReader: ~Copyable {
  var source = SourceText()
  var tree = TextTree()
  /// The next byte to be read.
  var index = 0
  var rules = TextRules.plain
  var groups: [Group] = []
  /// One bit per closing delimiter that is known not to come any more.
  var missingClosers: UInt32 = 0
  /// The closing `$` of a formula that turned out to be text.
  var ignoredDollar = -1
  /// How many inline elements were open before the opening `$` of such a formula.
  var inlinesBeforeDollar = 0
  /// Whether formulas are no longer set.
  var hasTooManyFormulas = false
  /// How many `\\ifmmode` were read whose `\\fi` has not come.
  var openConditions = 0
  /// Spells the quantities of siunitx.
  var quantities = MathConverter()
  /// How many math environments turned out to have no end.
  var missingEnvironments = 0
  /// Whether an opening double quote waits for its end.
  var isQuoteOpen = false
  /// The formulas and characters that were cut out of Markdown.
  var cutouts = CutOuts()
  var markdown = MarkdownState()

  /// The byte at a distance from the next one, 0 outside the text.
  func peek(_ distance: Int = 0) -> UInt8 { source[index &+ distance] }

  /// Reads a whole text.
  mutating func read(_ text: Span<UInt8>, by rules: TextRules, role: TextRole) {
    tree.removeAll(role: role)
    load(text)
    readLoadedText(by: rules)
    closeAllGroups()
    tree.finish()
  }

  /// Takes over a text, cleaned.
  mutating func load(_ text: Span<UInt8>) {
    var warnings: [TextWarning] = []
    source.load(text) { offset, message in
      if warnings.count < 20 { warnings.append(TextWarning(offset: offset, message: message)) }
    }
    tree.warnings = warnings
    tree.allowFormulas(inTextOf: text.count)
    hasTooManyFormulas = false
  }

  /// Reads the text that was loaded.
  mutating func readLoadedText(by rules: TextRules) {
    self.rules = rules
    index = 0
    missingClosers = 0
    missingEnvironments = 0
    ignoredDollar = -1
    openConditions = 0
    isQuoteOpen = false
    groups.removeAll(keepingCapacity: true)
    readLoop()
  }

  mutating func readLoop() {
    while index < source.count {
      let end = endOfPlainRun()
      if end > index {
        tree.append(source, index..<end)
        index = end
      } else {
        readSpecial()
      }
    }
  }

  /// The index of the next byte that may mean something; a single space doesn't.
  private func endOfPlainRun() -> Int {
    source.bytes.withUnsafeBytes { bytes in
      var index = index
      while true {
        index = ByteRuns.endOfWords(in: bytes, from: index, beyondASCII: !rules.hasPlaceholders)
        guard index < bytes.count, isPlain(bytes, index) else { return index }
        index &+= 1
      }
    }
  }

  private func isPlain(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Bool {
    let byte = bytes[index]
    guard rules.isSpecial(byte) else { return true }
    return byte == 0x20 && index &+ 1 < bytes.count && bytes[index &+ 1] > 0x20
  }

  private mutating func readSpecial() {
    switch peek() {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"): readWhitespace()
    case UInt8(ascii: "\\"): readCommand()
    case UInt8(ascii: "$"): readDollar()
    case UInt8(ascii: "{"): openBraces()
    case UInt8(ascii: "}"): closeBraces()
    case UInt8(ascii: "~"): readTie()
    case UInt8(ascii: "`"): readBacktick()
    case UInt8(ascii: "'"): readApostrophe()
    case UInt8(ascii: "\""): readDoubleQuote()
    case UInt8(ascii: "-"): readHyphens()
    case UInt8(ascii: "&"): readAmpersand()
    case UInt8(ascii: "^"), UInt8(ascii: "_"): readScript()
    case UInt8(ascii: ":"): readColon()
    case UInt8(ascii: "."): readFullStop()
    case Placeholder.leadByte where rules.hasPlaceholders: readPlaceholder()
    default: readLiteral()
    }
  }

  /// Takes bytes as they are.
  mutating func readLiteral(_ count: Int = 1) {
    let end = min(index + count, source.count)
    tree.append(source, index..<end)
    index = end
  }

  /// Notes something odd at an index of the text that is read.
  mutating func warn(at index: Int, _ message: @autoclosure () -> String) {
    tree.warn(at: source.offsets.input(for: index), message())
  }
}
