internal import ByteText
internal import DataFiles

extension PaperStore {
  /// A store without records, with a first segment that no table owns.
  init(behind text: FrozenBytes, files: [String]) {
    self.init()
    self.files = files
    segments = [text]
  }

  /// Puts the tables of some chunks together and orders the papers by the bytes of their ids; of those that several days
  /// list it makes one. Texts keep their segments' numbers.
  ///
  /// Rows of papers are large: each is written once, to its place, while another core writes the lists.
  ///
  /// - Returns: an issue for every id that stands twice without a right to; nil where the cache doesn't hold what it
  ///   should.
  mutating func join(_ chunks: [LoadedChunk]) async -> [LoadIssue]? {
    segments += chunks.map(\.text)
    let parts = chunks.flatMap(\.parts)
    async let lists = RecordRows(listsOf: parts)
    let keys = orderByID(chunks, parts)
    let papers = gather(keys, from: parts)
    guard let lists = await lists, let papers else { return nil }
    self.papers = papers
    take(lists)
    gatherIDs()
    let mayRepeat = keys.indices.dropFirst().contains { keys[$0 - 1].isBefore(keys[$0]) == nil }
    return mayRepeat ? mergeRepeated() : []
  }

  private mutating func take(_ lists: RecordRows) {
    (authorships, parties, days) = (lists.authorships, lists.parties, lists.days)
    (texts, links, versions) = (lists.texts, lists.links, lists.versions)
  }

  /// Puts all ids into one segment: pages link to papers all over the site, and there the ids stand side by side and not
  /// among the texts.
  private mutating func gatherIDs() {
    var ids = ByteBuffer(capacity: papers.count * 16)
    for index in papers.indices {
      let start = ids.count
      ids.append(bytes(papers[index].id))
      papers[index].id = TextRef(segment: UInt16(segments.count), offset: start, length: ids.count - start)
    }
    segments.append(FrozenBytes(taking: ids))
  }

  /// The papers of some parts in an order, with their lists where these will be; nil where one is not sound.
  private func gather(_ order: [IDKey], from parts: [RecordPart]) -> [Paper]? {
    var offsets: [RowOffsets] = [RowOffsets()]
    for part in parts { offsets.append(offsets[offsets.count - 1] + part.counts) }
    var papers: [Paper] = []
    papers.reserveFilled(order.count)
    var isSound = true
    for key in order {
      papers.append(parts[Int(key.part)].paper(at: Int(key.row), isSound: &isSound))
      papers[papers.count - 1].moveLists(by: offsets[Int(key.part)])
    }
    return isSound ? papers : nil
  }
}

// MARK: - Ids

extension PaperStore {
  /// The papers of some chunks, which have these parts, in the order of their ids; those of one id are in the order of
  /// their places.
  private func orderByID(_ chunks: [LoadedChunk], _ parts: [RecordPart]) -> [IDKey] {
    var keys: [IDKey] = []
    keys.reserveCapacity(chunks.reduce(0) { $0 + $1.keys.count })
    var firstPart: UInt32 = 0
    for chunk in chunks {
      for var key in chunk.keys {
        key.part += firstPart
        keys.append(key)
      }
      firstPart += UInt32(chunk.parts.count)
    }
    keys.sort { left, right in
      if let isBefore = left.isBefore(right) { return isBefore }
      let order = compare(
        parts[Int(left.part)].id(ofPaper: Int(left.row)), parts[Int(right.part)].id(ofPaper: Int(right.row)))
      return order == 0 ? place(of: left, parts) < place(of: right, parts) : order < 0
    }
    return keys
  }

  private func place(of key: IDKey, _ parts: [RecordPart]) -> (UInt32, UInt64) {
    var isSound = true
    let paper = parts[Int(key.part)].paper(at: Int(key.row), isSound: &isSound)
    return (paper.file, paper.offset)
  }

  /// Of the papers that several days list, which stand beside each other, makes one.
  private mutating func mergeRepeated() -> [LoadIssue] {
    guard (1..<max(papers.count, 1)).contains(where: { isSame(papers[$0 - 1].id, papers[$0].id) }) else { return [] }
    var issues: [LoadIssue] = []
    var unique: [Paper] = []
    unique.reserveCapacity(papers.count)
    var index = 0
    while index < papers.count {
      let end = endOfRun(from: index)
      unique.append(end == index + 1 ? papers[index] : merged(index..<end, issues: &issues))
      index = end
    }
    papers = unique
    return issues
  }

  /// Less than, equal to or greater than 0, as the left text's bytes stand to the right one's.
  private func compare(_ left: TextRef, _ right: TextRef) -> Int {
    let (a, b) = (bytes(left), bytes(right))
    for index in 0..<min(a.count, b.count) where a[index] != b[index] { return Int(a[index]) - Int(b[index]) }
    return a.count - b.count
  }

  /// Whether two texts have the same bytes; ids of neighbours mostly differ at their end.
  private func isSame(_ left: TextRef, _ right: TextRef) -> Bool {
    guard left.length == right.length else { return false }
    let (a, b) = (bytes(left), bytes(right))
    return a.indices.reversed().allSatisfy { a[$0] == b[$0] }
  }

  private func endOfRun(from index: Int) -> Int {
    var end = index + 1
    while end < papers.count, isSame(papers[index].id, papers[end].id) { end += 1 }
    return end
  }

  /// The one paper that several records of an id make: what the newest day says, featured on every day.
  private mutating func merged(_ run: Range<Int>, issues: inout [LoadIssue]) -> Paper {
    // Two days may list a paper; one day's file may not do so twice.
    var listed = [listing(papers[run.lowerBound]): run.lowerBound]
    for index in run.dropFirst() {
      let isDaily = papers[run.lowerBound].isDaily && papers[index].isDaily
      let same = isDaily ? listed[listing(papers[index])] : run.lowerBound
      if let same { issues.append(repetition(of: papers[same], papers[index])) }
      listed[listing(papers[index])] = same ?? index
    }
    var newest = papers[run.lowerBound]
    for index in run where lastDay(papers[index]) >= lastDay(newest) { newest = papers[index] }
    let all = Set(run.flatMap { days[papers[$0].featured.range] }).sorted()
    newest.featured = ListRef(start: days.count, count: all.count)
    days += all
    newest.fingerprints.update(.dates, of: newest, in: self)
    return newest
  }

  private func lastDay(_ paper: Paper) -> Day {
    paper.featured.count == 0 ? Day(number: .min) : days[paper.featured.range.upperBound - 1]
  }

  /// The file and the day that list a paper.
  private func listing(_ paper: Paper) -> UInt64 {
    UInt64(paper.file) << 32 | UInt64(UInt32(bitPattern: lastDay(paper).number))
  }

  private func repetition(of first: Paper, _ second: Paper) -> LoadIssue {
    let offset = Int(second.offset)
    let issue = DataIssue("record/duplicate-id", "the id `\(string(second.id))` stands twice", at: offset..<offset)
    let place = RelatedPlace(message: "it stands here first", file: first.file, offset: Int(first.offset))
    return LoadIssue(issue: issue, file: second.file, related: place)
  }
}
