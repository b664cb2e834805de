/// Where a list's elements are.
struct ListHeader: BitwiseCopyable {
  var start: Int
  var count: Int
  var capacity: Int
}

extension Scratch {
  /// An empty list with room for some elements.
  mutating func makeList(capacity: Int = 4, kind: Value.Kind = .list, flags: UInt8 = 0) -> Value {
    lists.append(ListHeader(start: items.count, count: 0, capacity: capacity))
    items.append(contentsOf: repeatElement(.none, count: capacity))
    return Value(kind: kind, flags: flags, payload: UInt64(lists.count - 1))
  }

  mutating func tuple(_ first: Value, _ second: Value, flags: UInt8 = 0) -> Value {
    let tuple = makeList(capacity: 2, kind: .tuple, flags: flags)
    append(first, to: tuple)
    append(second, to: tuple)
    return tuple
  }

  /// Adds an element. Amortized constant time.
  mutating func append(_ value: Value, to list: Value) {
    var header = lists[list.index]
    if header.count == header.capacity { header = grow(header) }
    items[header.start + header.count] = value
    header.count += 1
    lists[list.index] = header
  }

  private mutating func grow(_ header: ListHeader) -> ListHeader {
    let extra = max(4, header.capacity)
    if header.start + header.capacity == items.count {
      items.append(contentsOf: repeatElement(.none, count: extra))
      return ListHeader(start: header.start, count: header.count, capacity: header.capacity + extra)
    }
    let start = items.count
    for index in 0..<header.count { items.append(items[header.start + index]) }
    items.append(contentsOf: repeatElement(.none, count: header.capacity + extra - header.count))
    return ListHeader(start: start, count: header.count, capacity: header.capacity + extra)
  }

  @inline(__always) func listCount(_ list: Value) -> Int { lists[list.index].count }

  @inline(__always) func listElement(_ index: Int, _ list: Value) -> Value { items[lists[list.index].start + index] }

  /// A tuple with the elements of a list, which is not changed afterwards.
  func asTuple(_ list: Value) -> Value { Value(kind: .tuple, payload: list.payload) }

  mutating func setElement(_ index: Int, of list: Value, to value: Value) {
    items[lists[list.index].start + index] = value
  }

  /// Adds an element at a position and moves those after it.
  mutating func insert(_ value: Value, at index: Int, in list: Value) {
    append(value, to: list)
    let header = lists[list.index]
    var position = header.count - 1
    while position > index {
      items[header.start + position] = items[header.start + position - 1]
      position -= 1
    }
    items[header.start + index] = value
  }

  @discardableResult mutating func remove(at index: Int, from list: Value) -> Value {
    let header = lists[list.index]
    let removed = items[header.start + index]
    for position in index..<header.count - 1 { items[header.start + position] = items[header.start + position + 1] }
    lists[list.index].count -= 1
    return removed
  }
}
