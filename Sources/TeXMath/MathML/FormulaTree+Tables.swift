internal import ByteText

extension FormulaTree {
  func writeTable(_ node: Node, _ setting: Setting, into out: inout ByteBuffer) {
    let style = TableStyle(rawValue: node.option) ?? .matrix
    out.append(style.isDisplayed ? "<mtable displaystyle=\"true\">" : "<mtable>")
    var cellSetting = Setting(isDisplay: style.isDisplayed, isScript: setting.isScript || style.isSmall)
    if style.isSmall { cellSetting.isDisplay = false }
    var row = node.first
    while row.exists {
      out.append("<mtr>")
      writeCells(of: row, style, columns: node.scalar, cellSetting, into: &out)
      out.append("</mtr>")
      row = self[row].next
    }
    out.append("</mtable>")
  }

  private func writeCells(
    of row: NodeID, _ style: TableStyle, columns: UInt32, _ setting: Setting, into out: inout ByteBuffer
  ) {
    var cell = self[row].first
    var column: UInt32 = 0
    while cell.exists {
      out.append("<mtd")
      out.append(cellStyle(style, column, columns))
      out.append(UInt8(ascii: ">"))
      if style.isSmall { out.append("<mstyle scriptlevel=\"1\">") }
      // A relation at the beginning of a second column goes on where the first ended.
      let start: AtomClass = style == .aligned && column % 2 == 1 ? .ordinary : .none
      writeRow(self[cell].first, setting, after: start, into: &out)
      if style.isSmall { out.append("</mstyle>") }
      out.append("</mtd>")
      cell = self[cell].next
      column += 1
    }
  }

  /// MathML Core aligns cells by style alone.
  private func cellStyle(_ style: TableStyle, _ column: UInt32, _ columns: UInt32) -> StaticString {
    switch style {
    case .aligned:
      column % 2 == 0
        ? " style=\"text-align:-webkit-right;padding-right:0\"" : " style=\"text-align:left;padding-left:0\""
    case .equations: alignment([3, 2, 1][Int(min(column, 2))])
    case .cases, .rightCases: " style=\"text-align:left\""
    case .stacked: columns & 3 == 1 ? " style=\"text-align:left;padding:0\"" : " style=\"padding:0\""
    default: alignment(column < ColumnCode.limit ? columns >> (3 * column) & 7 : 0)
    }
  }

  /// Browsers align formulas to the right by this older keyword alone.
  private func alignment(_ code: UInt32) -> StaticString {
    switch code {
    case 1: " style=\"text-align:left\""
    case 3: " style=\"text-align:-webkit-right\""
    case 4, 6: " style=\"border-right:1px solid\""
    case 5: " style=\"text-align:left;border-right:1px solid\""
    case 7: " style=\"text-align:-webkit-right;border-right:1px solid\""
    default: ""
    }
  }
}
