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
      writeRow(self[cell].first, setting, into: &out)
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
        ? " style=\"text-align:right;padding-right:0\"" : " style=\"text-align:left;padding-left:0\""
    case .cases, .rightCases: " style=\"text-align:left\""
    case .stacked: columns & 3 == 1 ? " style=\"text-align:left;padding:0\"" : " style=\"padding:0\""
    default: alignment(column < 15 ? columns >> (2 * column) & 3 : 0)
    }
  }

  private func alignment(_ code: UInt32) -> StaticString {
    switch code {
    case 1: " style=\"text-align:left\""
    case 3: " style=\"text-align:right\""
    default: ""
    }
  }
}
