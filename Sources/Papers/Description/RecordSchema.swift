internal import ByteText

/// The JSON Schema of a record (draft 2020-12), from the table of fields.
///
/// It says what the decoder says, but for what a pattern can't: check digits, and dates that a time zone moves out of
/// the years that there are.
public enum RecordSchema {
  /// The schema of a `.json` file of records.
  public static func json() -> String {
    """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "A paper record, or a list of them",
      "description": "What a .json file under content/papers contains; the front matter of a .md file has the same \
    fields, with the abstract as the text below it. A field that is null counts as missing.",
      "oneOf": [
        { "$ref": "#/$defs/record" },
        { "type": "array", "items": { "$ref": "#/$defs/record" } }
      ],
      "$defs": {
        "record": {
          "type": "object",
          "additionalProperties": false,
          "required": [\(requiredNames)],
          "anyOf": [
            { "required": ["published"], "properties": { "published": { "not": { "type": "null" } } } },
            { "required": ["featured"], "properties": { "featured": { "not": { "enum": [null, []] } } } }
          ],
          "properties": {
    \(RecordFields.all.map { "        \(property($0))" }.joined(separator: ",\n"))
          }
        },
    \(SchemaDefinitions.all.map { "    \(quoted($0.key)): \($0.value)" }.joined(separator: ",\n"))
      }
    }

    """
  }

  private static var requiredNames: String {
    RecordFields.all.filter(\.type.isRequired).map { quoted($0.name) }.joined(separator: ", ")
  }

  private static func property(_ field: RecordField) -> String {
    let type = "{ \"$ref\": \"#/$defs/\(field.type.schemaName)\" }"
    var members = [
      field.type.isRequired
        ? "\"$ref\": \"#/$defs/\(field.type.schemaName)\"" : "\"anyOf\": [\(type), { \"type\": \"null\" }]",
      "\"description\": \(quoted(field.sentence))",
    ]
    if let example = field.example { members.append("\"examples\": [\(example)]") }
    return "\(quoted(field.name)): { \(members.joined(separator: ", ")) }"
  }

  private static func quoted(_ text: String) -> String {
    var out = ByteBuffer()
    out.append(quotingJSON: text)
    return String(bytes: out.span)
  }
}

extension FieldType {
  /// Whether each record must have the field.
  var isRequired: Bool {
    switch self {
    case .id, .requiredText: true
    default: false
    }
  }

  /// The name of the type's definition in the schema.
  fileprivate var schemaName: String {
    switch self {
    case .line, .text: "string"
    case .count, .authorCount: "count"
    default: "\(self)"
    }
  }
}
