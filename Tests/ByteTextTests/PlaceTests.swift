import ByteText
import Testing

/// The places of bytes, with a count from the start of the text as the judge.
@Suite struct PlaceTests {
  private func file(_ text: String) -> SourceFile {
    SourceFile(path: "a", text: FrozenBytes(copying: text.utf8.span))
  }

  private func counted(_ offset: Int, in text: [UInt8]) -> [Int] {
    let before = text[..<min(max(offset, 0), text.count)]
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return [before.count { $0 == 0x0A } + 1, before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1, lineStart]
  }

  @Test(arguments: [
    "", "a", "\n", "é\nb\n\nc", String(repeating: "é", count: 5000), String(repeating: "ab\n", count: 5000),
    String(repeating: "a", count: 4095) + "\nb" + String(repeating: "\n", count: 4096),
  ]) func everyByteHasItsLineAndColumn(text: String) {
    let (bytes, file) = (Array(text.utf8), file(text))
    for offset in Array(stride(from: -1, to: bytes.count, by: 97)) + Array(4090..<4100) + [
      bytes.count, bytes.count + 9,
    ] {
      let place = file.location(of: offset)
      #expect([place.line, place.column, place.lineStart] == counted(offset, in: bytes), "\(offset)")
    }
  }

  @Test(arguments: [
    ("titel", "title"), ("tilte", "title"), ("titl", "title"), ("TITEL", "title"), ("author", "authors"), ("ab", "ax"),
    ("xyz", nil), ("title", nil), ("", nil), (String(repeating: "t", count: 300), nil), ("abstarct", "abstract"),
  ]) func theNearestNameIsSuggested(name: String, meant: String?) {
    #expect(Suggestion.nearest(to: name, among: ["title", "authors", "abstract", "ax", "ay"]) == meant)
  }
}
