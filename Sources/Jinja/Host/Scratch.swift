public import ByteText

/// The numbers of the memory segments that a render's texts refer to.
public enum TextSegment {
  /// What the render itself made: results of filters and calls.
  public static let scratch: UInt16 = 0
  /// The literals of the compiled templates.
  public static let literals: UInt16 = 1
  /// The first segment of the host.
  public static let host: UInt16 = 2
}

/// Memory that lives for one render: where hosts and filters put the texts, lists and dictionaries they make, and
/// through which they read the texts of values.
///
/// ```swift
/// let authors = renderer.retain { scratch in
///   let name = scratch.string { $0.append("Ada") }
///   return scratch.list([scratch.dictionary([(key: scratch.string("name"), value: name)])])
/// }
/// ```
public struct Scratch: ~Copyable {
  /// The text made so far.
  var text = ByteBuffer(capacity: 4096)
  /// A buffer for a text that is being made from others.
  var work: ByteBuffer?
  /// The memory that texts refer to, by segment; the first is `text`.
  var segments: [UnsafeRawBufferPointer] = []
  /// The elements of all lists, and keys and values of all dictionaries.
  var items: [Value] = []
  var lists: [ListHeader] = []
  var dictionaries: [DictionaryHeader] = []
  /// The hash tables of the larger dictionaries.
  var buckets: [Int32] = []
  /// What was made by `Renderer.retain` and stays.
  var retained = Extent()
  /// The number of the render, or of the evaluation of an expression: what was made while it was another is gone. A host
  /// may keep a value that it has made for as long as this number stays.
  public internal(set) var renderNumber = 0
  /// How much work may still be done, and how much memory used.
  var stepsLeft = 0
  /// Whether it is the budget of all renders that allows no more.
  var isLimitedByBudget = false
  var limits = RenderLimits()
  var model: (any DataModel)?
  /// The filters of the host, for filters that apply others.
  var hostFilters: [HostSignature] = []
  /// Names as text values, by symbol.
  var symbolTexts: [Value] = []
  var symbolOfHash: [UInt64: UInt32] = [:]
  /// Whether undefined values are errors where they are used.
  var isStrict = true
  /// Whether the context escapes at this moment: what filters and calls give is markup then. Whether output is
  /// escaped is decided where a template is compiled, and can differ inside of macros.
  var autoescape = true

  /// Empty memory.
  init() {}
}

extension Scratch {
  /// A text value made of what `write` appends.
  public mutating func string(safe: Bool = false, _ write: (inout ByteBuffer) -> Void) -> Value {
    let start = text.count
    write(&text)
    return finishText(from: start, safe: safe)
  }

  /// A text value with the UTF-8 of a string.
  public mutating func string(_ string: String, safe: Bool = false) -> Value {
    self.string(safe: safe) { $0.append(string) }
  }

  /// A list of values.
  public mutating func list(_ elements: [Value]) -> Value {
    let list = makeList(capacity: elements.count)
    for element in elements { append(element, to: list) }
    return list
  }

  /// A dictionary; of keys that occur twice, the last value counts. Keys have to be texts or numbers.
  public mutating func dictionary(_ entries: [(key: Value, value: Value)]) -> Value {
    let dictionary = makeDictionary(capacity: entries.count)
    for entry in entries { set(entry.key, to: entry.value, in: dictionary) }
    return dictionary
  }

  /// An empty list with room for `count` elements, which `append(_:toList:)` adds: for hosts that hand out data of
  /// their own piece by piece. Lists inside of lists are made first, and then added.
  ///
  /// - Throws: where the render has made too much.
  public mutating func list(count: Int) throws(TemplateFailure) -> Value {
    try chargeItems(max(count, 0))
    return makeList(capacity: max(count, 0))
  }

  /// Adds an element to a list that the host has made; does nothing for other values.
  public mutating func append(_ element: Value, toList list: Value) {
    if list.kind == .list { append(element, to: list) }
  }

  /// An empty dictionary with room for `count` entries, which `set(_:to:inDictionary:)` adds.
  ///
  /// - Throws: where the render has made too much.
  public mutating func dictionary(count: Int) throws(TemplateFailure) -> Value {
    try chargeItems(max(count, 0) &* 2)
    return makeDictionary(capacity: max(count, 0))
  }

  /// Gives a key, a text or a number, a value in a dictionary that the host has made; does nothing for other values.
  public mutating func set(_ key: Value, to value: Value, inDictionary dictionary: Value) {
    if dictionary.kind == .dictionary, keyCost(key) != nil { set(key, to: value, in: dictionary) }
  }

