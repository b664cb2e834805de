public import ByteText

/// A field of a record: a row of `RecordFields`.
public struct RecordField: Sendable {
  /// The name that the field has in a file.
  public let name: String
  /// What it is made of.
  public let type: FieldType
  /// Where in a row of a paper its value is, in bytes.
  let offset: Int
  /// The groups that it changes with.
  public let groups: FieldGroups
  /// What it means: for the manual and the schema.
  public let sentence: String
  /// A value, as JSON.
  public let example: String?
  /// The key of the value in exported JSON, of fields that exports list without code of their own.
  public let jsonKey: StaticString?
  /// The words before the value in exported Markdown, of fields that exports list without code of their own.
  public let label: StaticString?

  /// A field.
  ///
  /// - Parameter place: a stored property.
  init<Stored>(
    _ name: String, _ type: StoredType<Stored>, in place: KeyPath<Paper, Stored>, groups: FieldGroups,
    _ sentence: String, example: String? = nil, jsonKey: StaticString? = nil, label: StaticString? = nil
  ) {
    guard let offset = MemoryLayout<Paper>.offset(of: place) else {
      preconditionFailure("the values of \(name) are not stored")
    }
    (self.name, self.type, self.offset, self.groups) = (name, type.type, offset, groups)
    (self.sentence, self.example, self.jsonKey, self.label) = (sentence, example, jsonKey, label)
  }
}

extension RecordField {
  /// The text of a field whose type is a text of one line, empty where the paper has none.
  ///
  /// Nothing but the text's place is read: a whole row is a few hundred bytes, and a store many tables.
  public func line(ofPaper row: Int, in papers: [Paper]) -> TextRef {
    guard type == .line, papers.indices.contains(row) else { return .empty }
    return papers.withUnsafeBytes { rows in
      rows.loadUnaligned(fromByteOffset: row * MemoryLayout<Paper>.stride + offset, as: TextRef.self)
    }
  }
}

extension PaperStore {

  /// The texts of a field whose type is one text of one line, or a list of them.
  public func lines(_ field: RecordField, ofPaper row: Int) -> [TextRef] {
    guard field.type == .lines, papers.indices.contains(row) else { return [field.line(ofPaper: row, in: papers)] }
    let list = papers.withUnsafeBytes { rows in
      rows.loadUnaligned(fromByteOffset: row * MemoryLayout<Paper>.stride + field.offset, as: ListRef.self)
    }
    return Array(texts[list.range])
  }
}
