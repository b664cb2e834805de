/// The definitions of the schema: types of fields, and what these are made of.
enum SchemaDefinitions {
  /// The definitions by name.
  static let all: KeyValuePairs<String, String> = [
    "id": #"{ "type": "string", "maxLength": \#(PaperID.limit), "pattern": "\#(Pattern.id)" }"#,
    "requiredText": #"{ "type": "string", "pattern": "[^\\t-\\r ]" }"#,
    "string": #"{ "type": "string" }"#,
    "filledString": #"{ "type": "string", "pattern": "[^\\u0000- \\u007F]" }"#,
    "optionalString": #"{ "type": ["string", "null"] }"#,
    "format": #"{ "enum": ["tex", "markdown", "plain"] }"#,
    "flag": #"{ "type": "boolean" }"#,
    "count": #"{ "type": "integer", "minimum": 0, "maximum": \#(Int32.max) }"#,
    "day": #"{ "type": "string", "description": "YYYY-MM-DD.", "pattern": "^\#(Pattern.day)$" }"#,
    "moment":
      #"{ "type": "string", "description": "YYYY-MM-DD, or a date and time of RFC 3339.", "#
      + #""pattern": "^\#(Pattern.day)(?:[Tt ]\#(Pattern.time))?$" }"#,
    "days": one("day", orMany: true),
    "lines": list("string"),
    "ids": list("id"),
    "resources": list("resource"),
    "address":
      #"{ "type": "string", "description": "An address that begins with https:// or http://; where it begins with a "#
      + #"host's name, https:// is added.", "pattern": "^(?:\#(Pattern.web)|\#(Pattern.domain))$" }"#,
    "resource":
      #"{ "type": "string", "description": "An address, or the path of a file of the site.", "#
      + #""pattern": "^(?:\#(Pattern.web)|\#(Pattern.file))$" }"#,
    "links": """
    {
          "type": "object",
          "properties": {
            "arxiv": \(one("arxiv", orMany: true, orNull: true)),
            "doi": \(one("doi", orMany: true, orNull: true)),
            "pdf": \(reference("addresses")),
            "code": \(reference("addresses")),
            "project": \(reference("addresses")),
            "video": \(reference("addresses"))
          },
          "additionalProperties": \(reference("addresses"))
        }
    """,
    "addresses": one("address", orMany: true, orNull: true),
    "arxiv":
      #"{ "type": "string", "description": "An arXiv identifier, or an address.", "anyOf": [{ "pattern": "#
      + #""^\#(Pattern.arXiv)$" }, \#(reference("address"))] }"#,
    "doi":
      #"{ "type": "string", "description": "A DOI, alone or as an address.", "pattern": "^\#(Pattern.doi)$" }"#,
    "people": list("person"),
    "person": """
    {
          "oneOf": [
            \(reference("name")),
            {
              "type": "object",
              "additionalProperties": false,
              "required": ["name"],
              "properties": {
                "name": \(reference("name")),
                "orcid": { "type": ["string", "null"], "description": "The ORCID iD, alone or as an address.", \
    "pattern": "\(Pattern.orcid)" },
                "affiliation": \(reference("optionalString")),
                "url": \(one("address", orNull: true))
              }
            }
          ]
        }
    """,
    "name":
      #"{ "type": "string", "description": "At least one letter or digit.", "#
      + #""pattern": "[^\\u0000-\\u002F\\u003A-\\u0040\\u005B-\\u0060\\u007B-\\u007F]" }"#,
    "party": """
    {
          "oneOf": [
            { "type": "string" },
            {
              "type": "object",
              "additionalProperties": false,
              "anyOf": [
                { "required": ["name"], "properties": { "name": \(reference("filledString")) } },
                { "required": ["fullname"], "properties": { "fullname": \(reference("filledString")) } }
              ],
              "properties": {
                "name": { "type": ["string", "null"], "description": "The short name or key." },
                "fullname": { "type": ["string", "null"], "description": "The name that is shown." },
                "avatar": \(one("resource", orNull: true)),
                "url": \(one("address", orNull: true))
              }
            }
          ]
        }
    """,
    "mapping": #"{ "type": "object" }"#,
    "versions": list("version"),
    "version": """
    {
          "oneOf": [
            { "type": "string" },
            {
              "type": "object",
              "additionalProperties": false,
              "required": ["name"],
              "properties": { "name": \(reference("filledString")), "date": \(one("moment", orNull: true)) }
            }
          ]
        }
    """,
  ]

