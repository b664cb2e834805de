/// Where in a row of a paper the values are, as the table of fields says: what is done to every row goes through these
/// short lists of trivial values.
struct PaperLayout: Sendable {
  /// Where references to texts are.
  let texts: [Int]
  /// Where formatted texts are.
  let formatted: [Int]
  /// Where lists of rows are.
  let lists: [ListPlace]
  /// Where references to single rows are.
  let rows: [ListPlace]
  /// Where values are that not all bits are sound for.
  let checked: [CheckedField]
  /// What is hashed.
  let hashed: [HashedField]

  /// The layout of `Paper`.
  static let current = PaperLayout(RecordFields.all + RecordFields.derived)

  private init(_ fields: [RecordField]) {
    texts = fields.filter { $0.type.form == .text }.map(\.offset)
    formatted = fields.filter { $0.type.form == .formatted }.map(\.offset)
    lists = fields.compactMap { ListPlace($0, .list) }
    rows = fields.compactMap { ListPlace($0, .row) }
    checked = fields.filter { $0.type.form == .value }.map { CheckedField(type: $0.type, offset: $0.offset) }
    hashed = fields.flatMap { field in
      field.groups.members.map { HashedField(type: field.type, offset: field.offset, group: $0) }
    }
  }
}

/// A reference to rows of a table.
struct ListPlace: BitwiseCopyable, Sendable {
  let offset: Int
  let table: RowTable

  fileprivate init?(_ field: RecordField, _ form: FieldType.Form) {
    guard field.type.form == form, let table = field.type.table else { return nil }
    (offset, self.table) = (field.offset, table)
  }
}

/// A value that must be one that the program writes.
struct CheckedField: BitwiseCopyable, Sendable {
  let type: FieldType
  let offset: Int

  /// Whether the program writes the bits of the value in a row.
  func isSound(in row: UnsafeRawBufferPointer) -> Bool {
    switch type {
    case .format: row.loadUnaligned(fromByteOffset: offset, as: StoredFormat.self).isSound
    case .count: row.loadUnaligned(fromByteOffset: offset, as: OptionalCount.self).isSound
    case .flag: row.loadUnaligned(fromByteOffset: offset, as: StoredFlag.self).isSound
    case .moment: row.loadUnaligned(fromByteOffset: offset, as: StoredMoment.self).isSound
    default: true
    }
  }
}

/// A field with one of the groups that it changes with.
struct HashedField: BitwiseCopyable, Sendable {
  let type: FieldType
  let offset: Int
  let group: FieldGroup
}

/// The tables that rows of papers refer to.
enum RowTable: UInt8, BitwiseCopyable, Sendable {
  case authorships, parties, days, texts, links, versions
}

extension FieldType {
  /// The forms of stored values.
  enum Form { case text, formatted, list, row, value }

  /// The form of the stored value.
  var form: Form {
    switch self {
    case .id, .line, .address, .resource, .mapping: .text
    case .requiredText, .text: .formatted
    case .days, .lines, .resources, .ids, .people, .links, .versions: .list
    case .party: .row
    case .format, .count, .authorCount, .flag, .moment: .value
    }
  }

  /// The table that the value refers to.
  var table: RowTable? {
    switch self {
    case .days: .days
    case .lines, .resources, .ids: .texts
    case .people: .authorships
    case .links: .links
    case .versions: .versions
    case .party: .parties
    default: nil
    }
  }
}
