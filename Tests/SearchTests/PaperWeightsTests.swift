import Testing

@testable import Search
@testable import Site

@Suite struct PaperWeightsTests {
  private func impact(_ counts: [SearchField: Int], lengths: [Int] = [10, 12, 8, 120]) -> UInt32 {
    var fields = FieldCounts()
    for (field, count) in counts { for _ in 0..<count { fields.add(field) } }
    return PaperWeights(lengths: lengths).impact(of: fields)
  }

  @Test func titlesCountMoreThanNamesThanSubjectsThanText() {
    let impacts = SearchField.allCases.map { impact([$0: 1]) }
    #expect(impacts == impacts.sorted(by: >) && Set(impacts).count == 4)
    #expect(impact([.title: 1, .text: 2]) > impact([.title: 1]))
    #expect(impact([.text: 3]) > impact([.text: 1]))
  }

  @Test func longFieldsCountLess() {
    #expect(impact([.text: 1], lengths: [10, 12, 8, 600]) < impact([.text: 1]))
    #expect(impact([.authors: 1], lengths: [10, 6606, 8, 120]) < impact([.authors: 1]))
  }

  @Test func impactsStayInTheirBits() {
    #expect(impact([.text: 1], lengths: [10, 12, 8, 10_000_000]) == 1)
    #expect(impact([.title: 1000, .authors: 1000, .subjects: 1000, .text: 1000], lengths: [1, 1, 1, 1]) == 15)
  }
}
