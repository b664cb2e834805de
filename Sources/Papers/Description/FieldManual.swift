/// What the manual says of the fields of a record, from the table of fields.
public enum FieldManual {
  /// Markdown: a heading for each section of the table, and a list of its fields.
  public static func markdown() -> String {
    RecordFields.sections.map { section in
      "#### \(section.key)\n\n" + section.value.map(item).joined()
    }.joined(separator: "\n")
  }

  private static func item(_ field: RecordField) -> String {
    let example = field.example.map { " Example: `\($0)`" } ?? ""
    return wrapped("- **`\(field.name)`**, \(field.type.label): \(field.sentence)\(example)")
  }

  private static let width = 120

  /// A text in lines of `width` characters, but for longer words.
  private static func wrapped(_ text: String) -> String {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if line.isEmpty {
        line = String(word)
      } else if line.count + 1 + word.count <= width {
        line += " \(word)"
      } else {
        lines.append(line)
        line = "  \(word)"
      }
    }
    return (lines + [line]).joined(separator: "\n") + "\n"
  }
}

extension FieldType {
  /// What a reader of the manual calls the type.
  fileprivate var label: String {
    switch self {
    case .id, .requiredText, .text, .line: "text"
    case .format: "one of `tex`, `markdown` and `plain`"
    case .address: "address"
    case .resource: "address or file"
    case .count, .authorCount: "number"
    case .flag: "true or false"
    case .moment: "date"
    case .days: "date or list of dates"
    case .lines: "list of texts"
    case .resources: "list of addresses and files"
    case .ids: "list of ids"
    case .people: "list of names or mappings"
    case .party: "text or mapping"
    case .links: "mapping of addresses"
    case .versions: "list of texts or mappings"
    case .mapping: "mapping"
    }
  }
}
