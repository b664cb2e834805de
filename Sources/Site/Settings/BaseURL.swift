/// The rules for the address of a site.
public enum BaseURL {
  /// The address with a slash at its end, or nil where it can't be the address of a site: it needs http or https, a
  /// host, and a path of unreserved characters (RFC 3986) without query and fragment.
  public static func normalized(_ text: String) -> String? {
    guard let scheme = text.firstRange(of: "://"), ["http", "https"].contains(text[..<scheme.lowerBound].lowercased())
    else { return nil }
    let rest = text[scheme.upperBound...]
    let host = rest.prefix { $0 != "/" }
    guard !host.isEmpty, rest.utf8.allSatisfy(isAllowed) else { return nil }
    let segments = rest.dropFirst(host.count).split(separator: "/")
    guard !segments.contains(where: { $0 == "." || $0 == ".." }) else { return nil }
    let path = segments.map { "\($0)/" }.joined()
    return "\(text[..<scheme.lowerBound].lowercased())://\(host)/\(path)"
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: "-._~/:[]%".utf8.contains(byte)
    }
  }
}
