import ByteText

/// A text as a flat, well-nested run of nodes and the bytes they refer to.
///
/// Whoever reads a text calls `open`, `close` and `append`; the tree sees to it that the result nests and fits the
/// content models of HTML. Inline markup is written when something is in it, so nothing is ever empty, and it is
/// closed and opened again around blocks.
struct TextTree: ~Copyable {
  /// What came before the next byte in the same block, which decides how a quote is set.
  enum Preceding: UInt8, BitwiseCopyable {
    case start, space, opening, word, digit, other
  }

  /// Inline markup that is open, written or not.
  struct OpenInline {
    var element: Element
    var bytes: Range<Int>
  }

  /// A block that is open.
  struct OpenBlock: BitwiseCopyable {
    var element: Element
    /// The block that is in it last; once there is one, text needs a paragraph.
    var lastChild: Element?
  }

  /// Deeper markup is read but not shown: browsers stop at 512, and nobody reads that.
  static let depthLimit = 40

  var nodes: [TextNode] = []
  var text = ByteBuffer(capacity: 4096)
  var inlines: [OpenInline] = []
  /// How many of the inlines have their opening node in the current block.
  var written = 0
  var blocks: [OpenBlock] = []
  var isParagraphOpen = false
  /// How many elements are open in which text is literal.
  var literalDepth = 0
  var linkDepth = 0
  var role = TextRole.inline
  var preceding = Preceding.start
  /// How many bytes of markup the formulas may still come to, by a rough estimate.
  var formulaBudget = 0
  var links: [FoundLink] = []
  /// The titles of links, by where their address begins.
  var linkTitles: [Int: Range<Int>] = [:]
  var warnings: [TextWarning] = []

  /// Forgets the text and keeps the memory.
  mutating func removeAll(role: TextRole) {
    nodes.removeAll(keepingCapacity: true)
    text.removeAll()
    inlines.removeAll(keepingCapacity: true)
    blocks.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
    if !linkTitles.isEmpty { linkTitles.removeAll() }
    warnings.removeAll(keepingCapacity: true)
    written = 0
    literalDepth = 0
    linkDepth = 0
    isParagraphOpen = false
    preceding = .start
    self.role = role
  }

  /// Allows the formulas of a text so many bytes of markup.
  mutating func allowFormulas(inTextOf count: Int) { formulaBudget = 512 * 1024 + 16 * count }

  /// Closes what is open.
  mutating func finish() {
    trimEnd()
    closeInlines(downTo: 0)
    while !blocks.isEmpty { closeInnermostBlock() }
    closeParagraph()
  }

  /// Notes something odd; a text full of it is not worth more than the first few lines.
  mutating func warn(at offset: Int, _ message: @autoclosure () -> String) {
    if warnings.count < 20 { warnings.append(TextWarning(offset: offset, message: message())) }
  }
}
