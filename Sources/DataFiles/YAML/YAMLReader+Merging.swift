/// The members that `<<` adds to a mapping, which are put into it when it ends: its own members count before them.
struct YAMLMerge {
  /// The position of the mapping.
  let mapping: Int
  /// The nodes of the value of `<<`: a mapping or a sequence of mappings. They are empty until it has been read.
  var value: [DataNode] = []
}

/// YAML 1.1's merge keys (https://yaml.org/type/merge.html). All that is copied counts against the limit of aliases.
extension YAMLReader {
  /// Takes the last node as the key `<<`, whose value comes next.
  mutating func beginMerge(in tree: DataTree) {
    guard let mapping = tree.open.last else { return }
    merges.append(YAMLMerge(mapping: mapping.index))
    openMerges += 1
  }

  /// Takes the value that has just been read out of the tree, where it is that of `<<`.
  ///
  /// - Returns: whether reading can go on.
  mutating func takeMergedValue(in tree: inout DataTree) -> Bool {
    guard let merge = merges.last, merge.value.isEmpty, let mapping = tree.open.last, mapping.index == merge.mapping,
      !mapping.hasKey
    else { return true }
    let value = tree.takeLastMember()
    merges[merges.count - 1].value = value
    openMerges -= 1
    guard makeRoom(for: value.count, at: value[0].range) else { return false }
    if !isMergeable(value) {
      note(
        "yaml/merge", "`<<` must have a mapping or a list of mappings as its value, not \(value[0].description)",
        at: value[0].range, help: "write `<<: *name`, or put `<<` into quotes if it is a key like others")
    }
    return true
  }

  private func isMergeable(_ value: [DataNode]) -> Bool {
    switch value[0].kind {
    case .object: true
    case .array: value.dropFirst().allSatisfy { $0.parent != value[0].index || $0.kind == .object }
    default: false
    }
  }

  /// Adds what was merged to the mapping that ends here.
  ///
  /// - Returns: whether reading can go on.
  mutating func finishMerges(in tree: inout DataTree) -> Bool {
    guard let mapping = tree.open.last, mapping.kind == .object else { return true }
    var first = merges.count
    while first > 0, merges[first - 1].mapping == mapping.index { first -= 1 }
    let values = merges[first...].map(\.value)
    merges.removeSubrange(first...)
    for value in values where !value.isEmpty {
      guard makeRoom(for: value.count, at: value[0].range) else { return false }
      tree.appendMembers(of: value)
    }
    return true
  }
}

extension DataTree {
  /// Removes the last member of the innermost object, and gives the nodes of its value.
  fileprivate mutating func takeLastMember() -> [DataNode] {
    // The value is the last node that is directly in the object.
    let object = open[open.count - 1]
    var start = nodes.count - 1
    while Int(nodes[start].parent) != object.index { start = Int(nodes[start].parent) }
    let value = Array(nodes[start...])
    nodes.removeLast(nodes.count - start + 1)
    open[open.count - 1].count -= 1
    return value
  }

  /// Adds the members of an object, or of the objects of an array, to the innermost object, but for those whose keys it
  /// has.
  fileprivate mutating func appendMembers(of value: [DataNode]) {
    let first = value[0].index
    var position = 1
    while position < value.count {
      let node = value[position]
      if node.isKey {
        let end = Int(value[position + 1].next &- first)
        appendMember(value[position..<end])
        position = end
      } else {
        // Inside of an array, an object: its members come next. What is none is passed over.
        position = node.kind == .object ? position + 1 : Int(node.next &- first)
      }
    }
  }

  private mutating func appendMember(_ member: ArraySlice<DataNode>) {
    guard let key = member.first, !hasKey(key) else { return }
    countChild()
    let shift = UInt32(truncatingIfNeeded: nodes.count) &- key.index
    let start = nodes.count
    for node in member { nodes.append(node.moved(by: shift)) }
    for root in [start, start + 1] { nodes[root] = nodes[root].moved(to: slot(ofLastChildAt: root)) }
    registerKey(at: start)
  }
}
