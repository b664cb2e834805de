/// The arguments of a call to a function or filter of the host, in the order of its declared parameters;
/// one that was left out is `.undefined`. A filter's value is the first, before its parameters.
public struct Arguments: ~Copyable {
  let values: UnsafeBufferPointer<Value>

  /// How many there are: as many as parameters were declared, and for a filter one more.
  public var count: Int { values.count }

  /// The argument at a position, `.undefined` where there is none.
  public subscript(position: Int) -> Value {
    values.indices.contains(position) ? values[position] : .undefined
  }
}
