/// Sixteen bytes that are looked at together, and where among them something is true.
///
/// Comparing all of them is one instruction of every processor that this runs on; a word of eight bytes in an integer
/// register needs a dozen for as much.
@usableFromInline enum ByteLanes {
  /// Sixteen bytes.
  @usableFromInline typealias Bytes = SIMD16<UInt8>
  /// What is true of each of them.
  @usableFromInline typealias Truth = SIMDMask<SIMD16<Int8>>

  @usableFromInline static let count = 16

  /// The index of the first byte from `start` of which something is true, or the count of `bytes`.
  ///
  /// - Parameter isTrue: must say of each byte what doesn't depend on the others.
  @inlinable @inline(__always)
  static func first(
    in bytes: UnsafeRawBufferPointer, from start: Int, where isTrue: (Bytes) -> Truth
  ) -> Int {
    let last = max(bytes.count &- count, 0)
    var index = start
    while index < bytes.count {
      // At the end, bytes that were looked at already come along.
      let base = min(index, last)
      let truth = isTrue(bytes.count >= count ? load(bytes, base) : loadFew(bytes))
      if let lane = first(truth, from: index &- base) { return min(base &+ lane, bytes.count) }
      index = base &+ count
    }
    return bytes.count
  }

  /// Whether something is true in any lane.
  @inlinable @inline(__always)
  static func isAny(_ truth: Truth) -> Bool {
    let words = unsafeBitCast(truth, to: SIMD2<UInt64>.self)
    return words[0] | words[1] != 0
  }

  /// The first lane, from one on, in which something is true.
  @inlinable @inline(__always)
  static func first(_ truth: Truth, from start: Int) -> Int? {
    var words = unsafeBitCast(truth, to: SIMD2<UInt64>.self)
    if words[0] | words[1] == 0 { return nil }
    if start > 0 {
      let bits = UInt64(truncatingIfNeeded: start &* 8)
      words[0] = start < 8 ? words[0] & (UInt64.max &<< bits) : 0
      words[1] = start < 8 ? words[1] : words[1] & (UInt64.max &<< (bits &- 64))
      if words[0] | words[1] == 0 { return nil }
    }
    return words[0] != 0
      ? UInt64(littleEndian: words[0]).trailingZeroBitCount &>> 3
      : 8 &+ UInt64(littleEndian: words[1]).trailingZeroBitCount &>> 3
  }

  /// The same byte sixteen times. Operators that take a number instead aren't single instructions.
  @inlinable @inline(__always)
  static func all(_ byte: UInt8) -> Bytes { Bytes(repeating: byte) }

  @inlinable @inline(__always)
  static func load(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Bytes {
    bytes.loadUnaligned(fromByteOffset: index, as: Bytes.self)
  }

  /// Fewer than sixteen bytes, zeros behind them. They are read in pieces that overlap.
  @inlinable @inline(__always)
  static func loadFew(_ bytes: UnsafeRawBufferPointer) -> Bytes {
    let count = bytes.count
    var words = SIMD2<UInt64>()
    if count >= 8 {
      words[0] = bytes.loadUnaligned(as: UInt64.self)
      let end = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self))
      // Of eight bytes none are left.
      words[1] = (end >> UInt64(truncatingIfNeeded: (16 &- count) &* 8)).littleEndian
    } else {
      var word: UInt64 = 0
      for index in 0..<count { word |= UInt64(bytes[index]) &<< UInt64(truncatingIfNeeded: index &* 8) }
      words[0] = word.littleEndian
    }
    return unsafeBitCast(words, to: Bytes.self)
  }
}
