import Testing

@testable import ByteText

@Test func everyByteAtEveryPlaceIsEscapedAsItMust() {
  for length in 0..<20 {
    for position in 0..<length {
      for byte in UInt8.min...UInt8.max {
        var bytes = [UInt8](repeating: UInt8(ascii: "x"), count: length)
        bytes[position] = byte
        let first = bytes.withUnsafeBytes { MarkupEscaping.firstSpecial(in: $0, from: 0) }
        let isSpecial = "&<>\"'".utf8.contains(byte)
        if first != (isSpecial ? position : length) { Issue.record("byte \(byte) at \(position) of \(length)") }
      }
    }
  }
}

@Test func neighboursOfSpecialBytesStay() {
  var out = ByteBuffer()
  out.append(escaping: "a\"b!#%&'(;<=>?\u{7F}\u{80}é\u{A2}\u{A6}<<<&&&\"\"''>>>12345678")
  #expect(
    String(bytes: out.span)
      == "a&#34;b!#%&amp;&#39;(;&lt;=&gt;?\u{7F}\u{80}é\u{A2}\u{A6}&lt;&lt;&lt;&amp;&amp;&amp;&#34;&#34;&#39;&#39;&gt;&gt;&gt;12345678"
  )
}
