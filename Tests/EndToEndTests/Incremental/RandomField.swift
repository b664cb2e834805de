import Papers

/// Random values of the fields of a record.
enum RandomField {
  typealias Maker = @Sendable (inout SeededRandom) -> FieldValue?

  /// Every field that an edit may change with the values it may get; nil removes it.
  static let makers: [(key: String, value: Maker)] = RecordFields.all.filter { $0.type != .id }.map { field in
    (field.name, own[field.name] ?? maker(of: field))
  }

  /// Values of fields that say more than their type.
  private static let own: [String: Maker] = [
    "title": { .text($0.pick(Vocabulary.titles) + " " + $0.pick(Vocabulary.words)) },
    "abstract": { .text($0.pick(Vocabulary.abstracts) + " " + $0.pick(Vocabulary.words)) },
    // A record needs a day.
    "published": moment,
    "submitted_by": { $0.chance(60) ? nil : ["name": "akhaliq", "fullname": .text($0.pick(["AK", "A. K."]))] },
    "tags": { .texts($0.some(of: Vocabulary.tags, 0..<4)) },
    "upvotes": { $0.chance(20) ? nil : .number($0.number(0..<4) * 17) },
  ]

  /// Values that the field's type allows.
  private static func maker(of field: RecordField) -> Maker {
    let name = field.name
    switch field.type {
    case .requiredText, .id: return { .text($0.pick(Vocabulary.words)) }
    case .text: return { random in random.chance(30) ? nil : .text(random.pick(Vocabulary.summaries)) }
    case .format: return { random in random.chance(30) ? nil : .text(random.pick(["tex", "markdown", "plain"])) }
    case .line:
      let values = Vocabulary.lines[name] ?? ["One \(name)", "Of <\(name)> & more", "Another *\(name)*"]
      return { $0.chance(50) ? nil : .text($0.pick(values)) }
    case .address: return { $0.chance(50) ? nil : .text("https://\(name).example/\($0.number(0..<3))") }
    case .resource: return { $0.chance(50) ? nil : .text($0.pick(Vocabulary.resources)) }
    case .count: return { $0.chance(50) ? nil : .number($0.number(0..<4) * 999) }
    case .authorCount: return { $0.chance(60) ? nil : .number($0.number(5..<9)) }
    case .flag: return { $0.chance(60) ? nil : .flag($0.chance(70)) }
    case .moment: return { $0.chance(50) ? nil : moment(&$0) }
    case .days: return featured
    case .lines: return { $0.chance(40) ? nil : .texts($0.some(of: Vocabulary.keywords, 1..<3)) }
    case .resources: return { $0.chance(50) ? nil : .texts($0.some(of: Vocabulary.resources, 1..<3)) }
    case .ids: return { $0.chance(50) ? nil : .texts(["old-\($0.number(0..<300))"]) }
    case .people: return { random in .list(random.some(of: Vocabulary.people, 0..<5).map { author($0, &random) }) }
    case .party: return organization
    case .links: return links
    case .versions: return versions
    case .mapping: return mapping
    }
  }

  private static func author(_ name: String, _ random: inout SeededRandom) -> FieldValue {
    guard random.chance(40) else { return .text(name) }
    var fields: SiteDraft.Record = ["name": .text(name)]
    if random.chance(50) { fields["orcid"] = .text(random.pick(Vocabulary.orcids)) }
    if random.chance(50) { fields["affiliation"] = .text(random.pick(Vocabulary.affiliations)) }
    if random.chance(30) { fields["url"] = .text("https://people.example/\(random.number(0..<3))") }
    return .map(fields)
  }

  @Sendable private static func organization(_ random: inout SeededRandom) -> FieldValue? {
    let name = random.pick(Vocabulary.organizations)
    if random.chance(30) { return nil }
    guard random.chance(50) else { return .text(name) }
    var fields: SiteDraft.Record = ["name": .text(name)]
    if random.chance(50) { fields["fullname"] = .text("The \(random.pick(Vocabulary.words)) \(name)") }
    if random.chance(30) { fields["avatar"] = .text(random.pick(Vocabulary.resources)) }
    if random.chance(30) { fields["url"] = "https://org.example/" }
    return .map(fields)
  }

  @Sendable private static func moment(_ random: inout SeededRandom) -> FieldValue? {
    let day = random.pick(Vocabulary.days)
    return .text(random.chance(70) ? day : "\(day)T09:3\(random.number(0..<10)):00Z")
  }

  @Sendable private static func featured(_ random: inout SeededRandom) -> FieldValue? {
    switch random.number(0..<4) {
    case 0: nil
    case 1: .texts(random.some(of: Vocabulary.days, 2..<4))
    default: .text(random.pick(Vocabulary.days))
    }
  }

  @Sendable private static func links(_ random: inout SeededRandom) -> FieldValue? {
    var links: SiteDraft.Record = [:]
    if random.chance(50) { links["code"] = .text("https://github.com/example/r\(random.number(0..<4))") }
    if random.chance(30) { links["project"] = "https://example.org/project" }
    if random.chance(30) { links["doi"] = .text("10.1000/\(random.number(100..<104))") }
    if random.chance(30) { links["slides"] = "https://example.org/slides" }
    if random.chance(20) { links["pdf"] = "https://example.org/paper.pdf" }
    return links.isEmpty ? nil : .map(links)
  }

  @Sendable private static func versions(_ random: inout SeededRandom) -> FieldValue? {
    let count = random.number(0..<4)
    let versions = (0..<count).map { number -> FieldValue in
      ["name": .text("v\(number + 1)"), "date": .text(random.pick(Vocabulary.days))]
    }
    return versions.isEmpty ? nil : .list(versions)
  }

  @Sendable private static func mapping(_ random: inout SeededRandom) -> FieldValue? {
    var fields: SiteDraft.Record = [:]
    if random.chance(50) { fields["datasets"] = .texts(random.some(of: Vocabulary.words, 0..<3)) }
    if random.chance(50) { fields["hardware"] = ["gpus": .number(random.number(1..<9)), "kind": "H100"] }
    if random.chance(30) { fields["award"] = .flag(true) }
    return fields.isEmpty ? nil : .map(fields)
  }
}
