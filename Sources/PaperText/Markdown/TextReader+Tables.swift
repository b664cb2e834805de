import ByteText
import CCmark

/// A table of pipes that is being read.
struct TableState {
  /// The paragraph that turned out to be a table.
  var paragraph: OpaquePointer
  /// Per column, the class that aligns it.
  var alignments: [StaticString]
  /// The row that is being read, from 0; 1 is the row of hyphens.
  var row = 0
  /// How many cells of the row were opened.
  var cells = 0
  /// Whether a cell is open.
  var isCellOpen = false
  /// Whether a pipe was read and its cell has not begun.
  var isCellPending = true
}

extension TextReader {
  /// Opens a table where the second line of a paragraph is a row of hyphens with as many cells as the first.
  mutating func openTable(_ paragraph: OpaquePointer) -> Bool {
    guard tree.role != .inline, let alignments = alignments(of: paragraph), tree.openBlock(.table) else { return false }
    markdown.table = TableState(paragraph: paragraph, alignments: alignments)
    _ = tree.openBlock(.tableHead)
    _ = tree.openBlock(.row)
    return true
  }

  mutating func closeTable() {
    guard markdown.table != nil else { return }
    closeRow()
    markdown.table = nil
    tree.closeBlock(.table)
  }

  func isInTableText(_ node: OpaquePointer) -> Bool {
    cmark_node_parent(node) == markdown.table?.paragraph
  }

  /// Reads text of a row: pipes separate cells.
  mutating func readCells(_ bytes: Span<UInt8>) {
    guard markdown.table?.row != 1 else { return }
    var start = 0
    for index in 0...bytes.count where index == bytes.count || bytes[index] == UInt8(ascii: "|") {
      readCell(bytes.extracting(start..<index))
      if index < bytes.count { endCell() }
      start = index + 1
    }
  }

  private mutating func readCell(_ bytes: Span<UInt8>) {
    guard bytes.indices.contains(where: { bytes[$0] > 0x20 }) || markdown.table?.isCellOpen == true else { return }
    prepareCell()
    readBytes(bytes, by: .markdown)
  }

  /// A pipe: the first of a row has no cell before it.
  private mutating func endCell() {
    guard var table = markdown.table else { return }
    if !table.isCellOpen, table.cells > 0 || !table.isCellPending { prepareCell() }
    if markdown.table?.isCellOpen == true { closeCell() }
    table = markdown.table ?? table
    table.isCellPending = false
    markdown.table = table
  }

  /// Opens the cell that content is going to be in.
  mutating func prepareCell() {
    guard var table = markdown.table, table.row != 1, !table.isCellOpen else { return }
    guard table.cells < table.alignments.count else { return tree.appendSpace() }
    let start = tree.text.count
    tree.text.append(table.alignments[table.cells])
    let element: Element = table.row == 0 ? .headerCell : .cell
    _ = tree.openBlock(element, attributes: start..<tree.text.count)
    table.cells += 1
    table.isCellOpen = true
    markdown.table = table
  }

  private mutating func closeCell() {
    guard let table = markdown.table else { return }
    if table.cells < table.alignments.count { tree.closeBlock(table.row == 0 ? .headerCell : .cell) }
    if table.cells < table.alignments.count { markdown.table?.isCellOpen = false }
  }

  /// The end of a line.
  mutating func nextRow() {
    guard markdown.table != nil else { return }
    if markdown.table?.row == 0 {
      closeRow()
      tree.closeBlock(.tableHead)
      markdown.table?.row = 1
    } else {
      if markdown.table?.row == 1 { _ = tree.openBlock(.tableBody) } else { closeRow() }
      markdown.table?.row += 1
      _ = tree.openBlock(.row)
    }
    markdown.table?.cells = 0
    markdown.table?.isCellOpen = false
    markdown.table?.isCellPending = true
  }

  /// Fills a row up to the width of the table.
  private mutating func closeRow() {
    guard let table = markdown.table, table.row != 1 else { return }
    let element: Element = table.row == 0 ? .headerCell : .cell
    if table.isCellOpen { tree.closeBlock(element) }
    padRow(of: table, with: element)
    tree.closeBlock(.row)
  }

