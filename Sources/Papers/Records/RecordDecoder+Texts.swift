internal import ByteText
internal import DataFiles
internal import PaperText

/// The body of a Markdown file: the text of the file, and where in it the body is.
struct MarkdownBody {
  let text: FrozenBytes
  let range: Range<Int>
}

/// What a text links to, where a record may not say it.
struct LinksInAbstract {
  var code = TextRef.empty
  var project = TextRef.empty
}

/// Id, format, title, abstract and other texts.
extension RecordDecoder {
  mutating func decodeFormat(_ tree: DataTree) {
    guard let node = expectText(node(at: own.format), in: tree) else { return }
    switch tree.string(node) {
    case "tex": paper.format = .tex
    case "markdown": paper.format = .markdown
    case "plain": paper.format = .plain
    default:
      fail(
        DataIssue(
          "record/text", "`text` must be `tex`, `markdown` or `plain`, not \(quoted(node, in: tree))", at: node.range))
    }
  }

  mutating func decodeID(of record: DataNode, in tree: DataTree) {
    guard let node = node(at: own.id) else { return failMissing("id", in: record) }
    takeID(node, in: tree)
  }

  mutating func takeID(_ node: DataNode, in tree: DataTree) {
    guard let node = expectText(node, in: tree) else { return }
    paper.offset = UInt64(log.base + node.range.lowerBound)
    if let problem = PaperID.problem(with: tree.bytes(node)) {
      return fail(DataIssue("record/id", "the id \(quoted(node, in: tree)) \(problem)", at: node.range))
    }
    paper.id = tables.append(tree.bytes(node))
  }

  mutating func decodeTexts(of record: DataNode, in tree: DataTree, body: MarkdownBody?) {
    if let title = node(at: own.title) {
      paper.title = requiredText(title, role: .inline, in: tree)
    } else {
      failMissing("title", in: record)
    }
    decodeAbstract(of: record, in: tree, body: body)
    noteLinksOfAbstract()
  }

  /// A text in the record's format that may be missing.
  mutating func text(_ node: DataNode, in tree: DataTree) -> FormattedText {
    guard let node = expectText(node, in: tree) else { return FormattedText() }
    let text = formatted(tree.bytes(node), role: .inline)
    warnOfText(in: node, of: tree)
    return text
  }

  private mutating func decodeAbstract(of record: DataNode, in tree: DataTree, body: MarkdownBody?) {
    let hasBody = body.map { !$0.range.isEmpty } ?? false
    switch (node(at: own.abstract), body) {
    case (let abstract?, _) where !hasBody:
      paper.abstract = requiredText(abstract, role: .block, in: tree)
    case (let abstract?, _):
      fail(
        DataIssue(
          "record/abstract", "the abstract is given twice: as a field and as the text below the front matter",
          at: abstract.range))
    case (nil, let body?) where hasBody:
      let text = body.text.span.extracting(body.range)
      paper.abstract = formatted(text, role: .block)
      let start = body.range.lowerBound + text.leadingSpace
      for warning in parser.warnings { warn(warning, at: start + warning.offset..<start + warning.offset + 1) }
    case (nil, .some):
      fail(
        DataIssue(
          "record/missing", "the record has no abstract", at: record.range, help: "write it below the front matter"))
    case (nil, nil): failMissing("abstract", in: record)
    }
  }

  /// Keeps what the text that was read last links to; the parser forgets it with the next text.
  mutating func noteLinksOfAbstract() {
    guard !paper.abstract.source.isEmpty else { return }
    for link in parser.links {
      switch link.kind {
      case .code where linksInAbstract.code.isEmpty: linksInAbstract.code = tables.append(parser.bytes(of: link.url))
      case .project where linksInAbstract.project.isEmpty:
        linksInAbstract.project = tables.append(parser.bytes(of: link.url))
      default: continue
      }
    }
  }

  private mutating func requiredText(_ node: DataNode, role: TextRole, in tree: DataTree) -> FormattedText {
    guard let node = expectText(node, in: tree) else { return FormattedText() }
    let text = formatted(tree.bytes(node), role: role)
    if text.source.isEmpty {
      fail(DataIssue("record/missing", "`\(tree.path(of: node))` is empty", at: node.range))
    }
    warnOfText(in: node, of: tree)
    return text
  }

  /// Passes on what was odd in the text that was read last, at its place in the file.
  private mutating func warnOfText(in node: DataNode, of tree: DataTree) {
    guard !parser.warnings.isEmpty else { return }
    let start = tree.bytes(node).leadingSpace
    for warning in parser.warnings { warn(warning, at: tree.place(ofByte: start + warning.offset, in: node)) }
  }

  private mutating func warn(_ warning: TextWarning, at place: Range<Int>) {
    let id = String(bytes: tables.bytes(paper.id))
    warn("record/text", id.isEmpty ? warning.message : "\(warning.message), in \(id)", at: place)
  }

  private mutating func failMissing(_ field: String, in record: DataNode) {
    fail(DataIssue("record/missing", "the record has no `\(field)`", at: record.range))
  }

  /// A text in all its forms, in the record's format.
  mutating func formatted(_ source: Span<UInt8>, role: TextRole) -> FormattedText {
    let source = source.trimmingSpaces
    guard !source.isEmpty else { return FormattedText() }
    var text = FormattedText()
    parser.parse(source, as: paper.format, role: role)
    let start = tables.text.count
    parser.writeHTML(into: &tables.text)
    text.html = tables.reference(from: start)
    text.source = reference(to: source, in: text.html) ?? tables.append(source)
    text.plain = plainForm(of: text)
    return text
  }

  /// Where a form of the text that was read last is in the HTML, if that is the same but for a paragraph's tags.
  private func reference(to form: Span<UInt8>, in html: TextRef) -> TextRef? {
    let paragraph = 3
    for tag in [0, paragraph] where Int(html.length) >= tag + form.count {
      let shared = TextRef(segment: html.segment, offset: Int(html.offset) + tag, length: form.count)
      if tables.bytes(shared).isEqual(to: form) { return shared }
    }
    return nil
  }

  /// The plain form of the text that was read last; it shares the bytes of another form where they are the same.
  private mutating func plainForm(of text: FormattedText) -> TextRef {
    let start = tables.text.count
    parser.writePlain(into: &tables.text)
    let plain = tables.reference(from: start)
    let isSource = tables.isSame(plain, text.source)
    guard let shared = isSource ? text.source : reference(to: tables.bytes(plain), in: text.html) else { return plain }
    tables.text.truncate(to: start)
    return shared
  }
}

extension Span<UInt8> {
  /// How many bytes of white space are at the beginning.
  var leadingSpace: Int {
    var start = 0
    while start < count, ASCII.isSpace(self[start]) { start += 1 }
    return start
  }
}
