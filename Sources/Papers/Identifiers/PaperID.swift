internal import ByteText

/// The ids of papers: segments of `A-Z a-z 0-9 . _ -` joined by `/`, since an id is the path of the paper's page.
public enum PaperID {
  /// The most bytes of one segment: a file system's limit, with room for an extension.
  public static let segmentLimit = 200
  /// The most bytes of an id.
  public static let limit = 500

  /// What is wrong with an id, in words that complete "the id …"; nil where it may stand.
  public static func problem(with id: Span<UInt8>) -> String? {
    guard !id.isEmpty else { return "is empty" }
    guard id.count <= limit else { return "is longer than \(limit) bytes" }
    var start = 0
    while start <= id.count {
      var end = start
      while end < id.count, id[end] != UInt8(ascii: "/") { end += 1 }
      if let problem = problem(withSegment: id.extracting(start..<end)) { return problem }
      start = end + 1
    }
    return nil
  }

  private static func problem(withSegment segment: Span<UInt8>) -> String? {
    guard !segment.isEmpty else { return "has an empty part: a slash may only stand between parts" }
    guard segment.count <= segmentLimit else { return "has a part of more than \(segmentLimit) bytes" }
    var onlyDots = segment.count <= 2
    for index in segment.indices {
      guard isAllowed(segment[index]) else { return "may hold only letters A-Z, digits, `.`, `_`, `-` and `/`" }
      if segment[index] != UInt8(ascii: ".") { onlyDots = false }
    }
    return onlyDots ? "may not have `.` or `..` as a part" : nil
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }
}
