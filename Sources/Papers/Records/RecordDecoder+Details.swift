internal import ByteText
internal import DataFiles

/// Tags, counts and what else is shown.
extension RecordDecoder {
  mutating func decodeLists(_ tree: DataTree) {
    paper.tags = lines(field(.tags), in: tree)
    paper.keywords = lines(field(.keywords), in: tree)
    paper.media = addresses(field(.media), in: tree)
    paper.aliases = ids(field(.aliases), in: tree)
  }

  mutating func decodeNumbers(_ tree: DataTree) {
    paper.upvotes = count(field(.upvotes), in: tree)
    paper.comments = count(field(.comments), in: tree)
    paper.stars = count(field(.stars), in: tree)
    paper.isWithdrawn = bool(field(.withdrawn), in: tree)
    paper.isDraft = bool(field(.draft), in: tree)
  }

  mutating func decodeDetails(_ tree: DataTree) {
    paper.discussion = address(field(.discussion), in: tree)
    paper.thumbnail = address(field(.thumbnail), allowsOwnFile: true, in: tree)
    paper.venue = line(field(.venue), in: tree)
    paper.journalRef = line(field(.journalRef), in: tree)
    paper.license = line(field(.license), in: tree)
  }

  /// Former ids, which become addresses too.
  private mutating func ids(_ node: DataNode?, in tree: DataTree) -> ListRef {
    guard let node else { return ListRef() }
    let start = tables.rows.texts.count
    for element in elements(node, of: "ids", in: tree) {
      guard let element = expectText(element, in: tree) else { continue }
      if let problem = PaperID.problem(with: tree.bytes(element)) {
        fail(DataIssue("record/id", "the id \(quoted(element, in: tree)) \(problem)", at: element.range))
      } else {
        tables.rows.texts.append(tables.append(tree.bytes(element)))
      }
    }
    return ListRef(start: start, count: tables.rows.texts.count - start)
  }
}
