import Foundation
import Testing

/// What `make install` puts beside the program.
@Suite struct InstallTests {
  @Test func theSchemaOfRecordsIsWhereTheManualSays() throws {
    let run = try Command.run("/usr/bin/make", ["-C", Repository.path, "--dry-run", "install", "PREFIX=/opt/sitegen"])
    #expect(run.status == 0, "\(run.errors)")
    let schema = "Sources/Papers/Schema/record.schema.json"
    #expect(run.output.contains("install -m 644 \(schema) /opt/sitegen/share/sitegen\n"))
    #expect(FileManager.default.fileExists(atPath: "\(Repository.path)/\(schema)"))
    let manual = try String(contentsOfFile: "\(Repository.path)/content/pages/manual/content.md", encoding: .utf8)
    #expect(manual.contains("file:///usr/local/share/sitegen/record.schema.json"))
  }
}
