/// A 128-bit hash of bytes that nobody can find two texts for, as BLAKE2b (RFC 7693) with digests of 16 bytes.
///
/// It decides wherever strangers wrote the bytes and equal hashes are taken for equal bytes: a `Fingerprint` can be
/// forged. It takes several times as long.
public struct ContentHash: BitwiseCopyable, Hashable, Sendable {
  /// The first eight bytes of the digest, the first one lowest.
  public let first: UInt64
  /// The other eight.
  public let second: UInt64

  /// The hash of a run of bytes.
  public init(of bytes: Span<UInt8>) {
    let state = BLAKE2b.state(of: bytes, digestSize: 16)
    (first, second) = (state.low[0], state.low[1])
  }

  /// The hash whose digest some text spells; nil where that isn't thirty-two hexadecimal digits.
  public init?(hexadecimal text: some StringProtocol) {
    let digits = text.utf8.compactMap { ASCII.hexValue($0) }
    guard digits.count == 32, text.utf8.count == 32 else { return nil }
    func word(_ digits: ArraySlice<UInt8>) -> UInt64 { digits.reduce(0) { $0 << 4 | UInt64($1) }.byteSwapped }
    (first, second) = (word(digits[..<16]), word(digits[16...]))
  }

  /// The digest in thirty-two hexadecimal digits.
  public var hexadecimal: String {
    Fingerprint(value: first.byteSwapped).hexadecimal + Fingerprint(value: second.byteSwapped).hexadecimal
  }
}

/// The hash function BLAKE2b of RFC 7693, without keys.
enum BLAKE2b {
  /// The eight words of the state h of the RFC.
  struct State {
    var low: SIMD4<UInt64>
    var high: SIMD4<UInt64>
  }

  private static let blockSize = 128
  private static let low = SIMD4<UInt64>(
    0x6a09_e667_f3bc_c908, 0xbb67_ae85_84ca_a73b, 0x3c6e_f372_fe94_f82b, 0xa54f_f53a_5f1d_36f1)
  private static let high = SIMD4<UInt64>(
    0x510e_527f_ade6_82d1, 0x9b05_688c_2b3e_6c1f, 0x1f83_d9ab_fb41_bd6b, 0x5be0_cd19_137e_2179)

  /// The state after some bytes: the digest is its beginning, each word with the lowest byte first.
  ///
  /// - Parameter digestSize: the number of bytes of the digest that is wanted, from 1 to 64.
  static func state(of bytes: Span<UInt8>, digestSize: Int) -> State {
    var state = State(low: low, high: high)
    state.low[0] ^= 0x0101_0000 ^ UInt64(digestSize)
    bytes.withUnsafeBytes { bytes in
      var done = 0
      // The last block, which may be a whole one, is marked as such.
      while bytes.count - done > blockSize {
        state.compress(UnsafeRawBufferPointer(rebasing: bytes[done..<done + blockSize]), end: done + blockSize)
        done += blockSize
      }
      withUnsafeTemporaryAllocation(byteCount: blockSize, alignment: 8) { block in
        block.initializeMemory(as: UInt8.self, repeating: 0)
        block.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[done...]))
        state.compress(UnsafeRawBufferPointer(block), end: bytes.count, isLast: true)
      }
    }
    return state
  }

  /// In which order each round takes the words of a block: of every eight, four that are mixed in first and four after
  /// them.
  fileprivate static let orders: [SIMD16<UInt8>] = [
    [0, 2, 4, 6, 1, 3, 5, 7, 8, 10, 12, 14, 9, 11, 13, 15],
    [14, 4, 9, 13, 10, 8, 15, 6, 1, 0, 11, 5, 12, 2, 7, 3],
    [11, 12, 5, 15, 8, 0, 2, 13, 10, 3, 7, 9, 14, 6, 1, 4],
    [7, 3, 13, 11, 9, 1, 12, 14, 2, 5, 4, 15, 6, 10, 0, 8],
    [9, 5, 2, 10, 0, 7, 4, 15, 14, 11, 6, 3, 1, 12, 8, 13],
    [2, 6, 0, 8, 12, 10, 11, 3, 4, 7, 15, 1, 13, 5, 14, 9],
    [12, 1, 14, 4, 5, 15, 13, 10, 0, 6, 9, 8, 7, 3, 2, 11],
    [13, 7, 12, 3, 11, 14, 1, 9, 5, 15, 8, 2, 0, 4, 6, 10],
    [6, 14, 11, 0, 15, 9, 3, 8, 12, 13, 1, 10, 2, 7, 4, 5],
    [10, 8, 7, 1, 2, 4, 6, 5, 15, 9, 3, 13, 11, 14, 12, 0],
    [0, 2, 4, 6, 1, 3, 5, 7, 8, 10, 12, 14, 9, 11, 13, 15],
    [14, 4, 9, 13, 10, 8, 15, 6, 1, 0, 11, 5, 12, 2, 7, 3],
  ]

  fileprivate static func initialRows(end: Int, isLast: Bool) -> (SIMD4<UInt64>, SIMD4<UInt64>) {
    (low, high ^ SIMD4(UInt64(end), 0, isLast ? .max : 0, 0))
  }
}

