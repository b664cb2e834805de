/// Which program this is.
package enum Version {
  /// The version, by semantic versioning.
  package static let number = "0.1.0"
  /// The program as pages name their generator.
  package static let generator = "sitegen \(number)"
}
