import ByteText
import Testing

@Suite struct HashIndexTests {
  /// Rows with hashes of which many are equal or begin alike.
  @Test func rowsAreFoundByTheirHashes() {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed \(seed)")
    var state = seed
    func next(_ limit: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state ^ state >> 29) % limit
    }
    var index = HashIndex()
    var rows: [UInt64] = []
    var positions: [UInt64: Int] = [:]
    for _ in 0..<5000 {
      let row = next(4000) << next(40)
      // A quarter of all hashes are wrong on purpose, so that rows of one hash have to be compared.
      let hash = row & ~3
      index.makeRoom(for: 1, rows: rows.indices) { rows[$0] & ~3 }
      let known = index.position(of: hash) { rows[$0] == row }
      #expect(known == positions[row], "seed \(seed)")
      guard known == nil else { continue }
      positions[row] = rows.count
      rows.append(row)
      index.insert(rows.count - 1, hash: hash)
    }
    #expect(index.count == rows.count)
    for (position, row) in rows.enumerated() {
      #expect(index.position(of: row & ~3) { rows[$0] == row } == position, "seed \(seed)")
    }
  }

  @Test func anEmptyIndexFindsNothing() {
    let index = HashIndex(capacity: 100)
    #expect(index.position(of: 0) { _ in true } == nil)
    #expect(index.candidate(of: 7) == nil)
  }
}
