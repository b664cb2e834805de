import ArgumentParser
import ByteText
import SiteBuild

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

private let systemWrite = write
private let systemExit = exit

/// Where the program talks to its user: diagnostics go to standard error, results to standard output.
struct Terminal {
  /// Writes warnings to standard error.
  func show(_ warnings: [Diagnostic]) {
    guard !warnings.isEmpty else { return }
    writeError(DiagnosticPrinter().text(for: Diagnostics(warnings)))
  }

  /// Writes which pages a build rendered and why, and which files it changed.
  func show(detailsOf report: BuildReport) {
    let lines =
      report.reasons.map { "rendered \($0.path): \($0.reason)" } + report.written.map { "written \($0)" }
      + report.removed.map { "removed \($0)" }
    writeError(lines.map { DiagnosticPrinter.visible($0) + "\n" }.joined())
  }

  /// Writes the table of how long templates took.
  func show(_ profile: [ProfileRow]) { writeError(ProfileRow.table(profile)) }

  /// Tells that the program waits.
  func show(waitingFor what: String) {
    writeError("sitegen: waiting for \(DiagnosticPrinter.visible(what)) to end\n")
  }

  /// Explains a failure on standard error.
  ///
  /// - Returns: 1 where the site is wrong, 2 where the system failed.
  func exitCode(for failure: BuildFailure) -> ExitCode {
    switch failure {
    case .diagnostics(let diagnostics):
      writeError(DiagnosticPrinter().text(for: diagnostics))
      return ExitCode(1)
    case .system(let failure):
      writeError("sitegen: \(DiagnosticPrinter.visible("\(failure)"))\n")
      return ExitCode(2)
    }
  }

  /// Ends the process at once: to take a hundred thousand records apart first would only take time.
  func endProcess() -> Never { systemExit(0) }

  /// Writes bytes to standard output.
  func write(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  private func writeError(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

  private func write(_ bytes: [UInt8], to file: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let done = rest.withUnsafeBytes { systemWrite(file, $0.baseAddress, $0.count) }
      if done < 0, errno != EINTR { return }
      rest = rest.dropFirst(max(done, 0))
    }
  }
}
