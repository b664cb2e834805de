/// The fields of a record.
package enum RecordField: Int, CaseIterable, Sendable {
  case id
  case title
  case abstract
  case text
  case authors
  case authorCount
  case organization
  case published
  case updated
  case featured
  case tags
  case keywords
  case summary
  case links
  case upvotes
  case comments
  case stars
  case discussion
  case submittedBy
  case thumbnail
  case media
  case venue
  case journalRef
  case license
  case versions
  case withdrawn
  case aliases
  case draft

  /// The name that the field has in a file.
  package var name: String {
    switch self {
    case .authorCount: "author_count"
    case .submittedBy: "submitted_by"
    case .journalRef: "journal_ref"
    default: "\(self)"
    }
  }

  /// The names of all fields, in the order of their positions.
  static let names = allCases.map(\.name)
}

/// Finds names in a short list by their bytes: by length first, so that most candidates cost one comparison.
struct NameTable: Sendable {
  private let names: [[UInt8]]

  init(_ names: [String]) { self.names = names.map { Array($0.utf8) } }

  func index(of name: Span<UInt8>) -> Int? {
    for index in names.indices where isEqual(names[index], name) { return index }
    return nil
  }

  private func isEqual(_ left: [UInt8], _ right: Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    for index in left.indices where left[index] != right[index] { return false }
    return true
  }
}