extension BLAKE2b.State {
  /// Takes in one block of 128 bytes.
  ///
  /// - Parameter end: how many bytes were taken in after it, without what a last block is filled up with.
  fileprivate mutating func compress(_ block: UnsafeRawBufferPointer, end: Int, isLast: Bool = false) {
    var (a, b) = (low, high)
    var (c, d) = BLAKE2b.initialRows(end: end, isLast: isLast)
    for order in BLAKE2b.orders {
      Self.mix(&a, &b, &c, &d, Self.words(block, order.lowHalf.lowHalf), Self.words(block, order.lowHalf.highHalf))
      (b, c, d) = (b.turned(by: 1), c.turned(by: 2), d.turned(by: 3))
      Self.mix(&a, &b, &c, &d, Self.words(block, order.highHalf.lowHalf), Self.words(block, order.highHalf.highHalf))
      (b, c, d) = (b.turned(by: 3), c.turned(by: 2), d.turned(by: 1))
    }
    low ^= a ^ c
    high ^= b ^ d
  }

  @inline(__always)
  private static func words(_ block: UnsafeRawBufferPointer, _ order: SIMD4<UInt8>) -> SIMD4<UInt64> {
    SIMD4(word(block, order[0]), word(block, order[1]), word(block, order[2]), word(block, order[3]))
  }

  @inline(__always)
  private static func word(_ block: UnsafeRawBufferPointer, _ number: UInt8) -> UInt64 {
    UInt64(littleEndian: block.loadUnaligned(fromByteOffset: Int(number) &* 8, as: UInt64.self))
  }

  /// The function G of the RFC, on four columns or diagonals at once.
  @inline(__always)
  private static func mix(
    _ a: inout SIMD4<UInt64>, _ b: inout SIMD4<UInt64>, _ c: inout SIMD4<UInt64>, _ d: inout SIMD4<UInt64>,
    _ x: SIMD4<UInt64>, _ y: SIMD4<UInt64>
  ) {
    a = a &+ b &+ x
    d = (d ^ a).rotated(right: 32)
    c = c &+ d
    b = (b ^ c).rotated(right: 24)
    a = a &+ b &+ y
    d = (d ^ a).rotated(right: 16)
    c = c &+ d
    b = (b ^ c).rotated(right: 63)
  }
}

extension SIMD4<UInt64> {
  @inline(__always)
  fileprivate func rotated(right count: UInt64) -> Self {
    self &>> Self(repeating: count) | self &<< Self(repeating: 64 &- count)
  }

  /// The elements, each moved so many places to the front, the first ones to the back.
  @inline(__always)
  fileprivate func turned(by count: Int) -> Self {
    switch count {
    case 1: Self(self[1], self[2], self[3], self[0])
    case 2: Self(self[2], self[3], self[0], self[1])
    default: Self(self[3], self[0], self[1], self[2])
    }
  }
}
