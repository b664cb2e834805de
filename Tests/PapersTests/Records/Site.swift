import ByteText
import Foundation

@testable import Papers

/// A site in a temporary folder, removed with the value.
final class TemporarySite {
  let folder: String

  init(_ files: [String: String] = [:]) throws {
    folder = NSTemporaryDirectory() + "papers-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (path, text) in files { try write(Array(text.utf8), to: path) }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func write(_ bytes: [UInt8], to path: String) throws {
    let url = URL(fileURLWithPath: "\(folder)/\(path)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func load(jobs: Int = 2) async throws -> (store: PaperStore, warnings: [Diagnostic]) {
    try await PaperLoader(siteFolder: folder, jobs: jobs).load()
  }

  /// The errors and warnings, as `path:line:column: severity: message`.
  func diagnostics(jobs: Int = 2) async -> [String] {
    let list: [Diagnostic]
    do {
      list = try await PaperLoader(siteFolder: folder, jobs: jobs).load().warnings
    } catch {
      list = error.list
    }
    return list.map { "\($0.place): \($0.severity.rawValue): \($0.message)" }
  }
}

extension TemporarySite {
  /// What is said about one record in JSON.
  static func messages(of record: String) async throws -> [String] {
    try await diagnostics(of: ["content/papers/a.json": record])
  }

  /// What is said about some files.
  static func diagnostics(of files: [String: String]) async throws -> [String] {
    try await TemporarySite(files).diagnostics()
  }
}

/// The store of one record in JSON, with what every record needs added where it isn't given.
func store(of fields: String) async throws -> PaperStore {
  let required = [
    ("id", "\"2401.00001\""), ("title", "\"T\""), ("abstract", "\"A\""), ("published", "\"2024-01-02\""),
  ]
  let missing = required.filter { !fields.contains("\"\($0.0)\":") }.map { "\"\($0.0)\": \($0.1)" }
  let record = "{" + (missing + (fields.isEmpty ? [] : [fields])).joined(separator: ", ") + "}"
  return try await TemporarySite(["content/papers/a.json": record]).load().store
}

extension PaperStore {
  func strings(_ list: ListRef) -> [String] { texts[list.range].map(string) }

  func days(_ list: ListRef) -> [String] { days[list.range].map(\.description) }

  func links(_ paper: Paper) -> [String] { links[paper.links.range].map { "\(string($0.kind)) \(string($0.url))" } }

  func authors(_ paper: Paper) -> [String] { authorships[paper.authors.range].map { string($0.name) } }
}
