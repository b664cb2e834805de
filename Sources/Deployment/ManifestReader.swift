package import ByteText

extension SiteManifest {
  /// Reads what `append(to:)` wrote.
  ///
  /// A manifest that was cut off is refused: files that it doesn't name would count as new.
  /// - Throws: what is wrong with the file, each line at its place.
  package init(reading file: SourceFile) throws(Diagnostics) {
    var reader = ManifestReader(file: file)
    let files = reader.read()
    guard reader.diagnostics.isEmpty else { throw Diagnostics(reader.diagnostics) }
    self.init(files)
  }
}

/// Reads a manifest line by line.
private struct ManifestReader {
  /// So many wrong lines are reported: a file that is no manifest at all has no right ones.
  private static let mostDiagnostics = 20
  private static let head = "# sitegen manifest "

  let file: SourceFile
  var diagnostics: [Diagnostic] = []
  private var paths: Set<String> = []

  init(file: SourceFile) { self.file = file }

  /// The files; incomplete where there are diagnostics.
  mutating func read() -> [PublishedFile] {
    let text = String(bytes: file.text.span)
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)[...]
    guard let first = lines.popFirst(), let count = count(in: Substring(first)) else {
      report("this is no manifest that sitegen wrote", 0..<0)
      return []
    }
    var files: [PublishedFile] = []
    files.reserveCapacity(lines.count)
    for line in lines where diagnostics.count < Self.mostDiagnostics {
      if let entry = entry(Substring(line)), paths.insert(entry.path).inserted {
        files.append(entry)
      } else {
        let start = text.utf8.distance(from: text.startIndex, to: line.startIndex)
        report("this line names no file of its own", start..<start + line.count)
      }
    }
    if diagnostics.isEmpty, files.count != count {
      report("the manifest was cut off: it has \(files.count) of \(count) files", 0..<first.count)
    }
    return files
  }

  private mutating func report(_ message: String, _ range: Range<Int>) {
    diagnostics.append(
      Diagnostic(
        .error, "manifest/form", message, in: file, at: range,
        help: "give a file that `sitegen manifest` wrote when the site was deployed"))
  }

  /// The number of files that the first line tells.
  private func count(in line: Substring) -> Int? {
    guard line.hasPrefix("\(Self.head)1: ") else { return nil }
    return Int(line.dropFirst(Self.head.count + 3).prefix { $0 != " " })
  }

  private func entry(_ line: Substring) -> PublishedFile? {
    let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let hash = ContentHash(hexadecimal: parts[0]), let size = Int(parts[1]), size >= 0,
      let path = ManifestPath.read(parts[2]), !path.isEmpty
    else { return nil }
    return PublishedFile(path: path, size: size, hash: hash)
  }
}
