import Foundation

/// Chromium and a web server of its own, for pages that scripts fill.
final class Browser: Sendable {
  /// Where Chromium is; nil where it is not installed.
  private static let program: String? = {
    let names = ["chromium", "chromium-browser", "google-chrome"]
    let paths = ["/usr/bin", "/usr/local/bin", "/snap/bin"].flatMap { folder in names.map { "\(folder)/\($0)" } }
    let applications = ["Google Chrome", "Chromium"].map { "/Applications/\($0).app/Contents/MacOS/\($0)" }
    return (paths + applications).first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// Serves a folder on a free port, whose number it prints, and forbids all scripts but those of files.
  private static let server = """
    import functools, http.server, os, sys, threading
    class Handler(http.server.SimpleHTTPRequestHandler):
        def end_headers(self):
            self.send_header("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; "
                "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'")
            super().end_headers()
        def log_message(self, *arguments): pass
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=sys.argv[1]))
    print(server.server_port, flush=True)
    # The end of the tests is the end of the server.
    threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
    server.serve_forever()
    """

  private let process: Process
  /// Its end tells the server that the tests are over.
  private let input = Pipe()
  private let port: String
  private let chromium: String

  /// A browser of the files below a folder; nil where Chromium or Python is missing, which is printed.
  init?(serving folder: String) throws {
    guard let chromium = Self.program, let python = Self.python else {
      print("skipped: Chromium or Python is not installed")
      return nil
    }
    self.chromium = chromium
    process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = ["-c", Self.server, folder]
    let output = Pipe()
    process.standardOutput = output
    process.standardInput = input
    process.standardError = FileHandle.nullDevice
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    port = line.trimmingCharacters(in: .whitespacesAndNewlines)
    guard Int(port) != nil else { throw CocoaError(.fileReadUnknown) }
  }

  deinit { process.terminate() }

  private static let python = ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// What a page has become in a window of some pixels when its scripts are done.
  func page(_ path: String, seconds: Int = 8, width: Int = 800) throws -> String {
    let profile = NSTemporaryDirectory() + "sitegen-browser-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: profile) }
    let run = try Command.run(
      chromium,
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--user-data-dir=\(profile)", "--window-size=\(width),900",
        "--virtual-time-budget=\(seconds * 1000)", "--dump-dom", "http://127.0.0.1:\(port)/\(path)",
      ])
    return run.output
  }
}

/// Parts of a page that search has filled.
struct SearchResults {
  let page: String

  /// The ids of the papers, in their order.
  var ids: [String] { fields("id") }
  /// The titles with their marks.
  var titles: [String] {
    page.matches(of: /data-field="title"[^>]*>(.*?)<\/a>/.dotMatchesNewlines()).map { String($0.1) }
  }
  /// The excerpts with their marks.
  var texts: [String] {
    page.matches(of: /data-field="text"[^>]*>(.*?)<\/p>/.dotMatchesNewlines()).map { String($0.1) }
  }
  /// The line above the results.
  var status: String { page.firstMatch(of: /id="search-status"[^>]*>(.*?)<\/p>/).map { String($0.1) } ?? "" }
  /// Where the titles lead.
  var links: [String] { page.matches(of: /data-field="title" href="(.*?)"/).map { String($0.1) } }

  /// What the page became; without the model of a result.
  init(_ page: String) {
    self.page = page.replacing(/<template.*?<\/template>/.dotMatchesNewlines(), with: "")
  }

  /// The fields of a name.
  func fields(_ name: String) -> [String] {
    page.components(separatedBy: "data-field=\"\(name)\"").dropFirst().compactMap { rest in
      guard let start = rest.firstIndex(of: ">"), let end = rest[start...].firstIndex(of: "<") else { return nil }
      return String(rest[rest.index(after: start)..<end])
    }
  }
}
