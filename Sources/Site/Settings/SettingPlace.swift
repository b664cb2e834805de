public import ByteText

/// The place of a setting, for mistakes that are found only after the settings were read.
public struct SettingPlace: Sendable {
  /// The file.
  public var file: SourceFile
  /// The bytes of its value.
  public var range: Range<Int>
}

extension SettingPlace {
  /// An error about the setting.
  public func error(_ id: String, _ message: String, help: String? = nil) -> Diagnostic {
    Diagnostic(.error, id, message, in: file, at: range, help: help)
  }
}

/// The name of a theme, and where it is named.
public struct ThemeReference: Sendable {
  /// The name.
  public var name: String
  /// The place of the name; nil where nothing names it, as the default theme.
  public var place: SettingPlace?

  /// A theme, and where it is named.
  public init(name: String, place: SettingPlace? = nil) { (self.name, self.place) = (name, place) }

  /// An error about the theme that is named.
  public func error(_ id: String, _ message: String, help: String? = nil) -> Diagnostic {
    guard let place else { return Diagnostic(.error, id, message, path: "site.yml", help: help) }
    return Diagnostic(.error, id, message, in: place.file, at: place.range, help: help)
  }
}
