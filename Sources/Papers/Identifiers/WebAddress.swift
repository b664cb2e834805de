internal import ByteText

/// Addresses of links and pictures, as far as a site must know them: only `http` and `https` leave it.
public enum WebAddress {
  /// What an address is.
  public enum Kind: Sendable {
    /// `http:` or `https:` with a host.
    case absolute
    /// No scheme, but a host and a path, as `github.com/owner/repository`: `https://` is missing.
    case missingScheme
    /// A file of the site's own.
    case relative
    /// Anything else: another scheme, white space, control characters, nothing.
    case invalid
  }

  /// What an address is.
  public static func kind(of address: Span<UInt8>) -> Kind {
    guard !address.isEmpty, !hasForbiddenByte(address) else { return .invalid }
    let schemeEnd = address.end(ofPrefix: ["https://", "http://"])
    if schemeEnd > 0 { return hasHost(address, at: schemeEnd) ? .absolute : .invalid }
    if hasScheme(address) || address.starts(with: "//") { return .invalid }
    return beginsWithDomain(address) ? .missingScheme : .relative
  }

  /// Spaces, controls, and what would end an attribute or a link in some format.
  private static func hasForbiddenByte(_ address: Span<UInt8>) -> Bool {
    for index in address.indices {
      switch address[index] {
      case 0...0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "\\"): return true
      default: continue
      }
    }
    return false
  }

  private static func hasHost(_ address: Span<UInt8>, at start: Int) -> Bool {
    guard start < address.count else { return false }
    return ASCII.isAlphanumeric(address[start]) || address[start] >= 0x80 || address[start] == UInt8(ascii: "[")
  }

  /// Whether a colon stands before the first slash, question mark or number sign.
  private static func hasScheme(_ address: Span<UInt8>) -> Bool {
    for index in address.indices {
      switch address[index] {
      case UInt8(ascii: ":"): return true
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return false
      default: continue
      }
    }
    return false
  }

  /// Whether the part before the first slash reads as a host name: labels, a dot, and letters at the end that are no
  /// usual extension of a file.
  private static func beginsWithDomain(_ address: Span<UInt8>) -> Bool {
    var (end, lastDot) = (0, -1)
    while end < address.count, address[end] != UInt8(ascii: "/") {
      guard ASCII.isAlphanumeric(address[end]) || address[end] == UInt8(ascii: "-") || address[end] == UInt8(ascii: ".")
      else { return false }
      if address[end] == UInt8(ascii: ".") { lastDot = end }
      end += 1
    }
    guard lastDot > 0, end - lastDot > 2, ASCII.isAlphanumeric(address[0]) else { return false }
    for index in lastDot + 1..<end where !ASCII.isLetter(address[index]) { return false }
    return end < address.count || !isFileExtension(address.extracting(lastDot + 1..<end))
  }

  /// What the names of files end in that a record may mean; letters of a name may have either case.
  static let fileExtensions: [StaticString] = [
    "png", "jpg", "jpeg", "gif", "webp", "svg", "avif", "mp4", "webm", "mov", "pdf", "html",
  ]

  private static func isFileExtension(_ text: Span<UInt8>) -> Bool {
    for name in fileExtensions where text.count == name.utf8CodeUnitCount && text.starts(with: name) { return true }
    return false
  }
}
