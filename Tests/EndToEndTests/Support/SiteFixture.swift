import Foundation

/// A site in a temporary folder, and the program that is run on it.
final class SiteFixture: Sendable {
  /// What a run of the program gave.
  struct Run {
    var status: Int32
    var output: String
    var errors: String

    /// The lines of standard error that name a place.
    var diagnostics: [String] {
      errors.split(separator: "\n").map(String.init).filter { $0.contains(": error: ") || $0.contains(": warning: ") }
    }
  }

  /// A build that was expected to succeed did not.
  struct Failed: Error, CustomStringConvertible {
    let description: String

    init(_ run: Run) { description = "exit code \(run.status)\n\(run.errors.prefix(4000))" }
  }

  let path: String

  /// A site with a title and an address; files are relative paths and their text.
  init(_ files: KeyValuePairs<String, String> = [:], settings: String = "") throws {
    path = TemporaryPath.new("site")
    try write("title: Test Papers\nbase_url: https://papers.example/\n\(settings)", to: "site.yml")
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file of the site.
  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  /// Writes a file of the site.
  func write(_ data: Data, to name: String) throws {
    let file = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  /// Removes a file or folder of the site.
  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: "\(path)/\(name)") }

  /// The text of a file of the site, nil where there is none.
  func read(_ name: String) -> String? {
    FileManager.default.contents(atPath: "\(path)/\(name)").map { String(decoding: $0, as: UTF8.self) }
  }

  /// All files below a folder of the site with their bytes.
  func tree(_ folder: String = "public") -> [String: Data] {
    var files: [String: Data] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: "\(path)/\(folder)") ?? .init() {
      if let data = FileManager.default.contents(atPath: "\(path)/\(folder)/\(name)"), !isFolder("\(folder)/\(name)") {
        files[name] = data
      }
    }
    return files
  }

  /// Whether there is a folder of the site.
  func isFolder(_ name: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder) && isFolder.boolValue
  }

  /// Runs `sitegen build` on the site.
  @discardableResult
  func build(_ arguments: String..., environment: [String: String] = [:]) throws -> Run {
    try Self.run(["build", "--site", path] + arguments, environment: environment)
  }

  /// Runs a command of the program on the site.
  func sitegen(_ command: String, _ arguments: String...) throws -> Run { try sitegen([command] + arguments) }

  /// Runs a command of the program on the site.
  func sitegen(_ arguments: [String]) throws -> Run {
    try Self.run(arguments.prefix(1) + ["--site", path] + arguments.dropFirst())
  }

  /// Runs the program.
  static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Run {
    try Command.run(Self.program, arguments, environment: environment)
  }

  /// The program beside the tests.
  static let program: String = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundlePath ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("sitegen").path
  }()
}

/// Runs commands and reads what they print.
enum Command {
  /// Runs a command to its end.
  static func run(
    _ program: String, _ arguments: [String], environment: [String: String] = [:]
  ) throws -> SiteFixture.Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let files = try (0..<2).map { _ in
      let path = NSTemporaryDirectory() + "sitegen-output-\(UUID().uuidString)"
      _ = FileManager.default.createFile(atPath: path, contents: nil)
      return (path: path, handle: try FileHandle(forUpdating: URL(fileURLWithPath: path)))
    }
    defer { for file in files { try? FileManager.default.removeItem(atPath: file.path) } }
    process.standardOutput = files[0].handle
    process.standardError = files[1].handle
    try process.run()
    process.waitUntilExit()
    let texts = files.map { String(decoding: FileManager.default.contents(atPath: $0.path) ?? Data(), as: UTF8.self) }
    return SiteFixture.Run(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }
}

/// The folder of the repository.
enum Repository {
  /// The folder of the repository.
  static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().standardizedFileURL.path
}
