import ByteText
import Papers

/// A field of records that names the terms of a taxonomy by a text or a list of texts.
enum TermField: Hashable, Sendable {
  /// A field of the table of fields, by its position there.
  case record(Int)
  /// A field of the site's own.
  case extra(ExtraPath)

  private static let extraPrefix = "extra."

  /// The field that a setting names: `venue`, or `extra.datasets`; nil where there is no such field.
  init?(_ name: String) {
    if name.hasPrefix(Self.extraPrefix) {
      self = .extra(ExtraPath(String(name.dropFirst(Self.extraPrefix.count))))
    } else if let position = RecordFields.all.firstIndex(where: { $0.name == name && $0.namesTerms }) {
      self = .record(position)
    } else {
      return nil
    }
  }

  /// The names of the record fields that a setting can name.
  static var names: [String] { RecordFields.all.filter(\.namesTerms).map(\.name) }

  /// The groups of fields with which it changes.
  var groups: FieldGroups {
    switch self {
    case .record(let position): RecordFields.all[position].groups
    case .extra: .extra
    }
  }

  /// The texts of a paper; those that are not in the store's memory are added to `text`.
  func texts(ofPaper index: Int, in store: PaperStore, text: SiteTextBuilder) -> [TextRef] {
    switch self {
    case .record(let position): store.lines(RecordFields.all[position], ofPaper: index)
    case .extra(let path): store.extraTexts(at: path, ofPaper: index).map { text.add($0) }
    }
  }
}

extension RecordField {
  fileprivate var namesTerms: Bool { type == .line || type == .lines }
}
