import ByteText
import Testing

/// Random texts of the bytes at which runs begin and end, against a look at each byte.
@Suite struct ByteRunsTests {
  private typealias Kind = (UInt8, UInt8?) -> Bool

  private func isWord(_ byte: UInt8, _ next: UInt8?) -> Bool {
    switch byte {
    case 0x20: next.map { $0 > 0x20 } ?? false
    case 0x28, 0x29, 0x2B, 0x2C, UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    default: false
    }
  }

  private func isSpacedWord(_ byte: UInt8, _ next: UInt8?) -> Bool {
    if byte == 0x20 { return next.map { $0 > 0x20 && $0 != 0xC2 && $0 != 0xE2 } ?? false }
    return byte > 0x20 && byte != 0xC2 && byte != 0xE2
  }

  private func end(_ bytes: [UInt8], from start: Int, _ isInRun: Kind) -> Int {
    var index = start
    while index + 1 < bytes.count, isInRun(bytes[index], bytes[index + 1]) { index += 1 }
    return index
  }

  /// What RFC 3986 lets stand in a path: `pchar` and slashes.
  private static let pathBytes = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/".utf8)

  /// Texts shorter than seventeen bytes are not looked at.
  private func expect(_ found: Int, _ expected: Int, _ bytes: [UInt8], from start: Int, _ seed: UInt64) {
    #expect(found == (bytes.count < 17 ? start : expected), "seed \(seed): \(bytes)")
  }

  @Test func endsAreThoseOfALookAtEachByte() {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed \(seed)")
    var random = Linear(state: seed)
    let common = Array("abzAZ09 (),+ the words".utf8)
    let rare: [UInt8] = [
      0x00, 0x09, 0x0A, 0x0D, 0x1F, 0x20, 0x20, 0x21, 0x22, 0x25, 0x26, 0x27, 0x2A, 0x2D, 0x2F, 0x3A, 0x3C, 0x3E, 0x40,
      0x5B, 0x5C, 0x60, 0x7B, 0x7E,
    ]
    let high: [UInt8] = [0x7F, 0x80, 0xA0, 0xC2, 0xC3, 0xE2, 0xE3, 0xEF, 0xFF]
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ -> UInt8 in
        switch Int.random(in: 0..<24, using: &random) {
        case 0: rare.randomElement(using: &random) ?? 0
        case 1: high.randomElement(using: &random) ?? 0
        default: common.randomElement(using: &random) ?? 0
        }
      }
      let start = Int.random(in: 0...bytes.count, using: &random)
      bytes.withUnsafeBytes { raw in
        expect(
          ByteRuns.endOfWords(in: raw, from: start, beyondASCII: false), end(bytes, from: start, isWord), bytes,
          from: start, seed)
        let all = end(bytes, from: start) { $0 >= 0x80 || isWord($0, $1) }
        expect(ByteRuns.endOfWords(in: raw, from: start, beyondASCII: true), all, bytes, from: start, seed)
        let clean = end(bytes, from: start) { byte, _ in byte == 9 || byte == 10 || (0x20..<0x7F).contains(byte) }
        expect(ByteRuns.endOfCleanASCII(in: raw, from: start), clean, bytes, from: start, seed)
        expect(
          ByteRuns.endOfSpacedWords(in: raw, from: start), end(bytes, from: start, isSpacedWord), bytes, from: start,
          seed)
        let path = bytes[start...].firstIndex { !Self.pathBytes.contains($0) } ?? bytes.count
        #expect(ByteRuns.endOfPath(in: raw, from: start) == path, "seed \(seed): \(bytes)")
        let xml = bytes[start...].firstIndex { $0 == 0xEF || $0 < 0x20 && ![9, 10, 13].contains($0) } ?? bytes.count
        #expect(ByteRuns.endOfXMLText(in: raw, from: start) == xml, "seed \(seed): \(bytes)")
        let json =
          bytes[start...].firstIndex { !(0x20..<0x80).contains($0) || [0x22, 0x5C].contains($0) } ?? bytes.count
        #expect(ByteRuns.endOfJSONText(in: raw, from: start) == json, "seed \(seed): \(bytes)")
        let special = bytes[start...].firstIndex { "&<>\"'".utf8.contains($0) } ?? bytes.count
        #expect(MarkupEscaping.firstSpecial(in: raw, from: start) == special, "seed \(seed): \(bytes)")
      }
    }
  }

  @Test func sameBytesAreEqual() {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed \(seed)")
    var random = Linear(state: seed)
    for count in 1..<100 {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...1, using: &random) }
      var other = bytes
      #expect(areEqual(bytes, other))
      other[Int.random(in: 0..<count, using: &random)] ^= 0x80
      #expect(!areEqual(bytes, other), "seed \(seed)")
      #expect(!areEqual(bytes, bytes.dropLast()), "seed \(seed)")
    }
  }

  private func areEqual(_ left: [UInt8], _ right: some Sequence<UInt8>) -> Bool {
    left.span.isEqual(to: Array(right).span)
  }
}

private struct Linear: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
