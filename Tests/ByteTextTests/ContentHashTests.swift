import Testing

@testable import ByteText

@Suite struct ContentHashTests {
  /// The example of RFC 7693, appendix A.
  @Test func theExampleOfTheRFC() {
    let state = BLAKE2b.state(of: "abc".utf8.span, digestSize: 64)
    let words = [state.low, state.high].flatMap { row in (0..<4).map { row[$0] } }
    #expect(
      words.map { Fingerprint(value: $0.byteSwapped).hexadecimal }.joined()
        == "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
        + "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923")
  }

  /// Digests of 16 bytes at the edges of blocks, as another implementation gives them.
  @Test(arguments: [
    (0, "cae66941d9efbd404e4d88758ea67670"), (1, "7025e075d5e2f6cde3cc051a31f07660"),
    (127, "28b1296c7d4807883de6ee4ec04dcc0a"), (128, "a74787004ef589e31149183900d0294a"),
    (129, "aaf1b0371f6d4ee49ee4fb5ddd9c49ef"), (255, "e2f3b2a57bcf64d626b37fc9c12674a1"),
    (256, "1142c504dcd26338b7cbcf41424540d0"), (1000, "bca120dfd89cd95d82898473a5b01c90"),
  ])
  func digestsOfAllLengths(count: Int, digest: String) {
    let bytes = (0..<count).map { UInt8($0 % 251) }
    let hash = ContentHash(of: bytes.span)
    #expect(hash.hexadecimal == digest)
  }

  /// Two texts that a `Fingerprint` can't tell from each other: their first word makes the product zero.
  @Test func aForgedFingerprintIsToldApart() {
    let zero = withUnsafeBytes(of: UInt64(0xa076_1d64_78bd_642f).littleEndian, Array.init)
    let (good, evil) = (zero + Array("good one".utf8), zero + Array("evil one".utf8))
    let fingerprints = [good, evil].map { Fingerprint(of: $0.span) }
    let hashes = [good, evil].map { ContentHash(of: $0.span) }
    #expect(fingerprints[0] == fingerprints[1] && hashes[0] != hashes[1])
  }
}
