import ArgumentParser
import ByteText
import Files
import Site
import SiteBuild

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

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

  /// Writes how long each step of a build took.
  func show(_ times: StepTimes) { writeError(times.table) }

  /// Writes the table of how long templates took.
  func show(_ profile: [ProfileRow]) { writeError(ProfileRow.table(profile)) }

  /// Tells that the program waits.
  func show(waitingFor what: String) {
    writeError("sitegen: waiting for \(DiagnosticPrinter.visible(what)) to end\n")
  }

  /// Explains a failure on standard error.
  ///
  /// - Returns: 1 where the site is wrong, 2 where the system failed, as for content that may not be read.
  func exitCode(for failure: BuildFailure) -> ExitCode {
    switch failure {
    case .diagnostics(let diagnostics):
      writeError(DiagnosticPrinter().text(for: diagnostics))
      return ExitCode(diagnostics.list.contains { $0.id.hasPrefix("system/") } ? 2 : 1)
    case .system(let failure):
      writeError("sitegen: \(DiagnosticPrinter.visible("\(failure)"))\n")
      return ExitCode(2)
    }
  }

  /// Ends the process at once: to free a hundred thousand records first would only take time.
  func endProcess() -> Never { systemExit(0) }

  /// Writes bytes to standard output.
  func write(_ bytes: Span<UInt8>) throws(BuildFailure) {
    do throws(FileError) { try StandardStream.output.write(bytes) } catch {
      throw .system(SystemFailure("can't write to standard output", error))
    }
  }

  /// Writes a line to standard output.
  func write(line: String) throws(BuildFailure) { try write("\(line)\n".utf8.span) }

  /// A failure is ignored: there is no other place to report it.
  private func writeError(_ text: String) { try? StandardStream.errors.write(text.utf8.span) }
}
