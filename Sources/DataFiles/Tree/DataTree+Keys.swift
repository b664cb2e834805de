internal import ByteText

/// A key of an object that has so many that looking at each of them would take quadratic time.
struct LargeObjectKey: Hashable, Sendable {
  let object: Int
  let hash: UInt64
}

extension DataTree {
  /// From this many members on, an object's keys are found through a hash table.
  private static let linearLimit = 48

  /// Takes the last node as a key of the innermost object.
  ///
  /// - Returns: the earlier key with the same text, where there is one.
  mutating func registerKey() -> DataNode? { registerKey(at: nodes.count - 1) }

  /// Takes a node as a key of the innermost object.
  ///
  /// - Returns: the earlier key with the same text, where there is one.
  @discardableResult mutating func registerKey(at index: Int) -> DataNode? {
    guard let object = open.last, nodes.indices.contains(index) else { return nil }
    nodes[index].isKey = true
    let key = nodes[index]
    let signature = KeySignature(hash: Fingerprint(of: bytes(key)).value, index: Int(key.index))
    defer { keys.append(signature) }
    guard let earlier = earlierKey(like: signature, in: object) else { return nil }
    return isSameText(nodes[earlier], key) ? nodes[earlier] : nil
  }

  /// Whether the innermost object has a key with the text of a node.
  func hasKey(_ key: DataNode) -> Bool {
    guard let object = open.last else { return false }
    let hash = Fingerprint(of: bytes(key)).value
    let found =
      object.count > Self.linearLimit
      ? largeObjectKeys[LargeObjectKey(object: object.index, hash: hash)]
      : keys[object.firstKey...].first { $0.hash == hash }?.index
    return found.map { isSameText(nodes[$0], key) } ?? false
  }

  private mutating func earlierKey(like new: KeySignature, in object: OpenContainer) -> Int? {
    if object.count > Self.linearLimit { return largeObjectKey(like: new, in: object) }
    for position in object.firstKey..<keys.count where keys[position].hash == new.hash { return keys[position].index }
    return nil
  }

  private mutating func largeObjectKey(like new: KeySignature, in object: OpenContainer) -> Int? {
    if object.count == Self.linearLimit + 1 {
      for key in keys[object.firstKey...] { remember(key, in: object) }
    }
    return remember(new, in: object)
  }

  /// - Returns: the position of an earlier key with this hash.
  @discardableResult
  private mutating func remember(_ key: KeySignature, in object: OpenContainer) -> Int? {
    largeObjectKeys.updateValue(key.index, forKey: LargeObjectKey(object: object.index, hash: key.hash))
  }

  private func isSameText(_ left: DataNode, _ right: DataNode) -> Bool {
    bytes(left).isEqual(to: bytes(right))
  }
}
