internal import ByteText

extension FormulaTree {
  func writePlainScripts(_ node: Node, isScript: Bool, into out: inout ByteBuffer) {
    writePlain(self[node.first], isScript: isScript, into: &out)
    if node.second.exists, !isEmpty(node.second) {
      if !isCount(node) { out.append(UInt8(ascii: "_")) }
      writePlainOperand(node.second, isScript: true, into: &out)
    }
    if node.third.exists, !isEmpty(node.third) { writePlainSuperscript(node.third, into: &out) }
  }

  /// Whether a subscript says how many there are: H2O, NOx.
  private func isCount(_ node: Node) -> Bool {
    guard node.option & Node.ScriptOption.chemical != 0, !isEmpty(node.first) else { return false }
    return self[node.second].kind == .number || self[node.second].kind == .letter
  }

  private func isEmpty(_ id: NodeID) -> Bool {
    self[id].kind == .space || self[id].kind == .row && !self[id].first.exists
  }

  func writePlainSuperscript(_ id: NodeID, into out: inout ByteBuffer) {
    let upper = self[id]
    switch (upper.kind, upper.scalar) {
    case (.operation, 0x2218): out.append("°")
    case (.symbol, 0x2032...0x2057): out.append(plain: upper.scalar)
    case (.row, _) where isPrime(upper.first):
      out.append(plain: self[upper.first].scalar)
      if self[upper.first].next.exists { writePlainSuperscript(self[upper.first].next, into: &out) }
    default:
      out.append(UInt8(ascii: "^"))
      writePlainOperand(id, isScript: true, into: &out)
    }
  }

  private func isPrime(_ id: NodeID) -> Bool {
    self[id].kind == .symbol && (0x2032...0x2057).contains(self[id].scalar)
  }

  /// A letter takes its accent along as a combining character; what is longer goes without.
  func writePlainAccent(_ node: Node, isScript: Bool, into out: inout ByteBuffer) {
    let base = self[node.first]
    guard base.kind == .letter || base.kind == .symbol, let mark = PlainAccent.combining(node) else {
      return writePlain(base, isScript: isScript, into: &out)
    }
    let letter = base.kind == .letter ? plainLetter(base) : base.scalar
    if let composed = TextAccent.composed(letter, mark) { return out.append(plain: composed) }
    out.append(plain: letter)
    out.append(plain: mark)
  }

  func writePlainStack(_ node: Node, isScript: Bool, into out: inout ByteBuffer) {
    writePlain(self[node.first], isScript: isScript, into: &out)
    for (mark, part) in [(UInt8(ascii: "_"), node.second), (UInt8(ascii: "^"), node.third)] where part.exists {
      if self[part].kind == .operation, self[part].option & Node.OperatorOption.stretchy != 0 { continue }
      out.append(mark)
      writePlainOperand(part, isScript: true, into: &out)
    }
  }

  func writePlainFraction(_ node: Node, isScript: Bool, into out: inout ByteBuffer) {
    writePlainOperand(node.first, isScript: true, into: &out)
    out.append(node.option & FractionStyle.barless != 0 ? UInt8(ascii: " ") : UInt8(ascii: "/"))
    writePlainOperand(node.second, isScript: true, into: &out)
  }

  func writePlainRoot(_ node: Node, into out: inout ByteBuffer) {
    writePlainRadical(node.second, into: &out)
    out.append(UInt8(ascii: "("))
    writePlain(self[node.first], isScript: true, into: &out)
    out.append(UInt8(ascii: ")"))
  }

  func writePlainRadical(_ degree: NodeID, into out: inout ByteBuffer) {
    guard degree.exists else { return out.append("√") }
    if self[degree].kind == .number, self[degree].textRange.count == 1 {
      switch text[self[degree].textRange.lowerBound] {
      case UInt8(ascii: "3"): return out.append("∛")
      case UInt8(ascii: "4"): return out.append("∜")
      default: break
      }
    }
    out.append("√[")
    writePlain(self[degree], isScript: true, into: &out)
    out.append(UInt8(ascii: "]"))
  }

  func writePlainTable(_ node: Node, isScript: Bool, into out: inout ByteBuffer) {
    var row = node.first
    while row.exists {
      writePlainCells(self[row], isScript: isScript, into: &out)
      row = self[row].next
      if row.exists { out.append("; ") }
    }
  }

  func writePlainCells(_ node: Node, isScript: Bool, into out: inout ByteBuffer) {
    var cell = node.first
    while cell.exists {
      writePlainRow(self[cell].first, isScript: isScript, into: &out)
      cell = self[cell].next
      if cell.exists { out.appendSpaceOnce() }
    }
  }

  /// Writes a script or a part of a fraction, in parentheses unless it reads as one thing.
  func writePlainOperand(_ id: NodeID, isScript: Bool, into out: inout ByteBuffer) {
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
    case .row: return isWord(node.first) || isEnclosed(node.first)
    default: return false
    }
  }

  private func isWord(_ first: NodeID) -> Bool {
    var current = first
    while current.exists {
      let node = self[current]
      let isSign = current == first && node.kind == .operation && OperatorCategory(of: node.scalar) == .sign
      switch node.kind {
      case .letter, .number, .symbol, .letters, .space: break
      default: if !isSign { return false }
      }
      current = node.next
    }
    return true
  }
}

extension FormulaTree {
  /// Whether a list is in delimiters already, with none in between.
  private func isEnclosed(_ first: NodeID) -> Bool {
    guard first.exists, self[first].atom == .opening else { return false }
    var current = self[first].next
    while current.exists {
      let node = self[current]
      if node.atom == .opening { return false }
      if node.atom == .closing { return !node.next.exists && node.kind == .operation }
      current = node.next
    }
    return false
  }
}

/// The combining characters for the accents of formulas.
private enum PlainAccent {
  static func combining(_ node: Node) -> UInt32? {
    if node.option & AccentOption.under != 0 { return node.scalar == 0x5F ? 0x332 : nil }
    return switch node.scalar {
    case 0x2C6: 0x302
    case 0x2DC: 0x303
    case 0x2C9: 0x304
    case 0x203E: 0x305
    case 0x2D9: 0x307
    case 0xA8: 0x308
    case 0x2C7: 0x30C
    case 0x2D8: 0x306
    case 0xB4: 0x301
    case 0x60: 0x300
    case 0x2DA: 0x30A
    case 0x2192: 0x20D7
    default: nil
    }
  }
}
