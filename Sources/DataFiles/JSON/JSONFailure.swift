/// What keeps a JSON text from being read further.
enum JSONProblem: UInt8, BitwiseCopyable {
  case endOfText
  case unexpectedByte
  case missingComma
  case missingColon
  case missingKey
  case trailingComma
  case lineBreakInString
  case controlCharacter
  case badEscape
  case badNumber
  case badLiteral
  case tooDeep
  case tooLarge
  case trailingText

  var message: String {
    switch self {
    case .endOfText: "the JSON ends before its value does"
    case .unexpectedByte: "expected a JSON value"
    case .missingComma: "expected `,` or the closing bracket"
    case .missingColon: "expected `:` after the key"
    case .missingKey: "expected a key in double quotes"
    case .trailingComma: "there must be no comma before a closing bracket"
    case .lineBreakInString: "the string is not closed before the end of the line"
    case .controlCharacter: "a control character in a string must be written as an escape"
    case .badEscape: "this is not an escape of JSON"
    case .badNumber: "this is not a number of JSON"
    case .badLiteral: "expected a JSON value; a text must be in double quotes"
    case .tooDeep: "arrays and objects are nested more than \(JSONReader.depthLimit) deep"
    case .tooLarge: "the value has more than \(DataTree.nodeLimit) values"
    case .trailingText: "nothing may follow the JSON value"
    }
  }

  var help: String? {
    switch self {
    case .lineBreakInString: "close it with `\"`, or write a line break as `\\n`"
    case .controlCharacter: "write it as `\\u00XX`, a tab as `\\t`"
    case .badEscape: "a backslash itself is written `\\\\`"
    default: nil
    }
  }
}

/// A problem and its bytes: small, so that throwing it costs nothing where it is not thrown.
struct JSONFailure: Error, BitwiseCopyable {
  let problem: JSONProblem
  let start: Int
  let end: Int

  init(_ problem: JSONProblem, at start: Int, to end: Int) {
    self.problem = problem
    self.start = start
    self.end = end
  }

  var issue: DataIssue {
    DataIssue("json/syntax", problem.message, at: start..<max(start, end), help: problem.help)
  }
}