  private mutating func padRow(of table: TableState, with element: Element) {
    let missing = table.alignments.count - table.cells
    guard missing > 0 else { return }
    guard markdown.padding <= MarkdownState.paddingLimit else { return }
    markdown.padding += missing
    guard markdown.padding <= MarkdownState.paddingLimit else {
      return warn(about: table.paragraph, "the rows of this table are too short for its head and are not filled up")
    }
    for _ in 0..<missing where tree.openBlock(element) { tree.closeBlock(element) }
  }
}

extension TextReader {
  /// The alignments that the second line of a paragraph gives, nil where it isn't a table's.
  private func alignments(of paragraph: OpaquePointer) -> [StaticString]? {
    var child = cmark_node_first_child(paragraph)
    var pipes = ByteBuffer(capacity: 64)
    while let node = child, cmark_node_get_type(node) != CMARK_NODE_SOFTBREAK {
      if cmark_node_get_type(node) == CMARK_NODE_TEXT {
        MarkdownNode.withBytes(cmark_node_get_literal(node)) { pipes.append($0) }
      } else {
        pipes.append("x")
      }
      child = cmark_node_next(node)
    }
    guard let softBreak = child, let row = cmark_node_next(softBreak), cmark_node_get_type(row) == CMARK_NODE_TEXT,
      cmark_node_next(row).map({ cmark_node_get_type($0) == CMARK_NODE_SOFTBREAK }) ?? true
    else { return nil }
    var alignments: [StaticString]?
    MarkdownNode.withBytes(cmark_node_get_literal(row)) { alignments = PipeRow.alignments($0) }
    return alignments?.count == PipeRow.cells(pipes.span) ? alignments : nil
  }
}

/// A line of a table of pipes.
enum PipeRow {
  /// How many cells a line has; 0 where it has no pipe.
  static func cells(_ line: Span<UInt8>) -> Int {
    let trimmed = trim(line)
    guard line.indices.contains(where: { line[$0] == UInt8(ascii: "|") }) else { return 0 }
    return trimmed.reduce(1) { $0 + (line[$1] == UInt8(ascii: "|") ? 1 : 0) }
  }

  /// What a row of hyphens says about its columns, nil where it is no such row.
  static func alignments(_ line: Span<UInt8>) -> [StaticString]? {
    guard cells(line) > 0 else { return nil }
    var alignments: [StaticString] = []
    let trimmed = trim(line)
    var start = trimmed.lowerBound
    for index in start...trimmed.upperBound where index == trimmed.upperBound || line[index] == UInt8(ascii: "|") {
      guard let alignment = alignment(line, start..<index) else { return nil }
      alignments.append(alignment)
      start = index + 1
    }
    return alignments
  }

  private static func alignment(_ line: Span<UInt8>, _ range: Range<Int>) -> StaticString? {
    var range = range
    while let first = range.first, line[first] == 0x20 { range = range.dropFirst() }
    while let last = range.last, line[last] == 0x20 { range = range.dropLast() }
    guard let first = range.first, let last = range.last else { return nil }
    let isLeft = line[first] == UInt8(ascii: ":")
    let isRight = line[last] == UInt8(ascii: ":") && last > first
    let hyphens = range.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
    guard !hyphens.isEmpty, hyphens.allSatisfy({ line[$0] == UInt8(ascii: "-") }) else { return nil }
    if isRight { return isLeft ? " class=\"align-center\"" : " class=\"align-right\"" }
    return ""
  }

  /// The line without spaces and pipes at its ends.
  private static func trim(_ line: Span<UInt8>) -> Range<Int> {
    var range = 0..<line.count
    while let first = range.first, line[first] <= 0x20 { range = range.dropFirst() }
    while let last = range.last, line[last] <= 0x20 { range = range.dropLast() }
    if let first = range.first, line[first] == UInt8(ascii: "|") { range = range.dropFirst() }
    if let last = range.last, line[last] == UInt8(ascii: "|") { range = range.dropLast() }
    return range
  }
}
