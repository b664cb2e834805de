internal import ByteText

/// The lists and the texts that rows of papers refer to: those of one worker, or those of a whole store.
protocol RecordSource {
  var authorships: [Authorship] { get }
  var parties: [Party] { get }
  var days: [Day] { get }
  var texts: [TextRef] { get }
  var links: [PaperLink] { get }
  var versions: [PaperVersion] { get }

  /// The bytes of a text.
  func bytes(_ text: TextRef) -> UnsafeRawBufferPointer
}

extension PaperStore: RecordSource {}

/// The rows of one worker, with their text.
struct RowsWithText: RecordSource {
  let rows: RecordRows
  let text: UnsafeRawBufferPointer

  var authorships: [Authorship] { rows.authorships }
  var parties: [Party] { rows.parties }
  var days: [Day] { rows.days }
  var texts: [TextRef] { rows.texts }
  var links: [PaperLink] { rows.links }
  var versions: [PaperVersion] { rows.versions }

  func bytes(_ text: TextRef) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: self.text[text.isEmpty ? 0..<0 : text.range])
  }
}

/// Adds the values of fields to hashes.
struct FieldHasher<Source: RecordSource> {
  let source: Source

  /// Adds the value of a field.
  ///
  /// - Parameter row: the bytes of the paper's row.
  func add(_ field: HashedField, of row: UnsafeRawBufferPointer, to hash: inout Fingerprint) {
    func value<Value: BitwiseCopyable>(_ type: Value.Type) -> Value {
      row.loadUnaligned(fromByteOffset: field.offset, as: type)
    }
    switch field.type {
    case .id, .line, .address, .resource, .mapping: combine(value(TextRef.self), into: &hash)
    // All forms of a text follow from its source and its format.
    case .requiredText, .text: combine(value(FormattedText.self).source, into: &hash)
    case .format: hash.combine(UInt64(value(StoredFormat.self).value.rawValue))
    case .flag: hash.combine(value(StoredFlag.self).value ? 1 : 0)
    case .count: hash.combine(value(OptionalCount.self).value.map { UInt64($0) } ?? .max)
    case .authorCount: hash.combine(UInt64(value(UInt32.self)))
    case .moment: hash.combine(value(StoredMoment.self).value)
    case .party: combine(party: value(OptionalRow.self).value, into: &hash)
    case .days, .lines, .resources, .ids, .people, .links, .versions:
      combine(value(ListRef.self), of: field.type, into: &hash)
    }
  }

  private func combine(_ list: ListRef, of type: FieldType, into hash: inout Fingerprint) {
    hash.combine(UInt64(list.count))
    switch type {
    case .days: for day in source.days[list.range] { hash.combine(UInt64(bitPattern: Int64(day.number))) }
    case .people: combine(source.authorships[list.range], into: &hash)
    case .links: combine(source.links[list.range], into: &hash)
    case .versions: combine(source.versions[list.range], into: &hash)
    default: for text in source.texts[list.range] { combine(text, into: &hash) }
    }
  }

  private func combine(_ authors: ArraySlice<Authorship>, into hash: inout Fingerprint) {
    for author in authors {
      combine(author.name, into: &hash)
      combine(author.orcid, into: &hash)
      combine(author.affiliation, into: &hash)
      combine(author.url, into: &hash)
    }
  }

  private func combine(_ links: ArraySlice<PaperLink>, into hash: inout Fingerprint) {
    for link in links {
      combine(link.kind, into: &hash)
      combine(link.url, into: &hash)
    }
  }

  private func combine(_ versions: ArraySlice<PaperVersion>, into hash: inout Fingerprint) {
    for version in versions {
      combine(version.name, into: &hash)
      hash.combine(version.date)
    }
  }

  private func combine(party row: UInt32?, into hash: inout Fingerprint) {
    guard let row else { return hash.combine(0) }
    let party = source.parties[Int(row)]
    combine(party.name, into: &hash)
    combine(party.fullname, into: &hash)
    combine(party.avatar, into: &hash)
    combine(party.url, into: &hash)
  }

  private func combine(_ text: TextRef, into hash: inout Fingerprint) {
    source.bytes(text).withMemoryRebound(to: UInt8.self) { hash.combine($0.span) }
  }
}

extension Fingerprint {
  /// Adds a moment, or that there is none.
  fileprivate mutating func combine(_ moment: Moment?) {
    combine(moment.map { UInt64(bitPattern: Int64($0.day.number)) } ?? Day.numberOfNone)
    combine(moment?.milliseconds.map { UInt64(bitPattern: Int64($0)) } ?? Day.numberOfNone)
  }
}
