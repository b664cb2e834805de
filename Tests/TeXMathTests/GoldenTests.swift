import Foundation
import Testing

/// One construct after the other: a formula, the MathML and the plain text it gives.
///
/// The cases are in the folder `Golden`: blocks of three lines, the first with `I` or `D` for inline or display.
struct GoldenTests {
  struct Case: CustomTestStringConvertible {
    var formula: Formula
    var markup: String
    var plainText: String
    var testDescription: String { formula.source }
  }

  static let topics = [
    "Letters", "Fonts", "Scripts", "Operators", "BigOperators", "Fractions", "Accents", "Delimiters", "Tables", "Text",
    "Spaces", "Macros", "Units", "Chemistry", "Packages", "Broken", "Hostile",
  ]

  @Test(arguments: topics) func givesTheReviewedMarkup(topic: String) throws {
    for example in try GoldenTests.cases(of: topic) {
      let converted = Converted(example.formula)
      #expect(converted.markup ?? "!" == example.markup, "\(example.formula.source)")
    }
  }

  @Test(arguments: topics) func givesTheReviewedText(topic: String) throws {
    for example in try GoldenTests.cases(of: topic) {
      #expect(Converted(example.formula).plainText == example.plainText, "\(example.formula.source)")
    }
  }

  @Test(arguments: topics) func isValidMathMLCore(topic: String) throws {
    for example in try GoldenTests.cases(of: topic) {
      guard let mathML = Converted(example.formula).mathML else { continue }
      #expect(MathMLCoreChecker.problem(in: mathML) == nil, "\(example.formula.source)")
    }
  }

  private static func cases(of topic: String) throws -> [Case] {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(topic).txt")
    var lines = try String(contentsOf: path, encoding: .utf8).components(separatedBy: "\n")
    var cases: [Case] = []
    while lines.count >= 3 {
      let isDisplay = lines[0].hasPrefix("D ")
      let formula = Formula(source: String(lines[0].dropFirst(2)), isDisplay: isDisplay)
      cases.append(Case(formula: formula, markup: lines[1], plainText: lines[2]))
      lines.removeFirst(min(4, lines.count))
    }
    return cases
  }
}
