extension DataTree {
  /// The way from the root to a value, as `authors[3].name`, for messages; empty for the root.
  ///
  /// It walks down from the root, so it costs as much as the siblings on the way; keys count as their values.
  /// Without indices, equal places of different elements have equal paths.
  package func path(of node: DataNode, withIndices: Bool = true) -> String {
    var path = ""
    var parent = root
    while let step = step(from: parent, towards: node.index, withIndices: withIndices) {
      path += path.isEmpty && step.name.hasPrefix(".") ? String(step.name.dropFirst()) : step.name
      parent = step.node
    }
    return path
  }

  private func step(from parent: DataNode, towards index: UInt32, withIndices: Bool) -> (name: String, node: DataNode)?
  {
    guard index > parent.index, index < parent.next else { return nil }
    for (position, node) in elements(of: parent).enumerated() where index < node.next {
      return (withIndices ? "[\(position)]" : "[]", node)
    }
    for (key, value) in members(of: parent) where index < value.next {
      return (".\(name(of: key))", value)
    }
    return nil
  }

  /// A key as it can stand in a path: one with unusual characters is put into quotes.
  private func name(of key: DataNode) -> String {
    let name = string(key)
    let isPlain = !name.isEmpty && name.utf8.allSatisfy(Self.isPlain)
    return isPlain ? name : "\"\(name)\""
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...: true
    default: false
    }
  }
}
