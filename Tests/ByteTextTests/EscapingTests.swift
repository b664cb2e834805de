import ByteText
import Testing

@Suite struct EscapingTests {
  private func escaped(_ bytes: [UInt8]) -> [UInt8] {
    var out = ByteBuffer()
    out.append(escaping: bytes.span)
    return out.span.indices.map { out.span[$0] }
  }

  @Test func everyByteAtEveryPlace() {
    for byte in UInt8.min...UInt8.max {
      for place in 0..<19 {
        var bytes = [UInt8](repeating: 0x23, count: 19)
        bytes[place] = byte
        let entity = MarkupEscaping.entity(for: byte).map { Array(String(describing: $0).utf8) }
        let expected = bytes[..<place] + (entity ?? [byte]) + bytes[(place + 1)...]
        #expect(escaped(bytes) == Array(expected))
      }
    }
  }

  @Test func neighbours() {
    #expect(
      String(decoding: escaped(Array("<<a>>'\"&'\"==??!!((%%$$".utf8)), as: UTF8.self)
        == "&lt;&lt;a&gt;&gt;&#39;&#34;&amp;&#39;&#34;==??!!((%%$$")
  }
}
