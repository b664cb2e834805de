/// The number of an interned name. Two symbols of one table are equal where their names are.
@frozen public struct Symbol: BitwiseCopyable, Hashable, Sendable {
  /// The position of the name in its table, from 0.
  public let id: UInt32

  /// The symbol with a known position.
  @inlinable public init(id: UInt32) { self.id = id }
}

/// A table of names, each with a number, so that a name is compared and looked up as an integer.
///
/// ```swift
/// var symbols = SymbolTable(["site", "page"])
/// symbols.intern("page").id  // 1
/// ```
public struct SymbolTable: Sendable {
  private var ids: [String: UInt32] = [:]
  private var names: [String] = []

  /// A table that already holds some names: the first gets number 0, the next 1, and so on.
  public init(_ known: [String] = []) {
    for name in known { _ = intern(name) }
  }

  /// How many names the table holds.
  public var count: Int { names.count }

  /// The symbol of a name, which is added where it is new.
  public mutating func intern(_ name: String) -> Symbol {
    if let id = ids[name] { return Symbol(id: id) }
    let id = UInt32(names.count)
    ids[name] = id
    names.append(name)
    return Symbol(id: id)
  }

  /// The symbol of a name, or nil where the table doesn't hold it.
  public func symbol(for name: String) -> Symbol? {
    ids[name].map(Symbol.init(id:))
  }

  /// The name of a symbol that this table gave out.
  public func name(of symbol: Symbol) -> String {
    names[Int(symbol.id)]
  }
}
