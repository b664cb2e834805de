/// A 64-bit hash of bytes that is the same in every process and on every machine.
///
/// The mixing is the folded multiply of the wyhash family: eight bytes a step, a 128-bit product folded by xor. It
/// is fast enough to run over every byte that is read and written; it is no defence against crafted collisions.
///
/// ```swift
/// var fingerprint = Fingerprint()
/// fingerprint.combine("a page")
/// fingerprint.combine(7)
/// ```
@frozen public struct Fingerprint: BitwiseCopyable, Hashable, Sendable {
  /// The hash so far.
  public var value: UInt64

  /// The fingerprint of nothing.
  @inlinable public init() { self.init(value: 0x9e37_79b9_7f4a_7c15) }

  /// A fingerprint that was stored.
  @inlinable public init(value: UInt64) { self.value = value }

  /// The fingerprint of a run of bytes.
  public init(of bytes: Span<UInt8>) {
    self.init()
    combine(bytes)
  }

  /// The fingerprint of a run of bytes in a form that no version of the program changes: for files that another version
  /// has to understand.
  public init(lastingOf bytes: Span<UInt8>) {
    self.init()
    bytes.withUnsafeBytes { combine($0, inLanes: false) }
  }

  /// Adds a number.
  @inlinable public mutating func combine(_ number: UInt64) {
    value = Self.fold(value ^ number ^ 0xa076_1d64_78bd_642f, 0xe703_7ed1_a0b4_28db)
  }

  /// Adds a run of bytes, its length included, so that two runs never pass for their concatenation.
  public mutating func combine(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBytes { combine($0) }
  }

  /// Adds a string's UTF-8.
  public mutating func combine(_ text: String) {
    combine(text.utf8.span)
  }

  private mutating func combine(_ bytes: UnsafeRawBufferPointer, inLanes: Bool = true) {
    var hash = value ^ UInt64(truncatingIfNeeded: bytes.count) &* 0x8ebc_6af0_9c88_c6e3
    var index = 0
    if inLanes, bytes.count >= 64 { index = Self.combineBlocks(of: bytes, into: &hash) }
    while index &+ 16 <= bytes.count {
      let low = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let high = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index &+ 8, as: UInt64.self))
      hash = Self.fold(low ^ 0xa076_1d64_78bd_642f, high ^ hash)
      index &+= 16
    }
    let tail = Self.tail(of: bytes, from: index)
    let (low, high) = (tail.low ^ 0xe703_7ed1_a0b4_28db, tail.high ^ hash)
    value = Self.fold(Self.fold(low, high) ^ hash, 0x5899_65cc_7537_4cc3)
  }

  /// The bytes from an index on, fewer than sixteen, followed by zeros, as two numbers. They are read in pieces that
  /// overlap, which is much cheaper than to copy them.
  @inline(__always)
  private static func tail(of bytes: UnsafeRawBufferPointer, from index: Int) -> (low: UInt64, high: UInt64) {
    let count = bytes.count &- index
    guard count > 0 else { return (0, 0) }
    if count >= 8 {
      return (word(bytes, index), word(bytes, bytes.count &- 8) >> UInt64(truncatingIfNeeded: (16 &- count) &* 8))
    }
    if bytes.count >= 8 {
      return (word(bytes, bytes.count &- 8) >> UInt64(truncatingIfNeeded: (8 &- count) &* 8), 0)
    }
    if count >= 4 {
      let last = half(bytes, bytes.count &- 4) << UInt64(truncatingIfNeeded: (count &- 4) &* 8)
      return (half(bytes, index) | last, 0)
    }
    let (middle, last) = (count / 2, count &- 1)
    let first = UInt64(bytes[index]) | UInt64(bytes[index &+ middle]) << UInt64(truncatingIfNeeded: middle &* 8)
    return (first | UInt64(bytes[index &+ last]) << UInt64(truncatingIfNeeded: last &* 8), 0)
  }

  @inline(__always)
  private static func half(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
    UInt64(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt32.self)))
  }

  /// Adds the whole blocks of 64 bytes in four lanes, none of which waits for another.
  ///
  /// - Returns: the number of bytes.
  private static func combineBlocks(of bytes: UnsafeRawBufferPointer, into hash: inout UInt64) -> Int {
    var (one, two, three, four) = (hash, hash, hash, hash)
    var index = 0
    while index &+ 64 <= bytes.count {
      one = fold(word(bytes, index) ^ 0xa076_1d64_78bd_642f, word(bytes, index &+ 8) ^ one)
      two = fold(word(bytes, index &+ 16) ^ 0xe703_7ed1_a0b4_28db, word(bytes, index &+ 24) ^ two)
      three = fold(word(bytes, index &+ 32) ^ 0x8ebc_6af0_9c88_c6e3, word(bytes, index &+ 40) ^ three)
      four = fold(word(bytes, index &+ 48) ^ 0x5899_65cc_7537_4cc3, word(bytes, index &+ 56) ^ four)
      index &+= 64
    }
    hash = fold(one ^ 0x1d8e_4e27_c47d_124f, two) ^ fold(three ^ 0xeb44_acca_b455_d165, four)
    return index
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  @inlinable static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}

extension Fingerprint {
  /// Sixteen hexadecimal digits.
  public var hexadecimal: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
