internal import ByteText

extension FormulaTree {
  func writeAccent(_ node: Node, _ setting: Setting, into out: inout ByteBuffer) {
    let isUnder = node.option & AccentOption.under != 0
    if node.scalar == 0x203E || node.scalar == 0x5F { return writeLine(node, setting, into: &out) }
    let isWide = node.option & AccentOption.stretchy != 0 && !isOneLetter(node.first)
    out.append(start(isUnder: isUnder, isArrow: node.scalar == 0x2192))
    write(node.first, setting.core, into: &out)
    out.append(isWide ? "<mo stretchy=\"true\">" : "<mo stretchy=\"false\">")
    // Of the two circumflexes fonts can only widen the combining one.
    out.append(escaping: isWide && node.scalar == 0x2C6 ? 0x302 : node.scalar)
    out.append("</mo>")
    out.append(isUnder ? "</munder>" : "</mover>")
  }

  private func isOneLetter(_ id: NodeID) -> Bool {
    switch self[id].kind {
    case .letter, .symbol: true
    default: false
    }
  }

  /// Arrows are no accents, so that they are as small as a script.
  private func start(isUnder: Bool, isArrow: Bool) -> StaticString {
    switch (isUnder, isArrow) {
    case (true, false): "<munder accentunder=\"true\">"
    case (false, false): "<mover accent=\"true\">"
    case (true, true): "<munder>"
    case (false, true): "<mover>"
    }
  }

  /// A line over or under something is a border: fonts have none of any length, and the short one touches capitals.
  private func writeLine(_ node: Node, _ setting: Setting, into out: inout ByteBuffer) {
    out.append(
      node.scalar == 0x5F
        ? "<mrow style=\"border-bottom:.06em solid;padding-bottom:.1em\">"
        : "<mrow style=\"border-top:.06em solid;padding-top:.1em\">")
    writeContent(of: node.first, setting.inside, into: &out)
    out.append("</mrow>")
  }
}
