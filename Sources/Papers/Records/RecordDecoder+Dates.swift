internal import ByteText
internal import DataFiles

/// Moments, featured days and versions.
extension RecordDecoder {
  /// The day, or day and time, that a value names; an error is noted where it names none.
  mutating func moment(_ node: DataNode?, in tree: DataTree) -> Moment? {
    guard let node = expectText(node, in: tree) else { return nil }
    if let moment = Moment(tree.bytes(node)) { return moment }
    failDate(node, help: "write YYYY-MM-DD, or YYYY-MM-DDTHH:MM:SSZ where the time is known", in: tree)
    return nil
  }

  private mutating func failDate(_ node: DataNode, help: String, in tree: DataTree) {
    let message = "`\(tree.path(of: node))` is not a date: \(quoted(node, in: tree))"
    fail(DataIssue("record/date", message, at: node.range, help: help))
  }

  private mutating func day(_ node: DataNode, in tree: DataTree) -> Day? {
    guard let node = expectText(node, in: tree) else { return nil }
    if let day = Day(tree.bytes(node)) { return day }
    failDate(node, help: "write YYYY-MM-DD", in: tree)
    return nil
  }

  mutating func decodeFeatured(of record: DataNode, in tree: DataTree) {
    guard let node = node(at: own.featured) else { return featureWhenPublished(record) }
    if node.kind != .array { return feature(on: day(node, in: tree).map { [$0] } ?? []) }
    let elements = Array(tree.elements(of: node))
    if elements.isEmpty { return featureWhenPublished(record) }
    feature(on: elements.compactMap { day($0, in: tree) })
  }

  private mutating func featureWhenPublished(_ record: DataNode) {
    if let published = paper.published { return feature(on: [published.day]) }
    if node(at: own.published) != nil { return }
    fail(
      DataIssue(
        "record/missing", "the record has neither `featured` nor `published`, so no day can show it", at: record.range))
  }

  /// Takes the days in ascending order, each once.
  mutating func feature(on days: [Day]) {
    let days = days.count > 1 ? Set(days).sorted() : days
    paper.featured = ListRef(start: tables.rows.days.count, count: days.count)
    tables.rows.days.append(contentsOf: days)
  }
}

// MARK: - Versions

extension RecordDecoder {
  mutating func versions(_ node: DataNode, in tree: DataTree) -> ListRef {
    let start = tables.rows.versions.count
    for element in elements(node, of: "versions", in: tree) {
      if let version = version(element, in: tree) { tables.rows.versions.append(version) }
    }
    return ListRef(start: start, count: tables.rows.versions.count - start)
  }

  private static let versionFields = ["name", "date"]

  private mutating func version(_ node: DataNode, in tree: DataTree) -> PaperVersion? {
    if isText(node, in: tree) { return PaperVersion(name: line(node, in: tree), date: nil) }
    guard node.kind == .object else {
      fail(tree.typeIssue(node, expected: "a name as `v2`, or an object with `name` and `date`"))
      return nil
    }
    var version = PaperVersion(name: .empty, date: nil)
    for (key, value) in tree.members(of: node) {
      if isMissing(key, value, among: Self.versionFields, in: tree) { continue }
      if tree.text(of: key, is: "name") {
        version.name = line(value, in: tree)
      } else if tree.text(of: key, is: "date") {
        version.date = moment(value, in: tree)
      } else {
        noteUnknown(key, among: Self.versionFields, in: tree)
      }
    }
    if !version.name.isEmpty { return version }
    fail(DataIssue("record/missing", "`\(tree.path(of: node))` has no `name`", at: node.range))
    return nil
  }
}
