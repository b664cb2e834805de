internal import ByteText

/// A DOI (ISO 26324): `10.`, the registrant, a slash and a suffix.
public enum DOI {
  /// The range of the DOI in a text that may begin with `https://doi.org/` or `doi:`, or nil where there is none.
  public static func range(in text: Span<UInt8>) -> Range<Int>? {
    let start = text.end(ofPrefix: [
      "https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:",
    ])
    let doi = text.extracting(start..<text.count)
    guard doi.count >= 8, doi[0] == UInt8(ascii: "1"), doi[1] == UInt8(ascii: "0"), doi[2] == UInt8(ascii: ".") else {
      return nil
    }
    var slash = 3
    while slash < doi.count, ASCII.isDigit(doi[slash]) || doi[slash] == UInt8(ascii: ".") { slash += 1 }
    guard slash > 6, slash + 1 < doi.count, doi[slash] == UInt8(ascii: "/") else { return nil }
    for index in doi.indices where doi[index] <= 0x20 || doi[index] == 0x7F { return nil }
    return start..<text.count
  }
}

/// An ORCID iD: four groups of four digits, the last one a check character (ISO 7064, MOD 11-2).
public enum ORCID {
  /// What to do about a text that is no iD.
  public static let help = "an ORCID iD looks like 0000-0002-1825-0097"

  /// That a text is no iD; it is given as it is to be shown.
  public static func problem(with text: String) -> String {
    "\(text) is no ORCID iD: the digits or the check character are wrong"
  }

  /// The range of the iD in a text that may begin with `https://orcid.org/`, or nil where there is none.
  public static func range(in text: Span<UInt8>) -> Range<Int>? {
    let start = text.end(ofPrefix: ["https://orcid.org/", "http://orcid.org/"])
    return isValid(text.extracting(start..<text.count)) ? start..<text.count : nil
  }

  private static func isValid(_ id: Span<UInt8>) -> Bool {
    guard id.count == 19 else { return false }
    var total = 0
    for index in 0..<18 where index % 5 != 4 {
      guard let digit = id.decimal(index..<index + 1) else { return false }
      total = (total + digit) * 2
    }
    for index in [4, 9, 14] where id[index] != UInt8(ascii: "-") { return false }
    let check = (12 - total % 11) % 11
    return id[18] == (check == 10 ? UInt8(ascii: "X") : UInt8(ascii: "0") + UInt8(check))
  }
}

extension Span<UInt8> {
  /// The offset behind the first of some prefixes that the text begins with, letters of either case; 0 without one.
  func end(ofPrefix prefixes: [StaticString]) -> Int {
    for prefix in prefixes where starts(with: prefix) { return prefix.utf8CodeUnitCount }
    return 0
  }

  /// Whether the text begins with a prefix, which is written in lower case; letters of the text may have either case.
  func starts(with prefix: StaticString) -> Bool {
    guard count >= prefix.utf8CodeUnitCount else { return false }
    for index in 0..<prefix.utf8CodeUnitCount {
      let byte = self[index]
      let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
      if lower != prefix.utf8Start[index] { return false }
    }
    return true
  }
}
