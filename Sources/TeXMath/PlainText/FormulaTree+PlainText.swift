internal import ByteText

extension FormulaTree {
  /// Writes a formula as one line of text.
  func writePlainText(_ first: NodeID, into out: inout ByteBuffer) {
    writePlainRow(first, isScript: false, into: &out)
  }

  private func writePlainRow(_ first: NodeID, isScript: Bool, into out: inout ByteBuffer) {
    var previous = AtomClass.none
    var current = first
    while current.exists {
      let node = self[current]
      if node.atom != .none, needsSpace(previous, node, isScript: isScript) { out.appendSpaceOnce() }
      writePlain(node, isScript: isScript, into: &out)
      if node.atom != .none { previous = node.atom }
      current = node.next
    }
  }

  private func needsSpace(_ previous: AtomClass, _ node: Node, isScript: Bool) -> Bool {
    AtomClass.gap(previous, node.atom, inScript: isScript) > 0
  }

  private func writePlain(_ node: Node, isScript: Bool, into out: inout ByteBuffer) {
    switch node.kind {
    case .letter: out.append(plain: plainLetter(node))
    case .symbol: out.append(plain: node.scalar)
    case .letters, .name, .number, .text: writePlainRun(node, into: &out)
    case .operation: writePlainOperator(node, into: &out)
    case .space: if node.mu >= 4 { out.appendSpaceOnce() }
    case .row, .style, .cell: writePlainRow(node.first, isScript: isScript, into: &out)
    case .phantom: out.appendSpaceOnce()
    case .scripts: writePlainScripts(node, isScript: isScript, into: &out)
    case .stack: writePlainStack(node, isScript: isScript, into: &out)
    case .fraction: writePlainFraction(node, isScript: isScript, into: &out)
    case .root: writePlainRoot(node, into: &out)
    case .accent, .box: writePlain(self[node.first], isScript: isScript, into: &out)
    case .table: writePlainTable(node, isScript: isScript, into: &out)
    case .tableRow: writePlainCells(node, isScript: isScript, into: &out)
    }
  }

  /// Double-struck letters keep their shape: ℝ is another thing than R. Variants of Greek letters don't.
  private func plainLetter(_ node: Node) -> UInt32 {
    switch node.scalar {
    case 0x3F5: 0x3B5
    case 0x3D5: 0x3C6
    case _ where node.alphabet.family == .doubleStruck: node.alphabet.styled(node.scalar)
    default: node.scalar
    }
  }

  private func writePlainRun(_ node: Node, into out: inout ByteBuffer) {
    forEachScalar(in: node.textRange) { scalar in
      out.append(plain: node.alphabet.family == .doubleStruck ? node.alphabet.styled(scalar) : scalar)
    }
  }

  private func writePlainOperator(_ node: Node, into out: inout ByteBuffer) {
    if node.scalar == 0 { return writePlainRun(node, into: &out) }
    switch node.scalar {
    case 0x2217: out.append(UInt8(ascii: "*"))
    case 0x2223: out.append(UInt8(ascii: "|"))
    default: out.append(plain: node.scalar)
    }
    if node.option & Node.OperatorOption.negated != 0 { out.append("\u{338}") }
  }
}

extension FormulaTree {
  private func writePlainScripts(_ node: Node, isScript: Bool, into out: inout ByteBuffer) {
    writePlain(self[node.first], isScript: isScript, into: &out)
    if node.second.exists {
      out.append(UInt8(ascii: "_"))
      writePlainOperand(node.second, isScript: true, into: &out)
    }
    guard node.third.exists else { return }
    let upper = self[node.third]
    switch (upper.kind, upper.scalar) {
    case (.operation, 0x2218): out.append("°")
    case (.symbol, 0x2032...0x2057): out.append(plain: upper.scalar)
    default:
      out.append(UInt8(ascii: "^"))
      writePlainOperand(node.third, isScript: true, into: &out)
    }
  }

  private func writePlainStack(_ node: Node, isScript: Bool, into out: inout ByteBuffer) {
    writePlain(self[node.first], isScript: isScript, into: &out)
    for (mark, part) in [(UInt8(ascii: "_"), node.second), (UInt8(ascii: "^"), node.third)] where part.exists {
      if self[part].kind == .operation, self[part].option & Node.OperatorOption.stretchy != 0 { continue }
      out.append(mark)
      writePlainOperand(part, isScript: true, into: &out)
    }
  }

  private func writePlainFraction(_ node: Node, isScript: Bool, into out: inout ByteBuffer) {
    writePlainOperand(node.first, isScript: true, into: &out)
    out.append(node.option & FractionStyle.barless != 0 ? UInt8(ascii: " ") : UInt8(ascii: "/"))
    writePlainOperand(node.second, isScript: true, into: &out)
  }

  private func writePlainRoot(_ node: Node, into out: inout ByteBuffer) {
    if node.second.exists { writePlain(self[node.second], isScript: true, into: &out) }
    out.append("√(")
    writePlain(self[node.first], isScript: true, into: &out)
    out.append(UInt8(ascii: ")"))
  }

  private func writePlainTable(_ node: Node, isScript: Bool, into out: inout ByteBuffer) {
    var row = node.first
    while row.exists {
      writePlainCells(self[row], isScript: isScript, into: &out)
      row = self[row].next
      if row.exists { out.append("; ") }
    }
  }

  private func writePlainCells(_ node: Node, isScript: Bool, into out: inout ByteBuffer) {
    var cell = node.first
    while cell.exists {
      writePlainRow(self[cell].first, isScript: isScript, into: &out)
      cell = self[cell].next
      if cell.exists { out.appendSpaceOnce() }
    }
  }

  /// Writes a script or a part of a fraction, in parentheses unless it reads as one thing.
  private func writePlainOperand(_ id: NodeID, isScript: Bool, into out: inout ByteBuffer) {
    let isOne = isOneThing(id)
    if !isOne { out.append(UInt8(ascii: "(")) }
    writePlain(self[id], isScript: isScript, into: &out)
    if !isOne { out.append(UInt8(ascii: ")")) }
  }

  /// Whether a node reads as one thing: a symbol, a word, or such with a sign or letters in a row.
  private func isOneThing(_ id: NodeID) -> Bool {
    let node = self[id]
    switch node.kind {
    case .letter, .letters, .number, .symbol, .operation, .name, .text, .accent, .root, .space: return true
    case .row: return isWord(node.first)
    default: return false
    }
  }

  private func isWord(_ first: NodeID) -> Bool {
    var current = first
    while current.exists {
      let node = self[current]
      let isSign = current == first && node.kind == .operation && OperatorCategory(of: node.scalar) == .sign
      switch node.kind {
      case .letter, .number, .symbol, .letters: break
      default: if !isSign { return false }
      }
      current = node.next
    }
    return true
  }
}

extension ByteBuffer {
  /// Appends a character; a backslash, which would read as a command, becomes the set minus that looks like it.
  fileprivate mutating func append(plain scalar: UInt32) {
    if scalar == 0x5C { return append("∖") }
    if let scalar = Unicode.Scalar(scalar) { append(scalar) }
  }

  /// Appends a space unless one stands there already.
  fileprivate mutating func appendSpaceOnce() {
    if count > 0, span[count - 1] != 0x20 { append(UInt8(ascii: " ")) }
  }
}
