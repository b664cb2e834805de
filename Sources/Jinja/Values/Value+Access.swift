import ByteText

extension Value {
  /// What made a value undefined, for diagnostics.
  enum UndefinedOrigin: UInt8 {
    case unknown, name, objectAttribute, attribute, item, missing
    /// An inline if without else, which prints as nothing even where undefined values are errors.
    case noElse
  }

  /// Flags beside `Value.flags`' lowest bit, which says that a text is markup.
  enum Flag {
    static let markup: UInt8 = 1
    /// A tuple of `groupby`, whose elements have the names `grouper` and `list`.
    static let group: UInt8 = 2
    /// A top-level variable that a module shows to those who import it.
    static let exported: UInt8 = 0x80
    /// A top-level variable that the template itself has set.
    static let assigned: UInt8 = 0x40
  }

  @inline(__always) var isUndefined: Bool { kind == .undefined }
  @inline(__always) var isMarkup: Bool { kind == .string && flags & Flag.markup != 0 }
  @inline(__always) var truth: Bool { payload != 0 }
  @inline(__always) var integer: Int { Int(truncatingIfNeeded: Int64(bitPattern: payload)) }
  @inline(__always) var number: Double { Double(bitPattern: payload) }
  @inline(__always) var index: Int { Int(truncatingIfNeeded: payload) }
  @inline(__always) var object: ObjectRef {
    ObjectRef(type: segment, index: Int(truncatingIfNeeded: payload), detail: length)
  }

  /// Booleans count as integers.
  @inline(__always) var isInteger: Bool { kind == .integer || kind == .boolean }
  @inline(__always) var isNumeric: Bool { isInteger || kind == .number }
  var asDouble: Double { kind == .number ? number : Double(integer) }
  var isSequence: Bool { kind == .list || kind == .tuple }

  /// The variable that was not given a value, which is looked for further out.
  static let missing = undefined(.missing)
  @inline(__always) var isMissing: Bool { isUndefined && (flags & 0x3F) >> 1 == UndefinedOrigin.missing.rawValue }

  var origin: UndefinedOrigin { UndefinedOrigin(rawValue: (flags & 0x3F) >> 1) ?? .unknown }

  static func undefined(_ origin: UndefinedOrigin, symbol: UInt32 = 0, type: UInt16 = 0, payload: UInt64 = 0) -> Value {
    Value(kind: .undefined, flags: origin.rawValue << 1, segment: type, length: symbol, payload: payload)
  }

  /// What an undefined attribute is missing from: the kind, and for dictionaries and namespaces which one.
  var ownerOfMissing: Value {
    Value(kind: Kind(rawValue: UInt8(truncatingIfNeeded: payload)) ?? .none, payload: payload >> 8)
  }

  static func undefined(name: Symbol) -> Value { undefined(.name, symbol: name.id) }

  /// The attribute `name` that `owner` does not have.
  static func undefined(attribute name: Symbol, of owner: Value) -> Value {
    if owner.kind == .object {
      return undefined(.objectAttribute, symbol: name.id, type: owner.segment, payload: owner.payload)
    }
    let isDictionary = owner.kind == .dictionary || owner.kind == .namespace
    return undefined(
      .attribute, symbol: name.id, payload: (isDictionary ? owner.payload << 8 : 0) | UInt64(owner.kind.rawValue))
  }

  /// The value without what only concerns the template that set it.
  @inline(__always) var forOtherTemplate: Value { with(flags: flags & ~(Flag.exported | Flag.assigned)) }

  /// Whether it is one that a template has set.
  var concernsTemplate: Bool { flags & (Flag.exported | Flag.assigned) != 0 }

  func with(flags: UInt8) -> Value {
    Value(kind: kind, flags: flags, segment: segment, length: length, payload: payload)
  }

  func markup(_ isMarkup: Bool) -> Value {
    with(flags: isMarkup ? flags | Flag.markup : flags & ~Flag.markup)
  }

  /// The kind in the words of a diagnostic.
  var kindName: String {
    switch kind {
    case .undefined: "an undefined value"
    case .none: "none"
    case .boolean: "a boolean"
    case .integer: "an integer"
    case .number: "a number"
    case .string: "a text"
    case .list: "a list"
    case .tuple: "a tuple"
    case .dictionary: "a dictionary"
    case .object: "an object"
    case .range: "a range"
    case .namespace: "a namespace"
    case .loop: "the loop"
    case .macro: "a macro"
    case .module: "a template module"
    case .function, .method: "a function"
    case .blocks: "the blocks"
    case .cycler: "a cycler"
    case .joiner: "a joiner"
    }
  }
}