  /// The value with the content of a file of JSON or YAML.
  public mutating func value(_ content: ContextValue) -> Value {
    switch content {
    case .none: return .none
    case .boolean(let truth): return Value(truth)
    case .integer(let integer): return Value(integer)
    case .number(let number): return Value(number)
    case .string(let string): return self.string(string)
    case .markup(let string): return self.string(string, safe: true)
    case .list(let elements):
      let list = makeList(capacity: elements.count)
      for element in elements { append(value(element), to: list) }
      return list
    case .dictionary(let entries):
      let dictionary = makeDictionary(capacity: entries.count)
      for entry in entries { set(string(entry.key), to: value(entry.value), in: dictionary) }
      return dictionary
    }
  }

  /// The bytes of a text value, empty for other values; valid until the memory is written to.
  @_lifetime(borrow self)
  public func bytes(of value: Value) -> Span<UInt8> {
    let bytes = value.kind == .string ? raw(value) : UnsafeRawBufferPointer(start: nil, count: 0)
    let view = UnsafeBufferPointer(start: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), count: bytes.count)
    return _overrideLifetime(Span(_unsafeElements: view), borrowing: self)
  }

  /// The text of a text value, nil for other values.
  public func text(of value: Value) -> String? {
    value.kind == .string ? String(bytes: bytes(of: value)) : nil
  }

  /// The number of elements of a list or tuple, nil for other values.
  public func count(of value: Value) -> Int? {
    value.isSequence ? lists[value.index].count : nil
  }

  /// An element of a list or tuple, by an index from 0 that is less than the count.
  public func element(_ index: Int, of value: Value) -> Value {
    guard value.isSequence, index >= 0, index < lists[value.index].count else { return .undefined }
    return items[lists[value.index].start + index]
  }
}

extension Scratch {
  /// Forgets what renders made, and keeps the memory.
  mutating func reset() {
    renderNumber &+= 1
    text.truncate(to: retained.text)
    items.removeLast(items.count - retained.items)
    lists.removeLast(lists.count - retained.lists)
    dictionaries.removeLast(dictionaries.count - retained.dictionaries)
    buckets.removeLast(buckets.count - retained.buckets)
  }

  /// Keeps all that has been made until now.
  mutating func retain() {
    retained = Extent(
      text: text.count, items: items.count, lists: lists.count, dictionaries: dictionaries.count,
      buckets: buckets.count)
  }

  /// The bytes of a text. They stay where they are until something is appended to `text`.
  @inline(__always) func raw(_ value: Value) -> UnsafeRawBufferPointer {
    let (offset, length) = (value.index, Int(value.length))
    let segment = Int(value.segment)
    let memory =
      segment == 0 ? text.span.withUnsafeBytes { $0 } : segment < segments.count ? segments[segment] : Self.nothing
    guard offset >= 0, offset <= memory.count, memory.count &- offset >= length else { return Self.nothing }
    return UnsafeRawBufferPointer(start: memory.baseAddress.map { $0 + offset }, count: length)
  }

  private static var nothing: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: nil, count: 0) }

  /// The text that was appended since `text` had `start` bytes.
  @inline(__always) func finishText(from start: Int, safe: Bool) -> Value {
    Value(TextRef(segment: TextSegment.scratch, offset: start, length: text.count - start), safe: safe)
  }

  /// Fails where so many more bytes would be too many.
  func checkRoom(_ bytes: Int) throws(TemplateFailure) {
    let used = text.count &+ items.count &* MemoryLayout<Value>.stride
    if bytes > limits.scratchBytes || used > limits.scratchBytes - bytes {
      throw TemplateFailure("the values of this page need more than \(limits.scratchBytes >> 20) MiB")
    }
  }

  /// Counts work, and fails where it is too much.
  @inline(__always) mutating func charge(_ work: Int) throws(TemplateFailure) {
    stepsLeft &-= work
    if stepsLeft < 0 { throw tooMuchWork() }
  }

  @inline(never) private func tooMuchWork() -> TemplateFailure {
    isLimitedByBudget
      ? TemplateFailure("rendering all pages takes more steps than are allowed", help: "what do all pages do again?")
      : TemplateFailure("rendering this page takes more than \(limits.steps) steps", help: "does a loop run too often?")
  }
}

/// How much of a scratch memory is used.
struct Extent {
  var text = 0
  var items = 0
  var lists = 0
  var dictionaries = 0
  var buckets = 0
}
