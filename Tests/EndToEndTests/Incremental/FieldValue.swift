/// A value of a record or of a setting, as JSON, which YAML reads too.
indirect enum FieldValue: Equatable, Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([FieldValue])
  case map([String: FieldValue])

  init(stringLiteral text: String) { self = .text(text) }
  init(integerLiteral number: Int) { self = .number(number) }
  init(booleanLiteral flag: Bool) { self = .flag(flag) }
  init(arrayLiteral items: FieldValue...) { self = .list(items) }
  init(dictionaryLiteral members: (String, FieldValue)...) { self = .map(Dictionary(members) { $1 }) }

  /// A list of texts.
  static func texts(_ texts: [String]) -> FieldValue { .list(texts.map { .text($0) }) }

  /// The JSON.
  var json: String {
    switch self {
    case .text(let text): Self.quoted(text)
    case .number(let number): String(number)
    case .flag(let flag): String(flag)
    case .list(let items): "[" + items.map(\.json).joined(separator: ", ") + "]"
    case .map(let members):
      "{"
        + members.sorted { $0.key < $1.key }.map { "\(Self.quoted($0.key)): \($0.value.json)" }
        .joined(separator: ", ") + "}"
    }
  }

  /// The lines of a YAML mapping.
  static func yaml(_ members: [String: FieldValue]) -> String {
    members.sorted { $0.key < $1.key }.map { "\(quoted($0.key)): \($0.value.json)\n" }.joined()
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.map { character -> String in
      switch character {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      default: String(character)
      }
    }
    return "\"\(escaped.joined())\""
  }
}
