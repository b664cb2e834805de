import ByteText
import CCmark

/// What a reader of Markdown remembers besides the text.
struct MarkdownState: ~Copyable {
  var scanner = CutOutScanner()
  /// From the text without what may not be in it to the text that was given.
  var offsets = OffsetMap()
  /// Per open node of cmark: how many inline elements and blocks were open before it.
  var depths: [(inlines: Int, blocks: Int)] = []
  var imageDepth = 0
  /// The element of raw HTML whose content is left out.
  var droppedElement: String?
  var table: TableState?
  var identifiers = HeadingIdentifiers()
  /// How many empty cells fill up short rows so far.
  var padding = 0

  /// How many may: a wide head and many short rows would make a page of a thousand times the text.
  static let paddingLimit = 10_000

  init(offsets: OffsetMap = OffsetMap()) { self.offsets = offsets }
}

extension TextReader {
  /// Reads CommonMark: cmark finds the structure, formulas are cut out before and put back.
  mutating func readMarkdown(_ text: Span<UInt8>, role: TextRole) {
    tree.removeAll(role: role)
    load(text)
    markdown = MarkdownState(offsets: source.offsets)
    var cutouts = CutOuts()
    markdown.scanner.scan(source, into: &cutouts)
    self.cutouts = cutouts
    for warning in markdown.scanner.warnings { tree.warn(at: warning.offset, warning.message) }
    walk()
    tree.finish()
  }

  private mutating func walk() {
    let root = markdown.scanner.document.span.withUnsafeBytes { bytes in
      cmark_parse_document(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, CMARK_OPT_DEFAULT)
    }
    guard let root else { return }
    defer { cmark_node_free(root) }
    cmark_consolidate_text_nodes(root)
    guard let steps = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(steps) }
    while true {
      let event = cmark_iter_next(steps)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(steps) else { return }
      if event == CMARK_EVENT_ENTER { enter(node) } else { leave(node) }
    }
  }

  private mutating func enter(_ node: OpaquePointer) {
    let type = cmark_node_get_type(node)
    let isContainer = cmark_node_first_child(node) != nil || MarkdownNode.isContainer(type)
    if isContainer { markdown.depths.append((tree.inlines.count, tree.blocks.count)) }
    if markdown.droppedElement != nil, MarkdownNode.isInline(type), type != CMARK_NODE_HTML_INLINE { return }
    switch type {
    case CMARK_NODE_TEXT: readText(node)
    case CMARK_NODE_SOFTBREAK: readSoftBreak(node)
    case CMARK_NODE_LINEBREAK: if markdown.imageDepth > 0 { tree.appendSpace() } else { tree.appendLineBreak() }
    case CMARK_NODE_CODE: readMarkdownCode(node)
    case CMARK_NODE_HTML_INLINE, CMARK_NODE_HTML_BLOCK: readRawHTML(node)
    case CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_LINK, CMARK_NODE_IMAGE: enterInline(node, type)
    default: enterBlock(node, type)
    }
  }

  private mutating func enterInline(_ node: OpaquePointer, _ type: cmark_node_type) {
    prepareCell()
    guard markdown.imageDepth == 0 else {
      if type == CMARK_NODE_IMAGE { markdown.imageDepth += 1 }
      return
    }
    switch type {
    case CMARK_NODE_EMPH: tree.openInline(.emphasis)
    case CMARK_NODE_STRONG: tree.openInline(.strong)
    case CMARK_NODE_LINK: openMarkdownLink(node)
    default: openMarkdownImage(node)
    }
  }

  private mutating func leave(_ node: OpaquePointer) {
    guard let depth = markdown.depths.popLast() else { return }
    let type = cmark_node_get_type(node)
    if type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING { markdown.droppedElement = nil }
    if type == CMARK_NODE_PARAGRAPH { closeTable() }
    if MarkdownNode.isInline(type) {
      if type == CMARK_NODE_IMAGE, markdown.imageDepth > 0 { markdown.imageDepth -= 1 }
      if markdown.imageDepth == 0 { tree.closeInlines(downTo: min(depth.inlines, tree.inlines.count)) }
      return
    }
    tree.closeInlines(downTo: min(depth.inlines, tree.inlines.count))
    if type == CMARK_NODE_DOCUMENT { return }
    if tree.blocks.count > depth.blocks { tree.closeBlocks(downTo: depth.blocks) } else { endParagraph() }
  }

  /// Reads bytes by some rules, whatever was read before.
  mutating func readBytes(_ bytes: Span<UInt8>, by rules: TextRules) {
    source.bytes.removeAll()
    source.bytes.append(bytes)
    let wasOpen = isQuoteOpen
    readLoadedText(by: rules)
    isQuoteOpen = isQuoteOpen || wasOpen && tree.preceding != .start
  }

  /// Notes something odd at a place of a node.
  mutating func warn(about node: OpaquePointer, at offset: Int = 0, _ message: @autoclosure () -> String) {
    let line = max(Int(cmark_node_get_start_line(node)) - 1, 0)
    let column = max(Int(cmark_node_get_start_column(node)) - 1, 0)
    let document = markdown.scanner.startOfLine(line) + column + offset
    tree.warn(at: markdown.offsets.input(for: markdown.scanner.offsets.input(for: document)), message())
  }
}

/// What cmark's node types are.
enum MarkdownNode {
  static func isInline(_ type: cmark_node_type) -> Bool {
    type.rawValue >= CMARK_NODE_TEXT.rawValue
  }

  /// Whether a node has an exit event even without children.
  static func isContainer(_ type: cmark_node_type) -> Bool {
    switch type {
    case CMARK_NODE_DOCUMENT, CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_LIST, CMARK_NODE_ITEM, CMARK_NODE_PARAGRAPH,
      CMARK_NODE_HEADING, CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_LINK, CMARK_NODE_IMAGE:
      true
    default: false
    }
  }

  /// Hands the bytes of a C string to a closure.
  static func withBytes(_ string: UnsafePointer<CChar>?, _ body: (Span<UInt8>) -> Void) {
    guard let string else { return }
    var count = 0
    while string[count] != 0 { count += 1 }
    string.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
      body(Span(_unsafeStart: bytes, count: count))
    }
  }
}
