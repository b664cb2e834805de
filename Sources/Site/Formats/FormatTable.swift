/// The formats of the program, each with its number.
public struct FormatTable: Sendable {
  /// The definitions, in the order of their numbers.
  private let definitions: [any OutputFormatDefinition]
  /// All formats.
  public let all: [OutputFormat]
  /// Those that cite papers, in the order in which links to them are shown.
  public var citations: [OutputFormat] { all(of: .citation) }
  /// The formats by their roles: pages ask for them again and again.
  private let byRole: [[OutputFormat]]

  /// The table of all formats besides the pages of the theme.
  public init(_ registered: [any OutputFormatDefinition]) {
    let definitions: [any OutputFormatDefinition] = [HTMLFormat()] + registered
    self.definitions = definitions
    all = definitions.indices.map { OutputFormat(rawValue: UInt8($0)) }
    byRole = FormatRole.allCases.map { role in
      definitions.indices.filter { definitions[$0].role == role }.map { OutputFormat(rawValue: UInt8($0)) }
    }
  }

  /// What a format is.
  public subscript(format: OutputFormat) -> any OutputFormatDefinition { definitions[Int(format.rawValue)] }

  /// The number of a format.
  public func number<Definition: OutputFormatDefinition>(of type: Definition.Type) -> OutputFormat {
    all.first { self[$0] is Definition } ?? .html
  }

  /// Those of a role, in the order of their numbers.
  public func all(of role: FormatRole) -> [OutputFormat] { byRole[role.rawValue] }
}
