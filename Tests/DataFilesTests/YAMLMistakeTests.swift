import ByteText
import Testing

@testable import DataFiles

/// What people get wrong in YAML: each has its place and says what to do.
@Suite struct YAMLMistakeTests {
  private func mistakes(_ text: String) -> [String] {
    let file = SourceFile(path: "", text: FrozenBytes(copying: text.utf8.span))
    return yaml(text).issues.map {
      let diagnostic = $0.diagnostic(in: file)
      return "\(diagnostic.line):\(diagnostic.column) \(diagnostic.message) | \(diagnostic.help ?? "")"
    }
  }

  @Test(arguments: [
    ("title: [Re] title\nb: 1", "1:8 the value ends at the bracket", "quotes: `\"[Re] title\"`"),
    ("- [Re] x", "1:3 the value ends at the bracket", "quotes"),
    ("a: {x} y", "1:4 the value ends at the bracket", "quotes"),
    ("title: 'Don't'\nb: 1", "1:13 the quoted text ends", "write `'` inside of single quotes as `''`"),
    ("a: \"x\" y", "1:8 the quoted text ends", "write `\"` inside of double quotes as `\\\"`"),
    ("- 'Don't'\n- b", "1:8 the quoted text ends", "''"),
    ("name: @home", "1:7 a value can't begin with `@`", "quotes: `\"@home\"`"), ("- @x", "1:3 a value can't", "quotes"),
    ("x: %d", "1:4 a value can't begin with `%`", "quotes"), ("a: ]", "1:4 a value can't begin", "quotes"),
    ("a: `x`", "1:4 a value can't begin with ```", "quotes"), ("@a: 1", "1:1 nothing can begin", "quotes"),
    ("a: *bold* text", "1:4 a value that begins with this sign", "quotes"),
    ("a: *bold", "1:4 nothing before this place has the anchor `bold`", "quotes"),
    ("a: & Co", "1:4 a value that begins with this sign", "quotes"),
    ("a: !important x", "1:4 the tag `!important` does not fit", "quotes"),
    ("title: A: b", "1:9 this value has a colon and a space", "quotes: `\"A: b\"`"),
    ("- a: b: c", "1:7 this value has a colon", "quotes"),
    ("u: http://a.b/c: d", "1:16 this value has a colon", "quotes"),
    ("t: \"unclosed\nb: 1\n", "1:4 this quote is not closed", "close it with `\"`"),
    ("a: 'x\n\nb: 1", "1:4 this quote is not closed", "''"),
    ("a:\n\tb: 1", "2:1 this line is indented with a tab", "spaces"),
    ("a: 1\n \tb: 2", "2:2 this line is indented with a tab", "spaces"),
    ("t: \"$\\mu$\"", "1:6 this is not an escape of YAML", "write `\\\\mu`, or put the text into single"),
    ("t: \"\\xyz\"", "1:5 this is not an escape of YAML", "write `\\\\xyz`"),
    ("key: - a", "1:6 a list can't begin on the line of its key", "line of its own"),
    ("a: |x\n b", "1:4 the text of a block begins on the line after", "next line"),
    ("a: 1\njust text\nb: 2", "2:1 this line is not `key: value`", "colon"),
    ("a: x\n  b: 1", "2:3 this line is indented deeper", "same indentation"),
    ("a:\n  b: 1\n c: 2", "3:2 this line does not belong", "same indentation"),
    ("- a\nb: 1", "2:1 this line does not belong", "same indentation"),
    ("a: [1, 2\nb: 3", "2:2 this list or mapping in brackets is not closed", "`,`"),
    ("a: [1, 2", "1:4 this list is not closed", "close it with `]`"),
    ("a: 1\n...\nb", "3:1 something follows the end", "remove it"),
    ("[a]: 1", "1:1 a key must be a text", "quotes"), ("*a : 1", "1:1 a key must be a text", "quotes"),
    (
      "a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> b\n", "2:1 this line is left from a merge conflict", "`=======`"
    ),
    ("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> b\n", "1:1 this line is left from a merge conflict", "keep one"),
  ]) func sayWhatToDo(text: String, message: String, help: String) {
    let found = mistakes(text)
    #expect(found.count == 1, "\(found)")
    let parts = found.first?.components(separatedBy: " | ") ?? []
    #expect(parts.first?.hasPrefix(message) == true, "\(parts)")
    #expect(parts.last?.contains(help) == true, "\(parts)")
  }

  @Test func readingEndsAfterManyMistakes() {
    let text = (0..<1000).map { "a: !x \($0)" }.joined(separator: "\n")
    let issues = yaml(text).issues
    #expect(issues.count <= YAMLReader.issueLimit + 3)
    #expect(issues.last?.id == "data/issues")
    #expect(issues.last?.severity == .error)
  }

  @Test(arguments: [
    ("12345678901234567890", true), ("-9223372036854775809", true), ("9223372036854775807", false), ("1e30", false),
    ("1.5", false),
  ]) func integersOfMoreThan64BitsAreTold(number: String, isLarge: Bool) {
    for (tree, issues) in [yaml("- \(number)"), json("[\(number)]")] {
      #expect(issues.isEmpty)
      let node = tree.elements(of: tree.root).first { _ in true }
      #expect(node?.isLargeInteger == isLarge)
      #expect(node.map(tree.string) == number)
      let message = node.map { tree.typeIssue($0, expected: "an integer").message } ?? ""
      #expect(message.hasSuffix("not an integer of more than 64 bits") == isLarge)
    }
  }
}
