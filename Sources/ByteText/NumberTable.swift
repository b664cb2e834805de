/// Numbers by 64-bit hashes that stand for what they are the hashes of.
public struct NumberTable: Sendable {
  private var keys: [UInt64] = []
  private var numbers: [UInt32] = []
  private var index: HashIndex

  /// A table with room for so many hashes.
  public init(capacity: Int = 0) { index = HashIndex(capacity: capacity) }

  /// A table of the positions of some hashes; of equal ones, the last counts.
  public init(of keys: [UInt64]) {
    self.init(capacity: keys.count)
    for (position, key) in keys.enumerated() { insert(UInt32(position), for: key) }
  }

  /// The number of a hash.
  public subscript(key: UInt64) -> UInt32? { row(of: key).map { numbers[$0] } }

  /// Gives a hash a number.
  public mutating func insert(_ number: UInt32, for key: UInt64) {
    if let row = row(of: key) {
      numbers[row] = number
      return
    }
    index.makeRoom(for: 1, rows: keys.indices) { keys[$0] }
    index.insert(keys.count, hash: key)
    keys.append(key)
    numbers.append(number)
  }

  private func row(of key: UInt64) -> Int? { index.position(of: key) { keys[$0] == key } }
}
