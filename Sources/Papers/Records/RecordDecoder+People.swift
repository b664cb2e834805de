internal import ByteText
internal import DataFiles
internal import PaperText

/// Authors, organization and submitter.
extension RecordDecoder {
  mutating func decodeAuthors(_ tree: DataTree) {
    decodeAuthors(node(at: own.authors), in: tree)
    decodeAuthorCount(tree)
  }

  private mutating func decodeAuthors(_ node: DataNode?, in tree: DataTree) {
    guard let node else { return }
    let start = tables.rows.authorships.count
    for element in elements(node, of: "names", in: tree) { decodeAuthor(element, in: tree) }
    paper.authors = ListRef(start: start, count: tables.rows.authorships.count - start)
    paper.authorCount = paper.authors.count
  }

  private mutating func decodeAuthor(_ node: DataNode, in tree: DataTree) {
    var author = Authorship()
    if isText(node, in: tree) {
      author.name = name(node, in: tree)
    } else if node.kind == .object {
      author = decodeAuthorFields(node, in: tree)
    } else {
      return fail(tree.typeIssue(node, expected: "a name, or an object with `name`"))
    }
    if !author.name.isEmpty { tables.rows.authorships.append(author) }
  }

  private static let authorFields = ["name", "orcid", "affiliation", "url"]

  private mutating func decodeAuthorFields(_ node: DataNode, in tree: DataTree) -> Authorship {
    var author = Authorship()
    var hasName = false
    for (key, value) in tree.members(of: node) {
      if isMissing(key, value, among: Self.authorFields, in: tree) { continue }
      if tree.text(of: key, is: "name") {
        hasName = true
        author.name = name(value, in: tree)
      } else if tree.text(of: key, is: "orcid") {
        author.orcid = orcid(value, in: tree)
      } else if tree.text(of: key, is: "affiliation") {
        author.affiliation = line(value, in: tree)
      } else if tree.text(of: key, is: "url") {
        author.url = address(value, in: tree)
      } else {
        noteUnknown(key, among: Self.authorFields, in: tree)
      }
    }
    if !hasName { fail(DataIssue("record/missing", "`\(tree.path(of: node))` has no `name`", at: node.range)) }
    return author
  }

  /// A name as plain text; nothing where no letter and no digit is in it, as in the `:` that arXiv has among authors.
  mutating func name(_ node: DataNode, in tree: DataTree) -> TextRef {
    guard let node = expectText(node, in: tree) else { return .empty }
    let bytes = tree.bytes(node)
    if hasWordByte(bytes) { return cleaned(bytes) }
    if !paper.isDaily { warnNoName(node, in: tree) }
    return .empty
  }

  private mutating func warnNoName(_ node: DataNode, in tree: DataTree) {
    let message = "`\(tree.path(of: node))` is left out: \(quoted(node, in: tree)) is no name"
    warn("record/author", message, at: node.range)
  }

  private func hasWordByte(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices where ASCII.isAlphanumeric(bytes[index]) || bytes[index] >= 0x80 { return true }
    return false
  }

  /// A short text without markup. Most names have nothing to clean, and then no parser has to look at them. Names of
  /// the API keep their quotes as they are, since clients compare them.
  private mutating func cleaned(_ bytes: Span<UInt8>) -> TextRef {
    let bytes = bytes.trimmingSpaces
    if isPlainName(bytes) { return tables.append(bytes) }
    parser.parse(bytes, as: paper.format == .markdown ? .tex : paper.format, role: .inline)
    let start = tables.text.count
    parser.writePlain(into: &tables.text)
    let name = tables.reference(from: start)
    return name.isEmpty ? tables.append(line: bytes) : name
  }

  private func isPlainName(_ name: Span<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for index in name.indices {
      let byte = name[index]
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "-"): if byte == previous { return false }
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ")"), 0x80...: break
      case UInt8(ascii: "\""): if !paper.isDaily { return false }
      default: if !ASCII.isAlphanumeric(byte) { return false }
      }
      previous = byte
    }
    return true
  }

  private mutating func orcid(_ node: DataNode, in tree: DataTree) -> TextRef {
    guard let node = expectText(node, in: tree) else { return .empty }
    if let range = ORCID.range(in: tree.bytes(node)) { return tables.append(tree.bytes(node).extracting(range)) }
    warn("record/orcid", ORCID.problem(with: quoted(node, in: tree)), at: node.range, help: ORCID.help)
    return .empty
  }

  private mutating func decodeAuthorCount(_ tree: DataTree) {
    guard let node = node(at: own.authorCount), let count = count(node, in: tree) else { return }
    if UInt32(count) < paper.authors.count {
      warn("record/author-count", "`author_count` is less than the number of authors that are listed", at: node.range)
    }
    paper.authorCount = max(paper.authorCount, UInt32(count))
  }
}

// MARK: - Organizations and submitters

extension RecordDecoder {
  private static let partyFields = ["name", "fullname", "avatar", "url"]

  mutating func party(_ node: DataNode, in tree: DataTree) -> UInt32? {
    var party = Party()
    if isText(node, in: tree) {
      party.name = line(node, in: tree)
    } else if node.kind == .object {
      party = decodePartyFields(node, in: tree)
    } else {
      fail(tree.typeIssue(node, expected: "a name, or an object with `name`"))
    }
    return add(party)
  }

  /// Adds a party, unless it has no name.
  mutating func add(_ party: Party) -> UInt32? {
    guard !party.name.isEmpty else { return nil }
    tables.rows.parties.append(party)
    return UInt32(tables.rows.parties.count - 1)
  }

  private mutating func decodePartyFields(_ node: DataNode, in tree: DataTree) -> Party {
    var party = Party()
    for (key, value) in tree.members(of: node) {
      if isMissing(key, value, among: Self.partyFields, in: tree) { continue }
      if tree.text(of: key, is: "name") {
        party.name = line(value, in: tree)
      } else if tree.text(of: key, is: "fullname") {
        party.fullname = line(value, in: tree)
      } else if tree.text(of: key, is: "avatar") {
        party.avatar = address(value, allowsOwnFile: true, in: tree)
      } else if tree.text(of: key, is: "url") {
        party.url = address(value, in: tree)
      } else {
        noteUnknown(key, among: Self.partyFields, in: tree)
      }
    }
    if party.name.isEmpty { party.name = party.fullname }
    if party.name.isEmpty {
      fail(DataIssue("record/missing", "`\(tree.path(of: node))` has no `name`", at: node.range))
    }
    return party
  }
}
