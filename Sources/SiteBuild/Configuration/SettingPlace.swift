import ByteText

/// Where a setting stands that something turns out to be wrong with only later.
struct SettingPlace: Sendable {
  /// The file.
  var file: SourceFile
  /// The bytes of its value.
  var range: Range<Int>
}

/// The name of a theme, and where it is named.
struct ThemeReference: Sendable {
  /// The name.
  var name: String
  /// Where it stands; nil where nothing names it, as the theme of a site that doesn't say.
  var place: SettingPlace?

  /// An error about the theme that is named.
  func error(_ id: String, _ message: String, help: String? = nil) -> Diagnostic {
    guard let place else { return Diagnostic(.error, id, message, path: "site.yml", help: help) }
    return Diagnostic(.error, id, message, in: place.file, at: place.range, help: help)
  }
}
