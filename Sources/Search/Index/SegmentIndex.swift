import ByteText

/// The terms of a segment, each with the papers that have it.
struct SegmentIndex: Sendable {
  private var terms = TermTable()
  /// Term after term, each by paper: `Posting.value`.
  private var postings: [UInt32] = []
  /// Where the postings of each term begin, and where the last ones end.
  private var starts: [Int] = []
  /// The numbers of terms: file after file, in each by their bytes.
  private var order: [UInt32] = []
  /// Where the terms of each file begin, and where the last ones end.
  private var files: [Int] = []

  /// The blocks of a segment as one.
  init(joining blocks: [BlockIndex], ranges: TermRanges) {
    let numbers = blocks.map { block in (0..<block.terms.count).map { terms.number(of: block.terms[$0]) } }
    collectPostings(of: blocks, numbers)
    sortTerms(ranges)
  }

  /// Counts the postings of each term and puts each where it belongs: no sorting.
  private mutating func collectPostings(of blocks: [BlockIndex], _ numbers: [[Int]]) {
    var next = [Int](repeating: 0, count: terms.count + 1)
    for (block, numbers) in zip(blocks, numbers) {
      for posting in block.postings { next[numbers[Int(posting.term)] + 1] += 1 }
    }
    for term in 0..<terms.count { next[term + 1] += next[term] }
    starts = next
    postings = [UInt32](repeating: 0, count: starts[terms.count])
    for (block, numbers) in zip(blocks, numbers) {
      for posting in block.postings {
        let term = numbers[Int(posting.term)]
        postings[next[term]] = posting.value
        next[term] += 1
      }
    }
  }

  private mutating func sortTerms(_ ranges: TermRanges) {
    // Stop words that no paper has are terms without papers.
    let used = (0..<terms.count).filter { starts[$0] < starts[$0 + 1] }
    var rows = used.map { number in
      let term = terms[number]
      return SortedTerm(file: UInt32(ranges.file(of: term)), number: UInt32(number), key: BytePrefix.number(term))
    }
    rows.sort { left, right in
      if left.file != right.file { return left.file < right.file }
      if left.key != right.key { return left.key < right.key }
      return terms[Int(left.number)].precedes(terms[Int(right.number)])
    }
    order = rows.map(\.number)
    files = [Int](repeating: 0, count: ranges.count + 1)
    for row in rows { files[Int(row.file) + 1] += 1 }
    for file in 0..<ranges.count { files[file + 1] += files[file] }
  }
}

private struct SortedTerm: BitwiseCopyable {
  var file: UInt32
  var number: UInt32
  var key: UInt64
}

// MARK: - Files

extension SegmentIndex {
  /// Appends one of the files: for each term in the order of their bytes
  ///
  /// - how many bytes it has in common with the one before, in one byte,
  /// - how many other bytes follow, in one byte, and those bytes,
  /// - how many bytes its papers take, as a variable-length number (seven bits a byte, lowest first; all bytes but the
  ///   last have the high bit),
  /// - for each paper a variable-length number: its distance from the one before (from -1 for the first), less one,
  ///   times sixteen, plus the impact.
  func append(file: Int, to out: inout ByteBuffer) {
    var papers = ByteBuffer(capacity: 4096)
    for position in files[file]..<files[file + 1] {
      let number = Int(order[position])
      let shared =
        position > files[file] ? terms[Int(order[position - 1])].countOfCommonPrefix(with: terms[number]) : 0
      let term = terms[number]
      out.append(UInt8(shared))
      out.append(UInt8(term.count - shared))
      out.append(term.extracting(shared..<term.count))
      papers.removeAll()
      appendPapers(of: number, to: &papers)
      out.append(variableLength: UInt32(papers.count))
      out.append(papers.span)
    }
  }

  private func appendPapers(of term: Int, to out: inout ByteBuffer) {
    let impacts: UInt32 = 1 << Posting.impactBits - 1
    var next: UInt32 = 0
    for value in postings[starts[term]..<starts[term + 1]] {
      let paper = value >> Posting.impactBits
      out.append(variableLength: (paper - next) << Posting.impactBits | value & impacts)
      next = paper + 1
    }
  }
}

extension ByteBuffer {
  /// Appends a number in groups of seven bits, lowest first; all bytes but the last have the high bit.
  fileprivate mutating func append(variableLength number: UInt32) {
    var rest = number
    while rest >= 0x80 {
      append(UInt8(rest & 0x7F | 0x80))
      rest >>= 7
    }
    append(UInt8(rest))
  }
}

extension Span<UInt8> {
  fileprivate func countOfCommonPrefix(with other: Span<UInt8>) -> Int {
    var index = 0
    while index < Swift.min(count, other.count), self[index] == other[index] { index += 1 }
    return index
  }

  fileprivate func precedes(_ other: Span<UInt8>) -> Bool {
    let common = countOfCommonPrefix(with: other)
    guard common < count, common < other.count else { return count < other.count }
    return self[common] < other[common]
  }
}
