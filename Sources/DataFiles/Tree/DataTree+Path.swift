internal import ByteText

extension DataTree {
  /// The most scalars of a key that a path shows.
  private static let nameLimit = 80

  /// The way from the root to a value, as `authors[3].name`, for messages; empty for the root. A key has the path of its
  /// value. It costs as much as the value is deep.
  ///
  /// Without indices, equal places of different elements have equal paths.
  public func path(of node: DataNode, withIndices: Bool = true) -> String {
    var (path, node) = ("", node)
    for parent in ancestors(of: node) {
      path = step(to: node, isElement: parent.kind == .array, withIndices: withIndices) + path
      node = parent
    }
    return path.hasPrefix(".") ? String(path.dropFirst()) : path
  }

  /// What is around a node, from the innermost array or object to the root.
  func ancestors(of node: DataNode) -> [DataNode] {
    var (ancestors, node) = ([DataNode](), node)
    while node.parent < node.index, Int(node.parent) < nodes.count {
      node = nodes[Int(node.parent)]
      ancestors.append(node)
    }
    return ancestors
  }

  private func step(to node: DataNode, isElement: Bool, withIndices: Bool) -> String {
    if isElement { return withIndices ? "[\(node.ordinal)]" : "[]" }
    // A value comes just after its key.
    return ".\(name(of: node.isKey ? node : nodes[Int(node.index) - 1]))"
  }

  /// A key as it can be in a path: one with unusual characters is put into quotes, a long one is cut.
  private func name(of key: DataNode) -> String {
    let text = bytes(key)
    let short = String(bytes: text.extracting(..<min(text.count, Self.nameLimit * 4)))
    let scalars = short.unicodeScalars
    let isCut = scalars.count > Self.nameLimit || short.utf8.count < text.count
    let name = isCut ? String(scalars.prefix(Self.nameLimit)) + "…" : short
    let isPlain = !name.isEmpty && name.utf8.allSatisfy(Self.isPlain)
    return isPlain ? name : "\"\(name)\""
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte >= 0x80
  }
}
