internal import ByteText
internal import DataFiles

/// Links, and what follows from identifiers.
extension RecordDecoder {
  /// The kinds of links that come first, in this order; others follow as the record has them.
  private static let leadingKinds: [StaticString] = ["arxiv", "pdf", "doi", "code", "project", "video"]

  mutating func decodeLinks(_ tree: DataTree) {
    var links: [PaperLink] = []
    if let node = node(at: own.links) {
      if node.kind != .object { fail(tree.typeIssue(node, expected: "an object of addresses")) }
      for (key, value) in tree.members(of: node) where value.kind != .null {
        decodeLink(key, value, into: &links, in: tree)
      }
    }
    finishLinks(links)
  }

  private mutating func decodeLink(
    _ key: DataNode, _ value: DataNode, into links: inout [PaperLink], in tree: DataTree
  ) {
    if value.kind == .array {
      for element in tree.elements(of: value) { decodeAddress(key, element, into: &links, in: tree) }
    } else {
      decodeAddress(key, value, into: &links, in: tree)
    }
  }

  private mutating func decodeAddress(
    _ key: DataNode, _ value: DataNode, into links: inout [PaperLink], in tree: DataTree
  ) {
    let kind = tables.append(line: tree.bytes(key))
    let url =
      if tree.text(of: key, is: "arxiv") {
        arXivAddress(value, in: tree)
      } else if tree.text(of: key, is: "doi") {
        doiAddress(value, in: tree)
      } else {
        address(value, in: tree)
      }
    if !kind.isEmpty, !url.isEmpty { links.append(PaperLink(kind: kind, url: url)) }
  }

  /// The address of an abstract page of arXiv, given as such or by the identifier alone.
  private mutating func arXivAddress(_ node: DataNode, in tree: DataTree) -> TextRef {
    guard let node = expectText(node, in: tree) else { return .empty }
    let bytes = tree.bytes(node)
    let start = bytes.end(ofPrefix: ["https://arxiv.org/abs/", "http://arxiv.org/abs/", "arxiv:"])
    guard let id = ArXivID(bytes.extracting(start..<bytes.count)) else { return address(node, in: tree) }
    paper.arXivID = tables.append(bytes.extracting(start..<start + id.baseLength))
    return tables.append("https://arxiv.org/abs/", bytes.extracting(start..<bytes.count))
  }

  /// The address of a DOI, given as such or by the DOI alone; it is taken as the paper's identifier.
  private mutating func doiAddress(_ node: DataNode, in tree: DataTree) -> TextRef {
    guard let node = expectText(node, in: tree) else { return .empty }
    guard let range = DOI.range(in: tree.bytes(node)) else {
      fail(
        DataIssue(
          "record/doi", "`\(tree.path(of: node))` is no DOI: \(quoted(node, in: tree))", at: node.range,
          help: "a DOI looks like 10.48550/arXiv.2401.00001"))
      return .empty
    }
    paper.doi = tables.append(tree.bytes(node).extracting(range))
    return tables.append("https://doi.org/", tree.bytes(node).extracting(range))
  }

  /// Adds what follows from the id and what the abstract links to, and orders the links.
  mutating func finishLinks(_ given: [PaperLink]) {
    var links = given
    deriveArXivLinks(&links)
    deriveLinksOfAbstract(&links)
    paper.links = ListRef(start: tables.rows.links.count, count: links.count)
    for kind in Self.leadingKinds { appendLinks(links, ofKind: kind) }
    for link in links where !Self.leadingKinds.contains(where: { tables.text(link.kind, is: $0) }) {
      tables.rows.links.append(link)
    }
  }

  private mutating func appendLinks(_ links: [PaperLink], ofKind kind: StaticString) {
    for link in links where tables.text(link.kind, is: kind) { tables.rows.links.append(link) }
  }

  private mutating func deriveArXivLinks(_ links: inout [PaperLink]) {
    if paper.arXivID.isEmpty, let id = ArXivID(tables.bytes(paper.id)) {
      paper.arXivID = TextRef(segment: paper.id.segment, offset: Int(paper.id.offset), length: id.baseLength)
    }
    guard !paper.arXivID.isEmpty else { return }
    let id = ArXivID(tables.bytes(paper.id)) == nil ? paper.arXivID : paper.id
    addLink("arxiv", "https://arxiv.org/abs/", id, to: &links)
    addLink("pdf", "https://arxiv.org/pdf/", id, to: &links)
    if paper.doi.isEmpty { paper.doi = tables.append("10.48550/arXiv.", copying: paper.arXivID) }
  }

  /// Adds a link unless there is one of its kind.
  private mutating func addLink(
    _ kind: StaticString, _ prefix: StaticString, _ rest: TextRef, to links: inout [PaperLink]
  ) {
    guard !links.contains(where: { tables.text($0.kind, is: kind) }) else { return }
    links.append(PaperLink(kind: tables.append { $0.append(kind) }, url: tables.append(prefix, copying: rest)))
  }

  private mutating func deriveLinksOfAbstract(_ links: inout [PaperLink]) {
    if !linksInAbstract.code.isEmpty { addLink("code", "", linksInAbstract.code, to: &links) }
    if !linksInAbstract.project.isEmpty { addLink("project", "", linksInAbstract.project, to: &links) }
  }
}

// MARK: - Addresses

extension RecordDecoder {
  /// A checked address, empty where the value is none: then an error is noted. Where only the scheme is missing, it
  /// is added.
  mutating func address(_ node: DataNode?, allowsOwnFile: Bool = false, in tree: DataTree) -> TextRef {
    guard let node = expectText(node, in: tree) else { return .empty }
    switch WebAddress.kind(of: tree.bytes(node)) {
    case .absolute: return tables.append(tree.bytes(node))
    case .missingScheme: return tables.append("https://", tree.bytes(node))
    case .relative where allowsOwnFile: return tables.append(tree.bytes(node))
    case .relative, .invalid: break
    }
    let message = "`\(tree.path(of: node))` is no address that a page can link to: \(quoted(node, in: tree))"
    fail(DataIssue("record/url", message, at: node.range, help: "begin it with https://"))
    return .empty
  }

  /// Addresses of pictures and videos.
  mutating func addresses(_ node: DataNode, in tree: DataTree) -> ListRef {
    let start = tables.rows.texts.count
    for element in elements(node, of: "addresses", in: tree) {
      let text = address(element, allowsOwnFile: true, in: tree)
      if !text.isEmpty { tables.rows.texts.append(text) }
    }
    return ListRef(start: start, count: tables.rows.texts.count - start)
  }
}
