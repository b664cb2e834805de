internal import ByteText
internal import DataFiles
internal import PaperText

/// Items of the `daily_papers` API as Hugging Face serves it, read as they are.
///
/// The site's author did not write such a file and can't correct it. So a link or a picture that is broken is left out,
/// and unknown fields are ignored. Only id, title, summary and the day are required.
extension RecordDecoder {
  private static let host: StaticString = "https://huggingface.co"

  /// Whether an element of an array has the shape of the API's items; all but the paper may be missing.
  static func isDailyItem(_ node: DataNode, in tree: DataTree) -> Bool {
    guard let paper = tree[node, "paper"], paper.kind == .object else { return false }
    return tree[paper, "id"] != nil || tree[node, "publishedAt"] != nil || tree[node, "title"] != nil
  }

  /// Reads an item.
  ///
  /// - Parameter day: the day whose list the item is in, where the file's name says it; else the item itself must.
  mutating func decodeDailyItem(_ item: DataNode, in tree: DataTree, day: Day?) {
    guard let record = tree[item, "paper"] else { return }
    begin(.daily)
    paper.isDaily = true
    decodeDailyTexts(item, record, in: tree)
    decodeDailyPeople(item, record, in: tree)
    decodeDailyDates(record, in: tree, day: day)
    decodeDailyCounts(item, record, in: tree)
    decodeDailyLinks(item, record, in: tree)
    end()
  }

  private mutating func decodeDailyTexts(_ item: DataNode, _ record: DataNode, in tree: DataTree) {
    if let id = tree[record, "id"] { takeID(id, in: tree) } else { failMissing("id", in: record) }
    paper.title = dailyText("title", of: record, or: item, role: .inline, in: tree)
    paper.abstract = dailyText("summary", of: record, or: item, role: .block, in: tree)
    noteLinksOfAbstract()
    if let summary = text(tree[record, "ai_summary"]) { paper.summary = formatted(tree.bytes(summary), role: .inline) }
    paper.keywords = texts(tree[record, "ai_keywords"], in: tree)
  }

  private mutating func failMissing(_ name: String, in record: DataNode) {
    fail(DataIssue("record/missing", "the paper has no `\(name)`", at: record.range))
  }

  private mutating func dailyText(
    _ name: StaticString, of record: DataNode, or item: DataNode, role: TextRole, in tree: DataTree
  ) -> FormattedText {
    let node = text(tree[record, name]) ?? text(tree[item, name])
    let result = node.map { formatted(tree.bytes($0), role: role) } ?? FormattedText()
    if result.source.isEmpty { failMissing("\(name)", in: record) }
    return result
  }

  /// A value where it is text.
  private func text(_ node: DataNode?) -> DataNode? { node?.kind == .string ? node : nil }

  /// The texts of a list, those that are not empty.
  private mutating func texts(_ node: DataNode?, in tree: DataTree) -> ListRef {
    guard let node else { return ListRef() }
    let start = tables.rows.texts.count
    for element in tree.elements(of: node) where element.kind == .string {
      let text = tables.append(line: tree.bytes(element))
      if !text.isEmpty { tables.rows.texts.append(text) }
    }
    return ListRef(start: start, count: tables.rows.texts.count - start)
  }
}

// MARK: - People

extension RecordDecoder {
  private mutating func decodeDailyPeople(_ item: DataNode, _ record: DataNode, in tree: DataTree) {
    let start = tables.rows.authorships.count
    if let authors = tree[record, "authors"] {
      for author in tree.elements(of: authors) { decodeDailyAuthor(author, in: tree) }
    }
    paper.authors = ListRef(start: start, count: tables.rows.authorships.count - start)
    paper.authorCount = paper.authors.count
    let organization =
      tree[record, "organization"] ?? tree[item, "organization"] ?? tree[item, "submitterOrganization"]
    paper.organization = dailyParty(organization, picture: "avatar", in: tree)
    paper.submittedBy =
      dailyParty(tree[item, "submittedBy"], picture: "avatarUrl", in: tree)
      ?? dailyParty(tree[record, "submittedOnDailyBy"], picture: "avatarUrl", in: tree)
  }

