import Foundation
import Testing

@testable import Jinja
@testable import Rendering

/// The manual's reference names what the code has, no more and no less.
@Suite struct TemplateReferenceTests {
  private static let headings: [(heading: String, type: ObjectType)] = [
    ("site", .site), ("page", .page), ("outputs", .outputs), ("paper", .paper), ("day", .day), ("week", .week),
    ("month", .month), ("year", .year), ("calendar cell", .calendarCell), ("term: tag, author, organization", .term),
    ("taxonomy", .taxonomy), ("listing", .listing), ("featured days", .featuredDays),
    ("author of a paper", .authorship), ("organization of a paper, submitter", .party), ("links of a paper", .links),
    ("link", .link), ("version", .version), ("feed of a page", .feed), ("feed", .currentFeed),
    ("entry of a feed", .entry), ("export", .export), ("free page", .freePage),
  ]

  private let sections: [String: String]

  init() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../content/pages/manual/template-reference.md").standardized
    var sections: [String: String] = [:]
    var heading = ""
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("##") { heading = line.trimmingCharacters(in: CharacterSet(charactersIn: "# ")) }
      sections[heading, default: ""] += "\(line)\n"
    }
    self.sections = sections
  }

  /// The names in code style that stand before a colon, or in a list of names.
  private func names(in section: String) throws -> Set<String> {
    let text = try #require(sections[section], "no section \(section)")
    return Set(text.matches(of: /`([a-z_0-9=!<>]+)(?:\([a-z, ]*\))?`/).map { String($0.1) })
  }

  @Test func everyAttributeIsDescribed() throws {
    let values: Set<String> = [
      "home", "day", "week", "month", "year", "archive", "trending", "code", "digest", "paper", "tags", "tag",
      "authors", "author", "organizations", "organization", "page", "search", "404",
    ]
    for (heading, type) in Self.headings {
      let attributes = Set(type.attributes.map(\.spelling))
      let named = try names(in: heading)
      #expect(attributes.subtracting(named) == [], "\(heading)")
      #expect(named.subtracting(attributes).subtracting(heading == "page" ? values : []) == [], "\(heading)")
    }
  }

  @Test func everyTypeWithAttributesIsDescribed() {
    let described = Set(Self.headings.map(\.type))
    for raw in UInt16.min..<200 {
      guard let type = ObjectType(rawValue: raw), !type.attributes.isEmpty else { continue }
      #expect(described.contains(type), "\(type)")
    }
  }

  @Test func everyFunctionFilterAndTestIsDescribed() throws {
    let functions = TemplateFunction.allCases.map(\.signature.name) + BuiltinFunction.named.keys
    #expect(try names(in: "Functions") == Set(functions + ["super", "caller", "loop"]))
    let filters = TemplateFilter.allCases.map(\.signature.name) + BuiltinFilter.named.keys
    #expect(try names(in: "Filters") == Set(filters))
    #expect(try names(in: "Tests") == Set(BuiltinTest.named.keys))
  }
}
