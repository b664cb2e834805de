import ByteText

/// Where a dictionary's entries are, in the order in which they were added: key, value, key, value.
struct DictionaryHeader: BitwiseCopyable {
  var start: Int
  var count: Int
  var capacity: Int
  /// The hash table in `buckets`; a small dictionary has none.
  var table = 0
  var tableSize = 0
}

extension Scratch {
  private static let linearLimit = 8

  /// An empty dictionary with room for some entries.
  mutating func makeDictionary(capacity: Int = 4, kind: Value.Kind = .dictionary) -> Value {
    dictionaries.append(DictionaryHeader(start: items.count, count: 0, capacity: capacity))
    items.append(contentsOf: repeatElement(.none, count: capacity * 2))
    return Value(kind: kind, payload: UInt64(dictionaries.count - 1))
  }

  func dictionaryCount(_ dictionary: Value) -> Int { dictionaries[dictionary.index].count }

  func key(_ index: Int, _ dictionary: Value) -> Value {
    items[dictionaries[dictionary.index].start + index * 2]
  }

  func entry(_ index: Int, _ dictionary: Value) -> (key: Value, value: Value) {
    let start = dictionaries[dictionary.index].start + index * 2
    return (items[start], items[start + 1])
  }

  /// The value of a key, or nil.
  func value(_ key: Value, in dictionary: Value) -> Value? {
    position(of: key, in: dictionary).map { items[dictionaries[dictionary.index].start + $0 * 2 + 1] }
  }

  /// The number of the entry with a key.
  func position(of key: Value, in dictionary: Value) -> Int? {
    let header = dictionaries[dictionary.index]
    if header.tableSize == 0 {
      for index in 0..<header.count where isEqualKey(items[header.start + index * 2], key) { return index }
      return nil
    }
    var slot = Int(truncatingIfNeeded: hash(key)) & (header.tableSize - 1)
    while true {
      let index = Int(buckets[header.table + slot])
      if index < 0 { return nil }
      if isEqualKey(items[header.start + index * 2], key) { return index }
      slot = (slot + 1) & (header.tableSize - 1)
    }
  }

  /// Gives a key a value.
  mutating func set(_ key: Value, to value: Value, in dictionary: Value) {
    if let index = position(of: key, in: dictionary) {
      items[dictionaries[dictionary.index].start + index * 2 + 1] = value
      return
    }
    var header = dictionaries[dictionary.index]
    if header.count == header.capacity { grow(&header) }
    items[header.start + header.count * 2] = key
    items[header.start + header.count * 2 + 1] = value
    header.count += 1
    if header.count > Self.linearLimit { index(&header) }
    dictionaries[dictionary.index] = header
  }

  private mutating func grow(_ header: inout DictionaryHeader) {
    let capacity = max(4, header.capacity * 2)
    let start = items.count
    for index in 0..<header.count * 2 { items.append(items[header.start + index]) }
    items.append(contentsOf: repeatElement(.none, count: (capacity - header.count) * 2))
    header.start = start
    header.capacity = capacity
  }

  /// Puts the last entry into the hash table, which is made anew where it is too full.
  private mutating func index(_ header: inout DictionaryHeader) {
    if header.count * 2 > header.tableSize {
      header.tableSize = header.tableSize == 0 ? 32 : header.tableSize * 2
      header.table = buckets.count
      buckets.append(contentsOf: repeatElement(-1, count: header.tableSize))
      for entry in 0..<header.count { addToTable(entry, header) }
    } else {
      addToTable(header.count - 1, header)
    }
  }

  private mutating func addToTable(_ entry: Int, _ header: DictionaryHeader) {
    var slot = Int(truncatingIfNeeded: hash(items[header.start + entry * 2])) & (header.tableSize - 1)
    while buckets[header.table + slot] >= 0 { slot = (slot + 1) & (header.tableSize - 1) }
    buckets[header.table + slot] = Int32(truncatingIfNeeded: entry)
  }

  /// Removes a key. Linear.
  @discardableResult mutating func remove(_ key: Value, from dictionary: Value) -> Value? {
    guard let index = position(of: key, in: dictionary) else { return nil }
    var header = dictionaries[dictionary.index]
    let removed = items[header.start + index * 2 + 1]
    for position in index * 2..<(header.count - 1) * 2 {
      items[header.start + position] = items[header.start + position + 2]
    }
    header.count -= 1
    if header.tableSize > 0 {
      for slot in 0..<header.tableSize { buckets[header.table + slot] = -1 }
      for entry in 0..<header.count { addToTable(entry, header) }
    }
    dictionaries[dictionary.index] = header
    return removed
  }

  mutating func removeAll(from dictionary: Value) {
    dictionaries[dictionary.index].count = 0
    dictionaries[dictionary.index].tableSize = 0
  }

  // MARK: Keys

  /// The most parts that a tuple may have to be a key, those of tuples inside of it included.
  private static let keyLimit = 1000

  /// How much work it is to look for a key: texts, numbers, constants, objects, and tuples of them can be keys; nil for
  /// other values, and for tuples that are too large.
  func keyCost(_ value: Value) -> Int? {
    var parts = 0
    return keyCost(value, depth: 0, parts: &parts)
  }

  private func keyCost(_ value: Value, depth: Int, parts: inout Int) -> Int? {
    parts += 1
    guard depth < 16, parts <= Self.keyLimit else { return nil }
    switch value.kind {
    case .list, .dictionary: return nil
    case .string: return Int(value.length) / 16
    case .tuple:
      var cost = 0
      for index in 0..<listCount(value) {
        guard let part = keyCost(listElement(index, value), depth: depth + 1, parts: &parts) else { return nil }
        cost += part + 1
      }
      return cost
    default: return 0
    }
  }

  /// Whether keys are equal, whose size was limited when they were put in.
  private func isEqualKey(_ left: Value, _ right: Value) -> Bool {
    guard left.kind == .tuple, right.kind == .tuple else { return isEqualScalar(left, right) }
    let count = listCount(left)
    guard count == listCount(right) else { return false }
    return (0..<count).allSatisfy { isEqualKey(listElement($0, left), listElement($0, right)) }
  }

  /// A hash that is equal for equal keys.
  func hash(_ value: Value, depth: Int = 0) -> UInt64 {
    switch value.kind {
    case .string: return hash(raw(value))
    case .boolean, .integer: return Fingerprint.mixed(value.payload)
    case .number:
      let whole = Int(exactly: value.number)
      return Fingerprint.mixed(whole.map { UInt64(bitPattern: Int64($0)) } ?? value.payload)
    case .tuple where depth < 16:
      var hash: UInt64 = 1
      for index in 0..<listCount(value) {
        hash = Fingerprint.mixed(hash ^ self.hash(listElement(index, value), depth: depth + 1))
      }
      return hash
    // Undefined values are equal, whatever they are missing from.
    case .undefined: return Fingerprint.mixed(0)
    default: return Fingerprint.mixed(value.payload)
    }
  }

  func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Fingerprint.mixed(hash)
  }
}

extension Fingerprint {
  static func mixed(_ number: UInt64) -> UInt64 {
    var fingerprint = Fingerprint()
    fingerprint.combine(number)
    return fingerprint.value
  }
}
