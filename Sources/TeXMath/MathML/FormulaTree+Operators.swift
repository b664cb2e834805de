internal import ByteText

extension FormulaTree {
  /// Writes an operator, with attributes where the operator dictionary of MathML Core would space or stretch it
  /// otherwise than TeX.
  func writeOperator(_ node: Node, _ setting: Setting, into out: inout ByteBuffer) {
    out.append("<mo")
    if node.scalar == 0 {
      writeSpacing(.standard, setting, into: &out)
    } else {
      writeForm(node, into: &out)
      writeSize(node, into: &out)
      writeSpacing(hasForm(node) ? .tight : OperatorCategory(of: node.scalar), setting, into: &out)
    }
    out.append(UInt8(ascii: ">"))
    if node.scalar == 0 {
      text.span.extracting(node.textRange).withUnsafeBytes { out.append(escaping: $0) }
    } else {
      out.append(escaping: node.scalar)
    }
    if node.option & Node.OperatorOption.negated != 0 { out.append("\u{338}") }
    out.append("</mo>")
  }

  private func hasForm(_ node: Node) -> Bool {
    node.option & (Node.OperatorOption.prefix | Node.OperatorOption.postfix) != 0
  }

  private func writeForm(_ node: Node, into out: inout ByteBuffer) {
    if node.option & Node.OperatorOption.postfix != 0 {
      out.append(" form=\"postfix\"")
    } else if node.option & Node.OperatorOption.prefix != 0 {
      out.append(" form=\"prefix\"")
    }
  }

  /// Fences and vertical arrows stretch by default, other operators don't. `\big` is hardly larger than usual: a scaled
  /// glyph does, while browsers give a stretched one more room than it takes.
  private func writeSize(_ node: Node, into out: inout ByteBuffer) {
    if node.option & Node.OperatorOption.rigid != 0, node.scalar != 0x5C {
      out.append(" stretchy=\"false\"")
    } else if node.option & Node.OperatorOption.stretchy != 0, !isStretchy(node.scalar) {
      out.append(" stretchy=\"true\"")
    }
    let size: StaticString
    switch (node.option & Node.OperatorOption.sizeMask) / Node.OperatorOption.sizeUnit {
    case 1: size = " mathsize=\"120%\""
    case 2: size = " minsize=\"1.8em\" maxsize=\"1.8em\""
    case 3: size = " minsize=\"2.4em\" maxsize=\"2.4em\""
    case 4: size = " minsize=\"3em\" maxsize=\"3em\""
    default: return
    }
    out.append(size)
  }

  private func isStretchy(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2F, 0x5C, 0x3C, 0x3E, 0x3D, 0x231C...0x231F, 0x27EE...0x27EF: false
    default: true
    }
  }

  private func writeSpacing(_ category: OperatorCategory, _ setting: Setting, into out: inout ByteBuffer) {
    if setting.isAlone { return }
    let usual = category.spacing(isFirst: setting.isFirst, isLast: setting.isLast)
    if differs(usual.left, setting.left) {
      out.append(" lspace=\"")
      out.appendLength(mu: setting.left)
      out.append(UInt8(ascii: "\""))
    }
    if differs(usual.right, setting.right) {
      out.append(" rspace=\"")
      out.appendLength(mu: setting.right)
      out.append(UInt8(ascii: "\""))
    }
  }

  /// A mu more or less is left to the operator dictionary.
  private func differs(_ usual: Int, _ wanted: Int) -> Bool {
    usual != wanted && (usual == 0 || wanted == 0 || abs(usual - wanted) > 1)
  }
}
