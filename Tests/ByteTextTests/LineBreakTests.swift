import ByteText
import Testing

@Test func lineBreaksAreFoundFromAnyOffset() {
  let text = Array("a\nbc\n\nd".utf8)
  for start in 0...text.count + 1 {
    let wanted = text.indices.first { $0 >= start && text[$0] == 0x0A }
    let found = text.span.lineBreak(from: start)
    #expect(found == wanted, "from \(start)")
  }
  let none: [UInt8] = []
  let found = none.span.lineBreak(from: 0)
  #expect(found == nil)
}
