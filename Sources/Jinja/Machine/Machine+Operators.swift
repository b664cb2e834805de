import ByteText

extension Machine {
  mutating func calculate(_ operation: UInt8) throws(TemplateFailure) {
    let right = pop()
    let left = pop()
    guard let operation = BinaryOperator(rawValue: operation) else { return }
    push(try scratch.calculate(operation, left, right))
  }

  mutating func compare(_ comparison: UInt8) throws(TemplateFailure) {
    let right = pop()
    let left = pop()
    push(Value(try holds(comparison, left, right)))
  }

  mutating func compareChain(_ instruction: Instruction) throws(TemplateFailure) {
    let right = pop()
    let left = pop()
    if try holds(instruction.x, left, right) {
      push(right)
    } else {
      push(Value(false))
      position = Int(instruction.a)
    }
  }

  private mutating func holds(_ comparison: UInt8, _ left: Value, _ right: Value) throws(TemplateFailure) -> Bool {
    try scratch.holds(ComparisonOperator(rawValue: comparison) ?? .equal, left, right)
  }

  /// `~`: all values as one text, which is markup where one of them is and escaping is on.
  mutating func concatenate(_ count: Int) throws(TemplateFailure) {
    let start = top - count
    var safe = false
    for index in start..<top where escapes && stack[index].isMarkup { safe = true }
    for index in start..<top where stack[index].kind != .string {
      stack[index] = try scratch.stringValue(stack[index])
    }
    let textStart = scratch.text.count
    for index in start..<top {
      try scratch.checkRoom(Int(stack[index].length) * 5)
      try scratch.appendJoined(stack[index], escaping: safe)
    }
    top = start
    push(scratch.finishText(from: textStart, safe: safe))
  }

  mutating func makeList(_ count: Int, _ kind: Value.Kind) throws(TemplateFailure) {
    try scratch.chargeItems(count)
    let list = scratch.makeList(capacity: count, kind: kind)
    for index in top - count..<top { scratch.append(stack[index], to: list) }
    top -= count
    push(list)
  }

  mutating func makeDictionary(_ count: Int) throws(TemplateFailure) {
    try scratch.chargeItems(count * 2)
    let dictionary = scratch.makeDictionary(capacity: count)
    for index in 0..<count {
      let key = stack[top - (count - index) * 2]
      try scratch.requireHashable(key)
      scratch.set(key, to: stack[top - (count - index) * 2 + 1], in: dictionary)
    }
    top -= count * 2
    push(dictionary)
  }

  mutating func unpack(_ count: Int) throws(TemplateFailure) {
    let value = pop()
    let list = try scratch.listed(value)
    let elements = scratch.listCount(list)
    guard elements == count else {
      throw TemplateFailure("\(scratch.describe(value)) of \(elements) elements can't be taken apart into \(count)")
    }
    for index in (0..<count).reversed() { push(scratch.listElement(index, list)) }
  }
}
