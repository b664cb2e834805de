import Foundation
import Testing

@testable import Site

/// The manual names every key of site.yml.
@Suite struct ConfigurationManualTests {
  @Test func everyKeyIsInTheManual() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../content/pages/manual/configuration.md").standardized
    let manual = try String(contentsOf: file, encoding: .utf8)
    for key in ConfigurationReader.keys.map(\.key) + ConfigurationReader.outputKeys.map(\.key) {
      #expect(manual.contains("**`\(key)`**"), "the manual doesn't name `\(key)`")
    }
  }
}
