import ByteText

/// Where a licence can be read: the address that a record gives, or the page that SPDX has for its identifier.
struct LicenseAddress: ~Escapable {
  private let license: Span<UInt8>
  private let isIdentifier: Bool

  /// The address of a licence as a record names it, nil where that is neither an address nor looks like an identifier of
  /// SPDX, as `CC-BY-4.0` does.
  @_lifetime(copy license)
  init?(_ license: Span<UInt8>) {
    self.license = license
    isIdentifier = Self.isIdentifier(license)
    guard isIdentifier || license.begins(with: "https://") || license.begins(with: "http://") else { return nil }
  }

  /// Appends the address.
  func append(to out: inout ByteBuffer) {
    if isIdentifier { out.append("https://spdx.org/licenses/") }
    out.append(uriOf: license)
  }

  /// Words alone are no sign: `CC BY` and `proprietary` are none of its identifiers, and those without digit and hyphen
  /// cannot be told from words.
  private static func isIdentifier(_ text: Span<UInt8>) -> Bool {
    var (hasDigit, hasHyphen) = (false, false)
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): continue
      case UInt8(ascii: "."), UInt8(ascii: "+"): continue
      case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
      case UInt8(ascii: "-"): hasHyphen = true
      default: return false
      }
    }
    return hasDigit && hasHyphen
  }
}
