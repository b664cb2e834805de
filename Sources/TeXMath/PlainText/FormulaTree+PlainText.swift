internal import ByteText

extension FormulaTree {
  /// Writes a formula as one line of text, into an empty buffer.
  func writePlainText(_ first: NodeID, into out: inout ByteBuffer) {
    writePlainRow(first, isScript: false, into: &out)
  }

  func writePlainRow(_ first: NodeID, isScript: Bool, into out: inout ByteBuffer) {
    var previous: Node?
    var current = first
    while current.exists {
      let node = self[current]
      if let previous, needsSpace(previous, node, isScript: isScript) { out.appendSpaceOnce() }
      writePlain(node, isScript: isScript, into: &out)
      if node.atom != .none { previous = node }
      current = node.next
    }
  }

  /// Space stands where TeX sets it, but for punctuation, and between a fraction and its factors.
  func needsSpace(_ previous: Node, _ node: Node, isScript: Bool) -> Bool {
    if node.atom == .none || node.atom == .punctuation { return false }
    if AtomClass.gap(previous.atom, node.atom, inScript: isScript) > 0 { return true }
    let isFactor = node.kind != .operation && previous.kind != .operation
    return isFactor && (previous.kind == .fraction || node.kind == .fraction)
  }

  func writePlain(_ node: Node, isScript: Bool, into out: inout ByteBuffer) {
    switch node.kind {
    case .letter: out.append(plain: plainLetter(node))
    case .symbol: out.append(plain: node.scalar)
    case .letters, .name, .number, .text: writePlainRun(node, into: &out)
    case .operation: writePlainOperator(node, into: &out)
    case .space: if node.mu >= 3, !isScript { out.appendSpace() }
    case .row, .style, .cell: writePlainRow(node.first, isScript: isScript, into: &out)
    case .phantom: out.appendSpaceOnce()
    case .scripts: writePlainScripts(node, isScript: isScript, into: &out)
    case .stack: writePlainStack(node, isScript: isScript, into: &out)
    case .fraction: writePlainFraction(node, isScript: isScript, into: &out)
    case .root: writePlainRoot(node, into: &out)
    case .accent: writePlainAccent(node, isScript: isScript, into: &out)
    case .box: writePlain(self[node.first], isScript: isScript, into: &out)
    case .table: writePlainTable(node, isScript: isScript, into: &out)
    case .tableRow: writePlainCells(node, isScript: isScript, into: &out)
    }
  }

  /// Double-struck letters keep their shape: ℝ is another thing than R. Variants of Greek letters don't.
  func plainLetter(_ node: Node) -> UInt32 {
    switch node.scalar {
    case 0x3F5: 0x3B5
    case 0x3D5: 0x3C6
    case _ where node.alphabet.family == .doubleStruck: node.alphabet.styled(node.scalar)
    default: node.scalar
    }
  }

  func writePlainRun(_ node: Node, into out: inout ByteBuffer) {
    forEachScalar(in: node.textRange) { scalar in
      out.append(plain: node.alphabet.family == .doubleStruck ? node.alphabet.styled(scalar) : scalar)
    }
  }

  func writePlainOperator(_ node: Node, into out: inout ByteBuffer) {
    if node.scalar == 0 { return writePlainRun(node, into: &out) }
    switch node.scalar {
    case 0x2217: out.append(UInt8(ascii: "*"))
    case 0x2223: out.append(UInt8(ascii: "|"))
    default: out.append(plain: node.scalar)
    }
    if node.option & Node.OperatorOption.negated != 0 { out.append("\u{338}") }
  }
}

extension ByteBuffer {
  /// Appends a character; a backslash, which would read as a command, becomes the set minus that looks like it.
  mutating func append(plain scalar: UInt32) {
    if scalar == 0x5C { return append("∖") }
    if let scalar = Unicode.Scalar(scalar) { append(scalar) }
  }

  /// Appends a space unless one stands there already, or nothing at all.
  mutating func appendSpaceOnce() {
    if count > 0 { appendSpace() }
  }

  /// Appends a space unless one stands there already: at the beginning of a formula it parts that from the text before.
  mutating func appendSpace() {
    if count == 0 || span[count - 1] != 0x20 { append(UInt8(ascii: " ")) }
  }
}
