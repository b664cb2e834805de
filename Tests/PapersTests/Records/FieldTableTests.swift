import ByteText
import Testing

@testable import Papers

/// A property of `Paper` that no row of the table names would be neither moved nor hashed.
@Test func everyStoredPropertyIsInTheTable() {
  var stored: [String: Int] = [:]
  for child in Mirror(reflecting: Paper()).children where !["file", "offset", "fingerprints"].contains(child.label) {
    stored["\(type(of: child.value))", default: 0] += 1
  }
  let fields = RecordFields.all + RecordFields.derived
  #expect(Set(fields.map(\.offset)).count == fields.count)
  #expect(Set(RecordFields.names).count == RecordFields.all.count)
  #expect(stored.values.reduce(0, +) == fields.count)
  let layout = PaperLayout.current
  #expect(stored["TextRef"] == layout.texts.count)
  #expect(stored["FormattedText"] == layout.formatted.count)
  #expect(stored["ListRef"] == layout.lists.count)
  #expect(stored["OptionalRow"] == layout.rows.count)
}

@Test func groupsAreNumberedInOrder() {
  #expect(FieldGroup.allCases.map { Int($0.rawValue) } == Array(0..<FieldGroup.allCases.count))
  #expect(FieldGroups.record.members == FieldGroup.allCases)
  #expect(MemoryLayout<PaperFingerprints>.size == 8 * FieldGroup.allCases.count)
}

/// Each field changes the hashes of its groups and no others, so that no page is stale and none is rendered in vain.
@Test(arguments: RecordFields.all.filter { $0.type != .id })
func aFieldChangesItsGroups(_ field: RecordField) async throws {
  func fingerprints(_ variant: Int) async throws -> PaperFingerprints {
    let store = try await store(of: "\"id\": \"a\", \"\(field.name)\": \(field.sample(variant))")
    return store.papers[0].fingerprints
  }
  let (first, again, other) = try await (fingerprints(0), fingerprints(0), fingerprints(1))
  #expect(first == again)
  let changed = FieldGroup.allCases.filter { first[$0] != other[$0] }
  #expect(changed == field.groups.members)
  for group in FieldGroup.allCases {
    let isSame = first.hash(of: FieldGroups(group)) == other.hash(of: FieldGroups(group))
    #expect(isSame != field.groups.contains(FieldGroups(group)))
  }
}

@Test func theHashOfSomeGroupsIsOfTheirHashes() {
  var fingerprints = PaperFingerprints()
  for group in FieldGroup.allCases { fingerprints[group] = Fingerprint(value: UInt64(group.rawValue) + 100) }
  var hash = Fingerprint()
  for number: UInt64 in [100, 103, 109] { hash.combine(number) }
  #expect(fingerprints.hash(of: [.title, .byline, .extra]) == hash.value)
  #expect(fingerprints.hash(of: FieldGroups(rawValue: .max)) == fingerprints.hash(of: .record))
  #expect(fingerprints.hash(of: []) == Fingerprint().value)
}

/// All that a record says has the same words after its rows and texts have been moved, out of the cache and in it.
@Test func everyFieldIsKept() async throws {
  let records = (0..<2).map { variant in
    "{" + RecordFields.all.map { "\"\($0.name)\": \($0.sample(variant))" }.joined(separator: ", ") + "}"
  }
  let site = try TemporarySite([
    "content/papers/a.jsonl": records[0], "content/papers/b.json": "[\(records[1])]", "cache/keep": "",
  ])
  let folder = "\(site.folder)/cache"
  var words: [[String]] = []
  for _ in 0..<2 {
    let cache = try #require(RecordCache(folder: folder, program: Fingerprint(value: 1)))
    let store = try await PaperLoader(siteFolder: site.folder, jobs: 1, cache: cache).load().store
    #expect(store.papers.count == 2)
    words.append(
      store.papers.flatMap { paper in
        (RecordFields.all + RecordFields.derived).map { "\($0.name): \(store.words($0, of: paper))" }
      })
  }
  #expect(words[0] == words[1])
  for field in RecordFields.all where field.type == .line {
    #expect(words[0].contains("\(field.name): \(field.name) of *kind* 1"))
  }
}
