extension ByteBuffer {
  /// Appends a path as a URI has it (RFC 3986): what is no unreserved character, no sub-delimiter, `:`, `@` or `/`
  /// is percent-encoded.
  public mutating func append(percentEncodingPath path: UnsafeRawBufferPointer) {
    append(path, percentEncodingUnless: URICharacters.path)
  }

  /// Appends one value of a query: everything but unreserved characters is percent-encoded.
  public mutating func append(percentEncodingValue value: UnsafeRawBufferPointer) {
    append(value, percentEncodingUnless: URICharacters.unreserved)
  }

  /// Appends an address that may hold characters of any script (an IRI, RFC 3987) as a URI: only what no URI may hold
  /// is percent-encoded, and what is encoded already stays as it is.
  public mutating func append(uriOf address: UnsafeRawBufferPointer) {
    append(address, percentEncodingUnless: URICharacters.uri)
  }

  private mutating func append(_ text: UnsafeRawBufferPointer, percentEncodingUnless allowed: URICharacters) {
    reserve(text.count &* 3)
    var end = used
    // Spaces part most texts into runs of a few characters, which are faster moved one by one.
    for byte in text {
      storage.storeBytes(of: byte, toByteOffset: end, as: UInt8.self)
      end &+= 1
      if !allowed.contains(byte) { end = percentEncode(byte, at: end &- 1) }
    }
    used = end
  }

  /// Writes the three characters of an encoded byte, and gives the place behind them.
  private func percentEncode(_ byte: UInt8, at place: Int) -> Int {
    let digits: StaticString = "0123456789ABCDEF"
    storage.storeBytes(of: UInt8(ascii: "%"), toByteOffset: place, as: UInt8.self)
    storage.storeBytes(of: digits.utf8Start[Int(byte >> 4)], toByteOffset: place &+ 1, as: UInt8.self)
    storage.storeBytes(of: digits.utf8Start[Int(byte & 15)], toByteOffset: place &+ 2, as: UInt8.self)
    return place &+ 3
  }
}

/// A set of ASCII characters: one bit each.
private struct URICharacters {
  static let unreserved = URICharacters(adding: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
  static let path = URICharacters(unreserved, adding: "/:@!$&'()*+,;=")
  static let uri = URICharacters(path, adding: "%?#[]")

  private var low: UInt64 = 0
  private var high: UInt64 = 0

  private init(_ others: URICharacters? = nil, adding characters: StaticString) {
    if let others { self = others }
    for offset in 0..<characters.utf8CodeUnitCount {
      let byte = characters.utf8Start[offset]
      if byte < 64 { low |= 1 &<< UInt64(byte) } else { high |= 1 &<< UInt64(byte & 63) }
    }
  }

  func contains(_ byte: UInt8) -> Bool {
    byte < 128 && (byte < 64 ? low : high) &>> UInt64(byte & 63) & 1 != 0
  }
}