  private static func reference(_ name: String) -> String { "{ \"$ref\": \"#/$defs/\(name)\" }" }

  private static func list(_ name: String) -> String { "{ \"type\": \"array\", \"items\": \(reference(name)) }" }

  /// One value, or also a list of values, or also null.
  private static func one(_ name: String, orMany: Bool = false, orNull: Bool = false) -> String {
    let choices = [reference(name)] + (orMany ? [list(name)] : []) + (orNull ? ["{ \"type\": \"null\" }"] : [])
    return "{ \"anyOf\": [\(choices.joined(separator: ", "))] }"
  }
}

/// Regular expressions (ECMA-262) as they are written in JSON.
private enum Pattern {
  static let id =
    #"^(?!\\.{1,2}(?:/|$))[A-Za-z0-9._-]{1,\#(PaperID.segmentLimit)}(?:/(?!\\.{1,2}(?:/|$))"#
    + #"[A-Za-z0-9._-]{1,\#(PaperID.segmentLimit)})*$"#

  /// The days that `Day` reads: those of leap years too, and none of the last week, which ends in the year 10000.
  static let day =
    #"(?!0000|9999-12-(?:2[7-9]|3[01]))(?:[0-9]{4}-(?:(?:0[13578]|1[02])-31|(?:0[13-9]|1[0-2])-(?:29|30)|"#
    + #"(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|"#
    + #"(?:[02468][048]|[13579][26])00)-02-29)"#

  static let time =
    #"(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\\.[0-9]+)?"#
    + #"(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"#

  /// A character of an address.
  private static let character = #"[^\\u0000- \\u007F<>\"\\\\]"#

  static let web =
    #"[Hh][Tt][Tt][Pp][Ss]?://(?=[^\\u0000-\\u002F\\u003A-\\u0040\\u005C-\\u0060\\u007B-\\u007F])\#(character)+"#

  /// An address without its scheme; what ends as files of pictures do, and has no path, is none.
  static let domain =
    #"(?!(?:[^/]*\\.)(?:\#(extensions))$)[A-Za-z0-9][A-Za-z0-9.-]*\\.[A-Za-z]{2,}(?:/\#(character)*)?"#

  static let file = #"(?!//)(?![^/?#]*:)\#(character)+"#

  static let arXiv =
    #"(?:[Aa][Rr][Xx][Ii][Vv]:)?(?:[0-9]{2}(?:0[1-9]|1[0-2])\\.[0-9]{4,5}|[A-Za-z][A-Za-z.-]+/[0-9]{2}"#
    + #"(?:0[1-9]|1[0-2])[0-9]{3})(?:v0*[1-9][0-9]*)?"#

  static let doi =
    #"(?:[Hh][Tt][Tt][Pp][Ss]?://(?:[Dd][Xx]\\.)?[Dd][Oo][Ii]\\.[Oo][Rr][Gg]/|[Dd][Oo][Ii]:)?"#
    + #"10\\.[0-9.]{4,}/[^\\u0000- \\u007F]+"#

  static let orcid =
    #"^(?:[Hh][Tt][Tt][Pp][Ss]?://[Oo][Rr][Cc][Ii][Dd]\\.[Oo][Rr][Gg]/)?(?:[0-9]{4}-){3}[0-9]{3}[0-9X]$"#

  /// The endings of files, letters of either case.
  private static let extensions = WebAddress.fileExtensions.map { name in
    "\(name)".map { $0.isLetter ? "[\($0.uppercased())\($0)]" : String($0) }.joined()
  }.joined(separator: "|")
}
