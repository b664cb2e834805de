internal import ByteText
internal import Files
import Synchronization

/// Tells on which lines of content files places are, for diagnostics about what was read there. A file is read whole
/// once, however many places of it are asked for; only the number of its lines is kept.
public final class LineNumbers: Sendable {
  /// The number of line breaks before each step of a file.
  private typealias Counts = [UInt32]

  private static let step = 1 << 16
  private let files = Mutex<[String: Counts]>([:])

  /// Knows no file yet.
  public init() {}

  /// The line, from 1, of a byte offset in a file; 1 where the file can't be read.
  public func line(of offset: Int, inFileAt path: String) -> Int {
    guard let file = try? ReadableFile(path: path) else { return 1 }
    let counts = files.withLock { files in
      if let known = files[path] { return known }
      let counts = Self.counts(of: file)
      files[path] = counts
      return counts
    }
    let number = min(max(offset, 0) / Self.step, counts.count - 1)
    let start = number * Self.step
    return Int(counts[number]) + Self.lineBreaks(of: file, in: start..<max(start, min(offset, start + Self.step))) + 1
  }

  private static func counts(of file: borrowing ReadableFile) -> Counts {
    var counts: Counts = [0]
    let size = min((try? file.size()) ?? 0, ContentFile.sizeLimit)
    for start in stride(from: 0, to: size, by: step) {
      counts.append(counts[counts.count - 1] + UInt32(lineBreaks(of: file, in: start..<start + step)))
    }
    return counts
  }

  private static func lineBreaks(of file: borrowing ReadableFile, in range: Range<Int>) -> Int {
    var bytes = ByteBuffer(capacity: range.count)
    try? file.read(range, into: &bytes)
    return bytes.withUnsafeBytes { $0.count { $0 == 0x0A } }
  }
}
