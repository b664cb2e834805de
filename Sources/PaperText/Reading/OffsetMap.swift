/// Finds the offset in a text as it was given for an offset in what was made of it.
struct OffsetMap {
  private var steps: [(output: Int, input: Int)] = []

  /// Forgets everything: both texts are the same.
  mutating func removeAll() { steps.removeAll(keepingCapacity: true) }

  /// Says that from here on, `output` stands for `input`. To be called in ascending order.
  mutating func add(output: Int, input: Int) { steps.append((output, input)) }

  /// The offset in the input. Logarithmic in the number of changes.
  func input(for output: Int) -> Int {
    var low = 0
    var high = steps.count
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].output <= output { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return output }
    return steps[low - 1].input + output - steps[low - 1].output
  }
}