  private mutating func decodeDailyAuthor(_ node: DataNode, in tree: DataTree) {
    guard let name = text(tree[node, "name"]), !tree.bytes(name).trimmingSpaces.isEmpty else { return }
    var author = Authorship()
    author.name = self.name(name, in: tree)
    if !author.name.isEmpty { tables.rows.authorships.append(author) }
  }

  /// An organization or a reader; their pages follow from their names.
  private mutating func dailyParty(_ node: DataNode?, picture: StaticString, in tree: DataTree) -> UInt32? {
    guard let node, let name = text(tree[node, "name"] ?? tree[node, "user"]) else { return nil }
    var party = Party()
    party.name = tables.append(line: tree.bytes(name))
    if let fullname = text(tree[node, "fullname"]) { party.fullname = tables.append(line: tree.bytes(fullname)) }
    party.avatar = dailyAddress(tree[node, picture], in: tree)
    party.url = tables.append { $0.append(Self.host) }
    tables.text.append(UInt8(ascii: "/"))
    tables.text.appendCopy(of: party.name.range)
    party.url = tables.reference(from: Int(party.url.offset))
    return add(party)
  }
}

// MARK: - Dates and counts

extension RecordDecoder {
  private mutating func decodeDailyDates(_ record: DataNode, in tree: DataTree, day: Day?) {
    if let published = text(tree[record, "publishedAt"]) { paper.published = Moment(tree.bytes(published)) }
    if let day = day ?? submissionDay(of: record, in: tree) { return feature(on: [day]) }
    fail(
      DataIssue(
        "record/missing", "nothing says which day listed this paper", at: record.range,
        help: "name the file after its day: YYYY-MM-DD.json"))
  }

  private func submissionDay(of record: DataNode, in tree: DataTree) -> Day? {
    guard let node = text(tree[record, "submittedOnDailyAt"]), tree.bytes(node).count >= 10 else { return nil }
    return Day(tree.bytes(node).extracting(0..<10))
  }

  private mutating func decodeDailyCounts(_ item: DataNode, _ record: DataNode, in tree: DataTree) {
    paper.upvotes = count(tree[record, "upvotes"], in: tree)
    paper.comments = count(tree[item, "numComments"], in: tree)
    paper.stars = count(tree[record, "githubStars"], in: tree)
  }
}

// MARK: - Links

extension RecordDecoder {
  private mutating func decodeDailyLinks(_ item: DataNode, _ record: DataNode, in tree: DataTree) {
    var links: [PaperLink] = []
    addDailyLink("code", tree[record, "githubRepo"], to: &links, in: tree)
    addDailyLink("project", tree[record, "projectPage"], to: &links, in: tree)
    finishLinks(links)
    if tree[record, "discussionId"] != nil {
      paper.discussion = tables.append("https://huggingface.co/papers/", copying: paper.id)
    }
    paper.thumbnail = dailyAddress(tree[item, "thumbnail"] ?? tree[item, "mediaUrl"], in: tree)
    decodeDailyMedia(tree[item, "mediaUrls"] ?? tree[record, "mediaUrls"], in: tree)
  }

  private mutating func addDailyLink(
    _ kind: StaticString, _ node: DataNode?, to links: inout [PaperLink], in tree: DataTree
  ) {
    let url = dailyAddress(node, in: tree)
    if !url.isEmpty { links.append(PaperLink(kind: tables.append { $0.append(kind) }, url: url)) }
  }

  private mutating func decodeDailyMedia(_ node: DataNode?, in tree: DataTree) {
    guard let node else { return }
    let start = tables.rows.texts.count
    for element in tree.elements(of: node) {
      let url = dailyAddress(element, in: tree)
      if !url.isEmpty { tables.rows.texts.append(url) }
    }
    paper.media = ListRef(start: start, count: tables.rows.texts.count - start)
  }

  /// An address with its scheme and host, empty where it is broken. The API's own paths begin with a slash.
  private mutating func dailyAddress(_ node: DataNode?, in tree: DataTree) -> TextRef {
    guard let node = text(node) else { return .empty }
    let address = tree.bytes(node).trimmingSpaces
    switch WebAddress.kind(of: address) {
    case .absolute: return tables.append(address)
    case .missingScheme: return tables.append("https://", address)
    case .relative where address[0] == UInt8(ascii: "/"): return tables.append(Self.host, address)
    case .relative, .invalid: return .empty
    }
  }
}
