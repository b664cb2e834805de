import ByteText
import Testing

@testable import Search

@Suite struct TermRangesTests {
  @Test func bordersDivideTheAlphabet() {
    let borders = TermRanges.borders
    #expect(borders.count == TermRanges.mostFiles - 1)
    #expect(borders == borders.sorted() && Set(borders).count == borders.count)
    #expect(borders.allSatisfy { (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy { $0 < 0x80 } })
  }

  @Test(arguments: [(1, 1), (31, 1), (32, 2), (4095, 128), (4096, 256), (1_000_000, 256)])
  func aSegmentHasFilesAfterItsSize(papers: Int, files: Int) { #expect(TermRanges(papers: papers).count == files) }

  @Test(arguments: [1, 64, 700, 100_000])
  func wordsGoIntoFilesByTheAlphabet(papers: Int) {
    let ranges = TermRanges(papers: papers)
    let files = (["0", "1a", "a", "abc"] + TermRanges.borders + ["zz", "zzzzzzzzzzzz"]).sorted().map {
      ranges.file(of: $0.utf8.span)
    }
    #expect(files == files.sorted())
    #expect(files.first == 0 && files.last == ranges.count - 1)
  }

  @Test func wordsOfOtherScriptsGoByTheirFirstSign() {
    let ranges = TermRanges(papers: 100_000)
    #expect(ranges.file(of: "机器".utf8.span) == ranges.file(of: "机会".utf8.span))
    let files = "机器学习用的一是不了人我在有他这中大来上国".map { ranges.file(of: String($0).utf8.span) }
    #expect(Set(files).count > 15)
    let keys = (0..<200).map { ranges.file(of: "#2401\(10_000 + $0)".utf8.span) }
    #expect(Set(keys).count > 80)
  }
}
