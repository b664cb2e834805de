package import ByteText
import Publishing

/// What a build did.
package struct BuildReport: Sendable {
  /// The number of files that the site has.
  package var pages: Int
  /// The files that were written.
  var files = WrittenFiles()
  /// Paths that were removed, in order.
  package var removed: [String] = []
  /// How long the build took.
  package var seconds = 0.0
  /// How long each step took.
  package var times = StepTimes()
  /// Which pages were rendered and why, in order, where that was asked for.
  package var reasons: [(path: String, reason: String)] = []
  /// How long each template took, slowest first, where that was asked for.
  package var profile: [ProfileRow] = []
  /// What is odd but kept nothing from being built.
  package var warnings: [Diagnostic]

  /// Paths below the output folder that were written, in order.
  package var written: [String] { files.paths }

  /// The number of files that were written.
  package var writtenCount: Int { files.positions.count }

  /// The number of files that stayed as they were.
  package var unchanged: Int { pages - writtenCount }

  /// The line that ends a build.
  package var summary: String {
    "built \(pages) pages, \(writtenCount) written, \(unchanged) unchanged, \(removed.count) removed, "
      + "\(Self.decimal(seconds)) s"
  }

  /// The report as JSON: `{"pages","written","unchanged","removed","seconds","files","written_files","removed_files"}`,
  /// where `files` are those that were written and those that were removed.
  package var json: String {
    let written = written
    let files = written.map(Self.quoted).joined(separator: ",")
    let removedFiles = removed.map(Self.quoted).joined(separator: ",")
    return "{\"pages\":\(pages),\"written\":\(written.count),\"unchanged\":\(unchanged),"
      + "\"removed\":\(removed.count),\"seconds\":\(Self.decimal(seconds)),"
      + "\"files\":[\((written + removed).sorted().map(Self.quoted).joined(separator: ","))],"
      + "\"written_files\":[\(files)],\"removed_files\":[\(removedFiles)]}\n"
  }

  /// A number with two digits after the point.
  private static func decimal(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  private static func quoted(_ text: String) -> String {
    var out = ByteBuffer(capacity: 64)
    out.append(quotingJSON: text)
    return String(bytes: out.span)
  }
}
