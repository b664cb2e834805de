extension SiteDraft {
  /// A site of some records in files of every form, with a theme of its own.
  init(random: inout SeededRandom, records: Int) {
    settings = [
      "title": "Test Papers", "base_url": "https://papers.example/sub/", "theme": "mine",
      "listing": ["page_size": 3],
    ]
    outputs = ["feeds": ["limit": 4], "authors": ["min_papers": 2]]
    theme = ["theme.yml": "extends: default\nundefined: lenient\n", "static/extra.css": "p { color: red }\n"]
    pages["about.md"] = (["title": "About", "menu": true], "Who we are.")
    for edit in TermEdits.all { edit.value(&self, &random) }
    for number in 0..<5 {
      files.append(File(name: "set-\(number)", form: number % 2 == 0 ? .lines : .array, records: []))
    }
    for day in Vocabulary.days.suffix(2) { files.append(File(name: day, form: .daily, records: [])) }
    while made < records { addRecord(&random) }
  }

  /// Adds a record to a file that has room for it, or to a new one.
  mutating func addRecord(_ random: inout SeededRandom) {
    var record = Record()
    for (name, maker) in RandomField.makers { record[name] = maker(&random) }
    record["id"] = .text(newID(&random))
    made += 1
    let index = random.number(0..<files.count + 2)
    if index < files.count, !files[index].isFull {
      files[index].records.insert(record, at: random.number(0..<files[index].records.count + 1))
    } else {
      let form = random.pick([File.Form.object, .markdown])
      files.append(File(name: newName(&random), form: form, records: [record]))
    }
  }

  /// An id that no record has had.
  mutating func newID(_ random: inout SeededRandom) -> String {
    made += 1
    switch random.number(0..<4) {
    case 0: return "notes/n\(made)"
    case 1: return "p\(made)"
    case 2: return "math/0\(309_000 + made)"
    default: return "2401.\(10_000 + made)"
    }
  }

  /// A name that no file of records has.
  mutating func newName(_ random: inout SeededRandom) -> String {
    made += 1
    return random.pick(["", "2026/", "2026/01/", "z/"]) + "file-\(made)"
  }

  /// Where a random record stands, nil where there is none.
  func anyRecord(_ random: inout SeededRandom) -> (file: Int, row: Int)? {
    let places = files.indices.flatMap { file in files[file].records.indices.map { (file: file, row: $0) } }
    return places.isEmpty ? nil : random.pick(places)
  }
}
