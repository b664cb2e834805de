/// Why a page is rendered again.
public enum StaleReason: Hashable, Sendable {
  /// The last build didn't have the page, or is not remembered.
  case new
  /// The program or the configuration is another.
  case settings
  /// A template that it can reach has changed.
  case templates
  /// Something that it had read is gone.
  case vanished(Dependency)
  /// Something that it had read has changed.
  case changed(Dependency)
  /// The file is not as it was written.
  case altered

  /// The reason in words.
  public func description(_ values: DependencyValues) -> String {
    switch self {
    case .new: "new"
    case .settings: "the program or the configuration changed"
    case .templates: "a template changed"
    case .vanished(let item): "a \(values.noun(of: item)) that it showed is gone"
    case .changed(let item): "\(values.description(of: item)) changed"
    case .altered: "the file was not as it had been written"
    }
  }
}
