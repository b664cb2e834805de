/// A range of integers as Python's `range` gives it.
struct IntegerRange {
  var start: Int
  var stop: Int
  var step: Int

  /// How many numbers there are.
  var count: Int {
    let distance = step > 0 ? stop.subtractingReportingOverflow(start) : start.subtractingReportingOverflow(stop)
    if distance.overflow { return Int.max }
    if distance.partialValue <= 0 { return 0 }
    return Int((UInt(distance.partialValue) - 1) / step.magnitude) + 1
  }

  /// The number at an index that is less than the count.
  func number(at index: Int) -> Int { start &+ index &* step }
}

extension Scratch {
  mutating func makeRange(_ range: IntegerRange) -> Value {
    items.append(contentsOf: [Value(range.start), Value(range.stop), Value(range.step)])
    return Value(kind: .range, payload: UInt64(items.count - 3))
  }

  func range(_ value: Value) -> IntegerRange {
    IntegerRange(
      start: items[value.index].integer, stop: items[value.index + 1].integer, step: items[value.index + 2].integer)
  }
}
