import ByteText
import Testing

private func escaped(_ bytes: [UInt8]) -> [UInt8] {
  var out = ByteBuffer()
  out.append(escaping: bytes.span)
  return out.span.withUnsafeBufferPointer(Array.init)
}

/// What a closure appends to a buffer that isn't empty.
private func escapedBehind(_ before: String, _ bytes: [UInt8]) -> [UInt8] {
  var out = ByteBuffer(capacity: 1)
  out.append(before)
  out.append(escapingResultOf: { $0.append(bytes.span) })
  return out.span.withUnsafeBufferPointer(Array.init)
}

/// Byte by byte, with nothing clever in it.
private func naivelyEscaped(_ bytes: [UInt8]) -> [UInt8] {
  bytes.flatMap { byte in
    switch byte {
    case 38: Array("&amp;".utf8)
    case 60: Array("&lt;".utf8)
    case 62: Array("&gt;".utf8)
    case 34: Array("&#34;".utf8)
    case 39: Array("&#39;".utf8)
    default: [byte]
    }
  }
}

@Test func everyByteAtEveryPlaceIsEscapedAlone() {
  for byte in UInt8.min ... .max {
    for length in 1...20 {
      for place in 0..<length {
        var text = [UInt8](repeating: UInt8(ascii: "a"), count: length)
        text[place] = byte
        #expect(escaped(text) == naivelyEscaped(text))
      }
    }
  }
}

@Test func anyBytesAreEscapedAsANaiveLoopDoes() {
  var random = SystemRandomNumberGenerator()
  let seed = UInt64.random(in: 0 ... .max, using: &random)
  print("seed \(seed)")
  var state = seed
  func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
  let alphabet =
    Array("&<>\"'%#;=?!a\u{80}\u{ff}".utf8) + [0, 0x21, 0x23, 0x25, 0x27, 0x3B, 0x3D, 0x3F, 0xA6, 0xBC, 0xBE]
  for round in 0..<4000 {
    // Every other text is mostly plain, so that what is special stands anywhere in it.
    let plain: UInt64 = round % 2 == 0 ? 0 : 20
    let text = (0..<next() % 150).map { _ in
      next() % (plain + 1) == 0 ? alphabet[Int(next() % UInt64(alphabet.count))] : UInt8(ascii: "b")
    }
    #expect(escaped(text) == naivelyEscaped(text))
    #expect(escapedBehind("<", text) == Array("<".utf8) + naivelyEscaped(text))
  }
}

private func quoted(_ bytes: [UInt8], inScript: Bool) -> [UInt8] {
  var out = ByteBuffer()
  bytes.withUnsafeBytes { out.append(escapingJSON: $0, inScript: inScript) }
  return out.span.withUnsafeBufferPointer(Array.init)
}

/// Byte by byte, with nothing clever in it.
private func naivelyQuoted(_ bytes: [UInt8], inScript: Bool) -> [UInt8] {
  bytes.flatMap { byte -> [UInt8] in
    let digits = Array("0123456789abcdef".utf8)
    switch byte {
    case 34, 92: return [92, byte]
    case 10: return Array("\\n".utf8)
    case 13: return Array("\\r".utf8)
    case 9: return Array("\\t".utf8)
    case 0..<32: return Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    case 60 where inScript: return Array("\\u003c".utf8)
    default: return [byte]
    }
  }
}

@Test func everyByteAtEveryPlaceIsQuotedAlone() {
  for byte in UInt8.min ... .max {
    for length in [3, 8, 13, 17] {
      let texts = (0..<length).flatMap { place in
        [UInt8(ascii: "a"), 0xFF, byte &+ 1].map { filler in
          var text = [UInt8](repeating: filler, count: length)
          text[place] = byte
          return text
        }
      }
      for inScript in [false, true] {
        #expect(texts.map { quoted($0, inScript: inScript) } == texts.map { naivelyQuoted($0, inScript: inScript) })
      }
    }
  }
}
