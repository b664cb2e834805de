/// The parts of a record that are searched.
public enum SearchField: Int, CaseIterable, Sendable {
  case title
  /// The names of the authors.
  case authors
  /// Tags, keywords and the organization.
  case subjects
  /// The abstract and the summary.
  case text
}
