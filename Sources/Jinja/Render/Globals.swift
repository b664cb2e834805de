public import ByteText

/// The variables that every template of a render sees, imported ones too.
///
/// It is an array by symbol: `reset(to:)` copies the values of a base without allocating, so a worker keeps one for
/// all of its pages.
public struct Globals: Sendable {
  private(set) var values: [Value] = []

  /// No variables.
  public init() {}

  /// Gives a variable a value. Values of a render's scratch memory are not allowed, save those that
  /// `Renderer.retain` made.
  public mutating func set(_ name: Symbol, to value: Value) {
    let index = Int(name.id)
    while values.count <= index { values.append(.undefined) }
    values[index] = value
  }

  /// The value of a variable, or `.undefined`.
  public func value(of name: Symbol) -> Value {
    let index = Int(name.id)
    return index < values.count ? values[index] : .undefined
  }

  /// Forgets all variables and takes those of `base`; the memory is kept.
  public mutating func reset(to base: Globals) {
    values.removeAll(keepingCapacity: true)
    values.append(contentsOf: base.values)
  }
}
