extension ByteBuffer {
  /// Appends a path as a URI has it (RFC 3986): what is no unreserved character, no sub-delimiter, `:`, `@` or `/`
  /// is percent-encoded.
  public mutating func append(percentEncodingPath path: UnsafeRawBufferPointer) {
    append(path, percentEncodingUnless: URICharacters.isPath)
  }

  /// Appends one value of a query: everything but unreserved characters is percent-encoded.
  public mutating func append(percentEncodingValue value: UnsafeRawBufferPointer) {
    append(value, percentEncodingUnless: URICharacters.isUnreserved)
  }

  /// Appends an address that may hold characters of any script (an IRI, RFC 3987) as a URI: only what no URI may hold
  /// is percent-encoded, and what is encoded already stays as it is.
  public mutating func append(uriOf address: UnsafeRawBufferPointer) {
    append(address, percentEncodingUnless: URICharacters.isURI)
  }

  private mutating func append(_ text: UnsafeRawBufferPointer, percentEncodingUnless isAllowed: (UInt8) -> Bool) {
    var start = 0
    for index in text.indices where !isAllowed(text[index]) {
      append(UnsafeRawBufferPointer(rebasing: text[start..<index]))
      append(percentEncoding: text[index])
      start = index + 1
    }
    append(UnsafeRawBufferPointer(rebasing: text[start...]))
  }

  private mutating func append(percentEncoding byte: UInt8) {
    let digits: StaticString = "0123456789ABCDEF"
    append(UInt8(ascii: "%"))
    append(digits.utf8Start[Int(byte >> 4)])
    append(digits.utf8Start[Int(byte & 15)])
  }
}

/// The characters that the parts of a URI are made of.
private enum URICharacters {
  static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
    default: false
    }
  }

  static func isPath(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "!"), UInt8(ascii: "$"): true
    case UInt8(ascii: "&")...UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="): true
    default: isUnreserved(byte)
    }
  }

  static func isURI(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "["), UInt8(ascii: "]"): true
    default: isPath(byte)
    }
  }
}
