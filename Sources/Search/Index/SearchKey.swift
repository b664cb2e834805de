import ByteText

/// The term by which an id or a DOI finds its paper: `#` and its letters and digits, so that `hep-th/9901001` is found
/// however it is written.
enum SearchKey {
  /// What distinguishes keys from words.
  static let mark = UInt8(ascii: "#")

  /// Appends the key of an id.
  static func append(_ id: Span<UInt8>, to out: inout ByteBuffer) {
    out.append(mark)
    for index in id.indices {
      let byte = id[index]
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): out.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: out.append(byte)
      default: break
      }
    }
  }

  /// Whether a DOI is one that arXiv gives, which says no more than the identifier.
  static func isOfArXiv(doi: Span<UInt8>) -> Bool {
    let prefix: StaticString = "10.48550/arxiv."
    guard doi.count > prefix.utf8CodeUnitCount else { return false }
    return (0..<prefix.utf8CodeUnitCount).allSatisfy { doi[$0] | 0x20 == prefix.utf8Start[$0] | 0x20 }
  }
}
