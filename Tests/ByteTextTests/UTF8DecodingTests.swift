import ByteText
import Testing

/// Reading scalars, with the standard library's decoder as the judge.
@Suite struct UTF8DecodingTests {
  private func decoded(_ bytes: [UInt8]) -> String.UnicodeScalarView {
    var (scalars, index) = (String.UnicodeScalarView(), 0)
    while index < bytes.count {
      let (scalar, length) = UTF8Decoding.lossyScalar(in: bytes.span, at: index)
      scalars.append(scalar)
      index += length
    }
    return scalars
  }

  private func check(_ bytes: [UInt8]) {
    let expected = String(decoding: bytes, as: UTF8.self)
    #expect(String(decoded(bytes)) == expected, "\(bytes)")
    let isValid = String(validating: bytes, as: UTF8.self) != nil
    #expect((UTF8Decoding.firstInvalid(in: bytes.span) == nil) == isValid, "\(bytes)")
  }

  @Test func everyScalarAtAnEdgeIsReadBack() {
    for value: UInt32 in [0, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFD, 0xFFFF, 0x1_0000, 0x10_FFFF] {
      guard let scalar = Unicode.Scalar(value) else { continue }
      check(Array(String(scalar).utf8))
      let read = UTF8Decoding.scalar(in: Array(String(scalar).utf8).span, at: 0)
      #expect(read?.scalar == scalar && read?.length == String(scalar).utf8.count)
    }
  }

  /// All sequences of four bytes from those at which the rules change.
  @Test func brokenSequencesAreReplacedAsTheStandardSays() {
    let edges: [UInt8] = [0x41, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5]
    for first in edges {
      for second in edges {
        for third in edges {
          for fourth in edges { check([first, second, third, fourth]) }
        }
      }
    }
  }

  @Test func whatIsInvalidIsFoundAtItsPlace() {
    for place in 0..<40 {
      var bytes = [UInt8](repeating: 0x61, count: 40)
      bytes[place] = 0xFF
      #expect(UTF8Decoding.firstInvalid(in: bytes.span) == place)
      #expect(UTF8Decoding.firstInvalid(in: bytes.span, from: place + 1) == nil)
      #expect(UTF8Decoding.lengthOfSequence(in: bytes.span, at: place) == 0)
    }
  }
}
