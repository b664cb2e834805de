internal import ByteText

extension FormulaTree {
  func writeScripts(_ node: Node, _ setting: Setting, into out: inout ByteBuffer) {
    let isStacked = node.placement == .always || node.placement == .displayed && setting.isDisplay
    let names: (both: StaticString, lower: StaticString, upper: StaticString) =
      isStacked ? ("munderover", "munder", "mover") : ("msubsup", "msub", "msup")
    let name = !node.third.exists ? names.lower : !node.second.exists ? names.upper : names.both
    out.appendStart(name)
    writeBase(node.first, setting, into: &out)
    if node.second.exists { write(node.second, setting.script, into: &out) }
    if node.third.exists { write(node.third, setting.script, into: &out) }
    out.appendEnd(name)
  }

  /// A delimiter of a size of its own needs a row to stretch in.
  private func writeBase(_ id: NodeID, _ setting: Setting, into out: inout ByteBuffer) {
    let isSized =
      self[id].kind == .operation && self[id].option & Node.OperatorOption.sizeMask > Node.OperatorOption.sizeUnit
    if isSized { out.append("<mrow>") }
    write(id, setting.core, into: &out)
    if isSized { out.append("</mrow>") }
  }

  func writeStack(_ node: Node, _ setting: Setting, into out: inout ByteBuffer) {
    let name: StaticString = !node.third.exists ? "munder" : !node.second.exists ? "mover" : "munderover"
    if !node.second.exists, !node.third.exists { return write(node.first, setting, into: &out) }
    out.appendStart(name)
    write(node.first, setting.core, into: &out)
    if node.second.exists { write(node.second, setting.script, into: &out) }
    if node.third.exists { write(node.third, setting.script, into: &out) }
    out.appendEnd(name)
  }

  func writeFraction(_ node: Node, _ setting: Setting, into out: inout ByteBuffer) {
    let style = FractionStyle(rawValue: node.option & FractionStyle.styleMask) ?? .inherited
    var own = setting
    if style != .inherited, (style == .display) != setting.isDisplay || setting.isScript {
      own.isDisplay = style == .display
      own.isScript = false
      out.append(
        style == .display
          ? "<mstyle displaystyle=\"true\" scriptlevel=\"0\">" : "<mstyle displaystyle=\"false\" scriptlevel=\"0\">")
    }
    out.append(node.option & FractionStyle.barless != 0 ? "<mfrac linethickness=\"0\">" : "<mfrac>")
    write(node.first, own.fractionPart, into: &out)
    write(node.second, own.fractionPart, into: &out)
    out.append("</mfrac>")
    if style != .inherited, (style == .display) != setting.isDisplay || setting.isScript { out.append("</mstyle>") }
  }

  func writeRoot(_ node: Node, _ setting: Setting, into out: inout ByteBuffer) {
    if node.second.exists {
      out.append("<mroot>")
      write(node.first, setting.inside, into: &out)
      write(node.second, setting.script, into: &out)
      out.append("</mroot>")
    } else {
      out.append("<msqrt>")
      writeContent(of: node.first, setting.inside, into: &out)
      out.append("</msqrt>")
    }
  }

  /// Writes what stands in an element that is a row itself.
  func writeContent(of id: NodeID, _ setting: Setting, into out: inout ByteBuffer) {
    if self[id].kind == .row { writeRow(self[id].first, setting, into: &out) } else { write(id, setting, into: &out) }
  }

  func writeStyle(_ node: Node, _ setting: Setting, into out: inout ByteBuffer) {
    let style = Node.MathStyle(rawValue: node.option) ?? .text
    var own = setting.inside
    own.isDisplay = style == .display
    own.isScript = style == .script || style == .scriptscript
    if style == .display || style == .text, own.isDisplay == setting.isDisplay, own.isScript == setting.isScript {
      return writeElement(node.first, own, into: &out)
    }
    switch style {
    case .display: out.append("<mstyle displaystyle=\"true\" scriptlevel=\"0\">")
    case .text: out.append("<mstyle displaystyle=\"false\" scriptlevel=\"0\">")
    case .script: out.append("<mstyle displaystyle=\"false\" scriptlevel=\"1\">")
    case .scriptscript: out.append("<mstyle displaystyle=\"false\" scriptlevel=\"2\">")
    }
    writeRow(node.first, own, into: &out)
    out.append("</mstyle>")
  }

  func writePhantom(_ node: Node, _ setting: Setting, into out: inout ByteBuffer) {
    switch node.option {
    case 1: out.append("<mpadded height=\"0\" depth=\"0\"><mphantom>")
    case 2: out.append("<mpadded width=\"0\"><mphantom>")
    default: out.append("<mphantom>")
    }
    writeContent(of: node.first, setting.inside, into: &out)
    out.append(node.option == 0 ? "</mphantom>" : "</mphantom></mpadded>")
  }

  func writeBox(_ node: Node, _ setting: Setting, into out: inout ByteBuffer) {
    out.append("<mrow style=\"border:1px solid;padding:.2em\">")
    writeContent(of: node.first, setting.inside, into: &out)
    out.append("</mrow>")
  }
}

extension ByteBuffer {
  mutating func appendStart(_ name: StaticString) {
    append(UInt8(ascii: "<"))
    append(name)
    append(UInt8(ascii: ">"))
  }

  mutating func appendEnd(_ name: StaticString) {
    append("</")
    append(name)
    append(UInt8(ascii: ">"))
  }
}
