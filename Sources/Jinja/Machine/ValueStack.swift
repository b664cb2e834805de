/// The memory of all local variables and intermediate values. Functions check on entry that what they need fits, so
/// access is not checked again; no value is read before it has been written.
struct ValueStack: ~Copyable {
  private let values: UnsafeMutablePointer<Value>
  let capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    values = .allocate(capacity: capacity)
  }

  deinit { values.deallocate() }

  @inline(__always) subscript(index: Int) -> Value {
    get { values[index] }
    nonmutating set { values[index] = newValue }
  }

  /// Some values from an index on, which stay where they are.
  @inline(__always) func slice(_ start: Int, _ count: Int) -> UnsafeBufferPointer<Value> {
    UnsafeBufferPointer(start: values + start, count: count)
  }

  func fill(_ value: Value, from start: Int, count: Int) {
    (values + start).update(repeating: value, count: count)
  }

  /// Moves values; the ranges may overlap.
  func move(from source: Int, to target: Int, count: Int) {
    (values + target).update(from: values + source, count: count)
  }
}
