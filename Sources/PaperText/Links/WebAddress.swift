import ByteText

/// What an address says about itself.
enum WebAddress {
  /// How an address begins.
  enum Scheme {
    case web, mail
    /// No scheme: relative, or a host without one.
    case none
    /// One that a page may not hold.
    case forbidden
  }

  /// The scheme of an address (URL standard: letters, digits, `+ - .` up to a colon). Browsers ignore tabs and line
  /// breaks within it, so an address that holds any is not given the chance.
  static func scheme(of url: Span<UInt8>) -> Scheme {
    var length = 0
    while length < url.count, url[length] != UInt8(ascii: ":") {
      let byte = url[length]
      if byte <= 0x20 || byte >= 0x7F { return hasColon(before: UInt8(ascii: "/"), in: url) ? .forbidden : .none }
      guard byte.isLetter || byte.isDigit || ".+-".utf8.contains(byte) else { return .none }
      length += 1
    }
    guard length < url.count else { return .none }
    if starts(url, with: "http:") || starts(url, with: "https:") { return .web }
    return starts(url, with: "mailto:") ? .mail : .forbidden
  }

  private static func hasColon(before stop: UInt8, in url: Span<UInt8>) -> Bool {
    for index in url.indices {
      if url[index] == UInt8(ascii: ":") { return true }
      if url[index] == stop { return false }
    }
    return false
  }

  /// Whether an address begins with a literal in lower case, whatever its own case.
  static func starts(_ url: Span<UInt8>, with literal: StaticString, at start: Int = 0) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard start + length <= url.count else { return false }
    for offset in 0..<length where lowercased(url[start + offset]) != literal.utf8Start[offset] { return false }
    return true
  }

  static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  static func uppercased(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") ? byte & ~0x20 : byte
  }

  /// Appends an address so that it can be in HTML: what the URL standard doesn't allow is percent-encoded.
  static func append(_ url: Span<UInt8>, to out: inout ByteBuffer) {
    let literalHost = literalHost(of: url)
    var hasFragment = false
    for index in url.indices {
      let byte = url[index]
      let isSecondHash = byte == UInt8(ascii: "#") && hasFragment
      hasFragment = hasFragment || byte == UInt8(ascii: "#")
      if isAllowed(byte, at: index, of: url) && !isSecondHash || literalHost.contains(index) {
        out.append(byte)
      } else {
        out.append(UInt8(ascii: "%"))
        out.append(hexDigit(byte >> 4))
        out.append(hexDigit(byte & 15))
      }
    }
  }

  /// The host in square brackets, an address of IPv6 (RFC 3986, section 3.2.2); empty where there is none.
  private static func literalHost(of url: Span<UInt8>) -> Range<Int> {
    var start = 0
    for prefix in ["http://[", "https://["] as [StaticString] where starts(url, with: prefix) {
      start = prefix.utf8CodeUnitCount - 1
    }
    var end = start + 1
    while start > 0, end < url.count, isHexDigit(url[end]) || ":.".utf8.contains(url[end]) { end += 1 }
    return end < url.count && url[end] == UInt8(ascii: "]") ? start..<end + 1 : 0..<0
  }

  private static func isAllowed(_ byte: UInt8, at index: Int, of url: Span<UInt8>) -> Bool {
    switch byte {
    case UInt8(ascii: "%"):
      index + 2 < url.count && isHexDigit(url[index + 1]) && isHexDigit(url[index + 2])
    case 0...0x20, 0x7F...: false
    default: !"\"<>\\^`{|}[]".utf8.contains(byte)
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }

  static func isHexDigit(_ byte: UInt8) -> Bool {
    byte.isDigit || (lowercased(byte) >= UInt8(ascii: "a") && lowercased(byte) <= UInt8(ascii: "f"))
  }
}
