/// A change of a site, with the name that failures show.
typealias SiteEdit = @Sendable (inout SiteDraft, inout SeededRandom) -> Void

/// Changes of records and of the files that hold them.
enum RecordEdits {
  static let all: KeyValuePairs<String, SiteEdit> = [
    "add a record": { $0.addRecord(&$1) },
    "delete a record": { site, random in
      guard let place = site.anyRecord(&random) else { return }
      site.files[place.file].records.remove(at: place.row)
    },
    "delete a file": { site, random in
      if !site.files.isEmpty { site.files.remove(at: random.number(0..<site.files.count)) }
    },
    "empty the site, or fill it": { site, random in
      guard site.files.allSatisfy(\.records.isEmpty) else { return site.files.removeAll() }
      for _ in 0..<random.number(1..<30) { site.addRecord(&random) }
    },
    "rename a file": { site, random in
      guard let index = site.files.indices.filter({ site.files[$0].form != .daily }).randomElement(using: &random)
      else { return }
      site.files[index].name = site.newName(&random)
    },
    "change an id": { site, random in
      guard let place = site.anyRecord(&random) else { return }
      site.files[place.file].records[place.row]["id"] = .text(site.newID(&random))
    },
    "repeat an id": { site, random in
      guard let first = site.anyRecord(&random), let second = site.anyRecord(&random) else { return }
      site.files[second.file].records[second.row]["id"] = site.files[first.file].records[first.row]["id"]
    },
    "make an alias of an id": { site, random in
      guard let first = site.anyRecord(&random), case .text(let id)? = site.files[first.file].records[first.row]["id"]
      else { return }
      site.files[first.file].records[first.row]["id"] = .text(site.newID(&random))
      site.files[first.file].records[first.row]["aliases"] = .texts([id])
    },
    "move a record to another file": move,
    "change the form of a file": changeForm,
    "turn the records of a file around": { site, random in
      if !site.files.isEmpty { site.files[random.number(0..<site.files.count)].records.reverse() }
    },
    "list a paper on another day": listAgain,
    "move a daily file to another day": { site, random in
      guard let index = site.files.firstIndex(where: { $0.form == .daily }) else { return }
      let day = random.pick(Vocabulary.days)
      if !site.files.contains(where: { $0.name == day }) { site.files[index].name = day }
    },
  ]

  /// Changes of one field of one record.
  static let fields: [(key: String, value: SiteEdit)] = RandomField.makers.map { name, maker in
    (
      "change \(name)",
      { site, random in
        guard let place = site.anyRecord(&random) else { return }
        site.files[place.file].records[place.row][name] = maker(&random)
      }
    )
  }

  @Sendable private static func move(_ site: inout SiteDraft, _ random: inout SeededRandom) {
    guard let place = site.anyRecord(&random) else { return }
    let record = site.files[place.file].records.remove(at: place.row)
    let targets = site.files.indices.filter { !site.files[$0].isFull }
    guard let target = targets.randomElement(using: &random) else { return }
    site.files[target].records.append(record)
  }

  @Sendable private static func changeForm(_ site: inout SiteDraft, _ random: inout SeededRandom) {
    let files = site.files.indices.filter { site.files[$0].form != .daily && site.files[$0].records.count == 1 }
    guard let index = files.randomElement(using: &random) else { return }
    site.files[index].form = random.pick([.object, .array, .lines, .markdown])
  }

  /// A daily list may name a paper that another one names too, with other counts.
  @Sendable private static func listAgain(_ site: inout SiteDraft, _ random: inout SeededRandom) {
    let daily = site.files.indices.filter { site.files[$0].form == .daily }
    guard let first = daily.first, let last = daily.last,
      var record = site.files[first].records.randomElement(using: &random)
    else { return }
    let known = site.files[last].records.contains { $0["id"] == record["id"] }
    guard first != last, !known else { return }
    record["upvotes"] = .number(random.number(0..<90))
    site.files[last].records.append(record)
  }
}
