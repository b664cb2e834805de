internal import ByteText

extension FormulaTree {
  /// Writes the nodes of a list as one element: the only one, or an `mrow`.
  func writeElement(_ first: NodeID, _ setting: Setting, into out: inout ByteBuffer) {
    if !first.exists || isSingle(first) && isNothing(first) {
      out.append("<mrow/>")
    } else if isSingle(first) {
      writeRow(first, setting, into: &out)
    } else {
      out.append("<mrow>")
      writeRow(first, setting, into: &out)
      out.append("</mrow>")
    }
  }

  /// Writes the nodes of a list one after the other, with the space TeX sets between them.
  func writeRow(
    _ first: NodeID, _ setting: Setting, after start: AtomClass = .none, into out: inout ByteBuffer
  ) {
    var previous = start
    var behind = NodeID.none
    var current = first
    while current.exists {
      let node = self[current]
      var own = setting.inside
      own.isFirst = current == first && node.next.exists
      own.isLast = !node.next.exists && current != first
      if node.atom != .none {
        let following = nextAtom(after: node)
        own.left = space(previous, node.atom, carriedBy: .right, inScript: setting.isScript)
        own.right = space(node.atom, following, carriedBy: .left, inScript: setting.isScript)
        tighten(&own, before: behind, after: node.next)
        previous = node.atom
        writeSpaced(current, own, following, into: &out)
      } else if !isNothing(current) {
        write(current, own, into: &out)
      }
      behind = current
      current = node.next
    }
  }

  /// Whether a node is a space of no width, which needs no element in a row.
  private func isNothing(_ id: NodeID) -> Bool { self[id].kind == .space && self[id].mu <= 0 }

  /// Takes negative spaces, which MathML Core has not, from the space beside them.
  private func tighten(_ setting: inout Setting, before previous: NodeID, after next: NodeID) {
    if setting.left > 0, previous.exists, self[previous].kind == .space {
      setting.left = max(0, setting.left + min(0, self[previous].mu))
    }
    if setting.right > 0, next.exists, self[next].kind == .space {
      setting.right = max(0, setting.right + min(0, self[next].mu))
    }
  }

  private func nextAtom(after node: Node) -> AtomClass {
    var id = node.next
    while id.exists {
      if self[id].atom != .none { return self[id].atom }
      id = self[id].next
    }
    return .none
  }

  private enum Side { case left, right }

  /// The space between two atoms if the given one of them has to bring it.
  ///
  /// Relations, binary operators and punctuation bring the space on both of their sides, big operators and function
  /// names where they stand among ordinary symbols.
  private func space(_ left: AtomClass, _ right: AtomClass, carriedBy side: Side, inScript: Bool) -> Int {
    let gap = AtomClass.gap(left, right, inScript: inScript)
    if gap == 0 { return 0 }
    let carrier: Side =
      switch (left, right) {
      case (.relation, _), (.binary, _): .left
      case (_, .relation), (_, .binary): .right
      case (.operation, _), (.punctuation, _), (.inner, _): .left
      default: .right
      }
    return carrier == side ? gap : 0
  }

  /// Writes a node with the space around it: in the attributes of an operator, else in elements of its own.
  private func writeSpaced(_ id: NodeID, _ setting: Setting, _ following: AtomClass, into out: inout ByteBuffer) {
    if core(of: id).exists { return write(id, setting, into: &out) }
    if setting.left > 0 { out.appendSpace(mu: setting.left) }
    write(id, setting, into: &out)
    if isFunctionName(id), following.takesArguments {
      out.appendFunctionApplication(mu: setting.right)
    } else if setting.right > 0 {
      out.appendSpace(mu: setting.right)
    }
  }
}

extension AtomClass {
  /// Whether an atom of this class behind a function's name is what the function is applied to.
  fileprivate var takesArguments: Bool {
    switch self {
    case .ordinary, .operation, .opening, .inner, .fenced: true
    default: false
    }
  }
}

extension ByteBuffer {
  /// Appends a space of so many mu.
  mutating func appendSpace(mu: Int) {
    append("<mspace width=\"")
    appendLength(mu: mu)
    append("\"/>")
  }

  /// Appends a length in em, to two decimals; less than nothing is nothing.
  mutating func appendLength(mu: Int) {
    guard mu > 0 else { return append(UInt8(ascii: "0")) }
    let hundredths = (mu * 100 + 9) / 18
    if hundredths >= 100 { append(decimal: hundredths / 100) }
    let fraction = hundredths % 100
    if fraction > 0 {
      append(UInt8(ascii: "."))
      if fraction % 10 == 0 { append(decimal: fraction / 10) } else { append(decimal: fraction, width: 2) }
    }
    append("em")
  }

  /// Appends the invisible operator between a function and its argument.
  fileprivate mutating func appendFunctionApplication(mu: Int) {
    if mu > 0 {
      append("<mo rspace=\"")
      appendLength(mu: mu)
      append("\">\u{2061}</mo>")
    } else {
      append("<mo>\u{2061}</mo>")
    }
  }
}
