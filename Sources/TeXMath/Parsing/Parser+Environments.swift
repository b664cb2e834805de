extension Parser {
  /// `\begin{…} … \end{…}`
  mutating func parseEnvironment() throws(BrokenFormula) -> NodeID {
    let name = try environmentName()
    if text[name].elementsEqual("{CD}".utf8) { return try parseDiagram() }
    if text[name].elementsEqual("{tikzcd}".utf8) || text[name].elementsEqual("{tikzpicture}".utf8) {
      throw .unsupported
    }
    let style = commands.meaning(of: name, in: text).flatMap { TableStyle(rawValue: $0.detail) } ?? .matrix
    let columns = try columnSpecification(name, style)
    let outer = (alphabet, isBold)
    let table = try parseTable(style, until: .environment)
    (alphabet, isBold) = outer
    tree[table].scalar = columns
    _ = try environmentName()
    return finished(table, style)
  }

  /// Reads `{name}` and returns it with its braces.
  private mutating func environmentName() throws(BrokenFormula) -> Range<Int> {
    skipSpaces()
    let name = try rawArgument()
    guard name.lowerBound > 0, name.upperBound < text.count, text[name.lowerBound - 1] == UInt8(ascii: "{") else {
      throw .unbalancedEnvironment
    }
    return name.lowerBound - 1..<name.upperBound + 1
  }

  /// The alignment of an array's columns, as `ColumnCode` says.
  private mutating func columnSpecification(_ name: Range<Int>, _ style: TableStyle) throws(BrokenFormula) -> UInt32 {
    if skip(UInt8(ascii: "[")) {
      while position < text.count, text[position] != UInt8(ascii: "]") { position += 1 }
      position = min(position + 1, text.count)
    }
    let initial = text[name.lowerBound + 1]
    let isArray =
      (style == .matrix || style == .stacked) && initial != UInt8(ascii: "m") && initial != UInt8(ascii: "C")
    let takesCount =
      style == .aligned && text[name].starts(with: "{aligna".utf8) || text[name].starts(with: "{alignedat".utf8)
    guard isArray || takesCount, isNext(UInt8(ascii: "{")) else { return 0 }
    let range = try rawArgument()
    return takesCount ? 0 : Parser.columns(text[range])
  }

  private static func columns(_ letters: ArraySlice<UInt8>) -> UInt32 {
    var columns = ColumnReader()
    columns.read(letters, depth: 0)
    return columns.code
  }

  /// `\matrix{… & … \cr …}`, `\substack{…\\…}`
  mutating func parsePlainTable(_ token: Token) throws(BrokenFormula) -> NodeID {
    guard let style = TableStyle(rawValue: token.meaning.detail) else { throw .missingArgument }
    let isBraced = skip(UInt8(ascii: "{"))
    let outer = (alphabet, isBold)
    let table = try parseTable(style, until: isBraced ? .group : .environment)
    (alphabet, isBold) = outer
    return finished(table, style)
  }

  /// The table in its delimiters; one cell alone is no table unless it has delimiters.
  private mutating func finished(_ table: NodeID, _ style: TableStyle) -> NodeID {
    let fences = style.fences
    if fences == (0, 0), let content = onlyCell(of: table) { return content }
    return fenced(table, fences.left, fences.right)
  }

  private mutating func onlyCell(of table: NodeID) -> NodeID? {
    let row = tree[table].first
    guard row.exists, tree.isSingle(row), tree.isSingle(tree[row].first) else { return nil }
    var content = Node(.row)
    content.first = tree[tree[row].first].first
    return tree.isSingle(content.first) ? content.first : tree.add(content)
  }

  private func hasColumns(_ table: NodeID) -> Bool {
    var row = tree[table].first
    while row.exists {
      if !tree.isSingle(tree[row].first) { return true }
      row = tree[row].next
    }
    return false
  }

  private mutating func parseTable(_ style: TableStyle, until end: ListEnd) throws(BrokenFormula) -> NodeID {
    let first = try parseList()
    return try parseRows(style, first: first, until: end)
  }

  /// A formula with line breaks or alignment marks outside of any environment is aligned at them.
  mutating func parseRows(after first: NodeList) throws(BrokenFormula) -> NodeID {
    let table = try parseRows(.aligned, first: first, until: .input)
    if !hasColumns(table) { tree[table].option = TableStyle.equation.rawValue }
    return onlyCell(of: table) ?? table
  }

  mutating func parseRows(
    _ style: TableStyle, first: NodeList, until end: ListEnd
  ) throws(BrokenFormula) -> NodeID {
    var rows = NodeList()
    var cells = NodeList()
    var content = first
    while true {
      cells.append(cell(content), to: &tree)
      if listEnd != .tab {
        rows.append(tableRow(&cells), to: &tree)
        if listEnd != .newRow { break }
        skipRowOptions()
      }
      content = try parseList()
    }
    guard listEnd == end else { throw error(for: listEnd) }
    return table(style, rows)
  }

  private func error(for end: ListEnd) -> BrokenFormula {
    switch end {
    case .right: .unbalancedDelimiters
    case .group: .unbalancedBraces
    default: .unbalancedEnvironment
    }
  }

  private mutating func cell(_ content: NodeList) -> NodeID {
    var node = Node(.cell, .none)
    node.first = content.first
    return tree.add(node)
  }

  private mutating func tableRow(_ cells: inout NodeList) -> NodeID {
    var node = Node(.tableRow, .none)
    node.first = cells.first
    cells = NodeList()
    return tree.add(node)
  }

  /// Leaves out an empty last row, as after a line break at the end.
  private mutating func table(_ style: TableStyle, _ rows: NodeList) -> NodeID {
    var node = Node(.table)
    node.option = style.rawValue
    node.first = rows.first
    var row = rows.first
    while row.exists, tree[row].next.exists {
      let following = tree[row].next
      if !tree[following].next.exists, isEmptyRow(following) { tree[row].next = .none }
      row = tree[row].next
    }
    return tree.add(node)
  }

  private func isEmptyRow(_ row: NodeID) -> Bool {
    tree.isSingle(tree[row].first) && !tree[tree[row].first].first.exists
  }

  /// Reads what may follow a line break: a star and a distance in brackets.
  private mutating func skipRowOptions() {
    _ = skip(UInt8(ascii: "*"))
    guard isNext(UInt8(ascii: "[")) else { return }
    let limit = min(position + 16, text.count)
    guard let end = text[position..<limit].firstIndex(of: UInt8(ascii: "]")) else { return }
    let inside = text[position + 1..<end]
    if inside.contains(where: { $0.isASCIIDigit }), inside.last?.isASCIILetter == true { position = end + 1 }
  }
}
