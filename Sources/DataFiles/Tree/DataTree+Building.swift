internal import ByteText

/// An array or object that is being read.
struct OpenContainer: BitwiseCopyable, Sendable {
  let index: Int
  let kind: DataNode.Kind
  /// Where the keys of this object begin in the tree's list of keys.
  let firstKey: Int
  var count = 0
  /// Whether the key of a member has been read and its value has not.
  var hasKey = false
}

/// A key of an open object by a hash, so that a repeated one is seen without comparing texts.
struct KeySignature: BitwiseCopyable, Sendable {
  let hash: UInt64
  let index: Int
}

/// What the readers do with a tree.
extension DataTree {
  mutating func start(_ syntax: Syntax, of text: FrozenBytes) {
    self.syntax = syntax
    if text !== source { source = text }
    scratch.removeAll(keepingCapacity: true)
    nodes.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    if !largeObjectKeys.isEmpty { largeObjectKeys.removeAll() }
  }

  var depth: Int { open.count }

  /// The place of the next node.
  private var nextSlot: DataNode.Slot { slot(ofLastChildAt: nodes.count) }

  /// The place of a node that belongs to the last element or member of the innermost container.
  func slot(ofLastChildAt index: Int) -> DataNode.Slot {
    guard let container = open.last else { return DataNode.Slot(index: index, parent: 0, ordinal: 0) }
    return DataNode.Slot(index: index, parent: container.index, ordinal: container.count &- 1)
  }

  mutating func append(_ kind: DataNode.Kind, at range: Range<Int>, payload: UInt64 = 0) {
    nodes.append(DataNode(kind, at: nextSlot, range: range, payload: payload))
  }

  /// Says that the last node, a number, is an integer that 64 bits can't have.
  mutating func markLargeInteger() { nodes[nodes.count - 1].isLargeInteger = true }

  mutating func append(text: Range<Int>, in storage: DataNode.Storage, at range: Range<Int>) {
    let payload = UInt64(text.lowerBound) | UInt64(text.count) << 32
    nodes.append(DataNode(.string, storage, at: nextSlot, range: range, payload: payload))
  }

  mutating func openContainer(_ kind: DataNode.Kind, at offset: Int) {
    append(kind, at: offset..<offset)
    open.append(OpenContainer(index: nodes.count - 1, kind: kind, firstKey: keys.count))
  }

  /// Closes the innermost container; `end` is the offset after it.
  mutating func closeContainer(at end: Int) {
    guard let container = open.popLast() else { return }
    keys.removeSubrange(container.firstKey...)
    nodes[container.index].close(at: end, next: nodes.count, count: container.count)
  }

  /// Counts an element or member of the innermost container.
  mutating func countChild() {
    open[open.count - 1].count += 1
  }
}

/// What reading YAML needs besides: its events don't tell keys from values.
extension DataTree {
  /// Whether the next item is the key of a member.
  var expectsKey: Bool {
    guard let container = open.last, container.kind == .object else { return false }
    return !container.hasKey
  }

  mutating func beginKey() {
    countChild()
    open[open.count - 1].hasKey = true
  }

  mutating func beginValue() {
    guard let container = open.last else { return }
    if container.kind == .array { countChild() }
    open[open.count - 1].hasKey = false
  }

  mutating func append(scalar text: UnsafeBufferPointer<UInt8>, at range: Range<Int>) {
    let start = scratch.count
    scratch.append(contentsOf: text)
    append(text: start..<scratch.count, in: .scratch, at: range)
  }

  /// Appends the value at `index`, which takes `size` nodes, once more; it keeps its place in the source.
  mutating func appendCopy(of index: Int, size: Int) {
    let (shift, slot) = (UInt32(truncatingIfNeeded: nodes.count - index), nextSlot)
    for position in index..<index + size { nodes.append(nodes[position].moved(by: shift)) }
    nodes[slot.index] = nodes[slot.index].moved(to: slot)
  }
}
