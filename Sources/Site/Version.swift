/// Which program this is.
public enum Version {
  /// The version, by semantic versioning.
  public static let number = "0.1.0"
  /// The program as pages name their generator.
  public static let generator = "sitegen \(number)"
}
