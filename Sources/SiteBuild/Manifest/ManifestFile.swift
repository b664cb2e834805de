import ByteText

/// The form of a manifest on disk: a magic number, the count, the entries in little-endian, a hash of it all.
///
/// A file that is cut off, altered or of another version reads as no manifest, which means a full build.
enum ManifestFile {
  private static let magic: UInt64 = 0x0001_6e65_6765_7469

  /// The bytes of a manifest.
  static func write(_ manifest: Manifest, into out: inout ByteBuffer) {
    out.append(littleEndian: magic)
    out.append(littleEndian: UInt64(manifest.count))
    for entry in manifest.entries {
      let path = manifest.path(of: entry)
      out.append(littleEndian: UInt64(path.count))
      out.append(path)
      out.append(littleEndian: entry.content.value)
      out.append(littleEndian: UInt64(entry.size))
      out.append(littleEndian: UInt64(bitPattern: entry.modified))
    }
    out.append(littleEndian: Fingerprint(of: out.span).value)
  }

  /// The manifest that the bytes hold, or nil where they are none of this version.
  static func read(_ bytes: Span<UInt8>) -> Manifest? {
    guard bytes.count >= 24 else { return nil }
    var sum = ManifestReader(position: bytes.count - 8)
    guard sum.number(bytes) == Fingerprint(of: bytes.extracting(0..<bytes.count - 8)).value else { return nil }
    var reader = ManifestReader(position: 0)
    guard reader.number(bytes) == magic, let count = reader.number(bytes), count <= bytes.count else { return nil }
    var manifest = Manifest()
    manifest.reserve(Int(count))
    for _ in 0..<count {
      guard reader.addEntry(of: bytes, to: &manifest) else { return nil }
    }
    return reader.position == bytes.count - 8 ? manifest : nil
  }
}

private struct ManifestReader {
  var position: Int

  mutating func number(_ bytes: Span<UInt8>) -> UInt64? {
    guard position + 8 <= bytes.count else { return nil }
    var value: UInt64 = 0
    for index in 0..<8 { value |= UInt64(bytes[position + index]) << UInt64(index * 8) }
    position += 8
    return value
  }

  mutating func addEntry(of bytes: Span<UInt8>, to manifest: inout Manifest) -> Bool {
    guard let length = number(bytes), length <= bytes.count - position else { return false }
    let path = bytes.extracting(position..<position + Int(length))
    position += Int(length)
    guard let content = number(bytes), let size = number(bytes), let modified = number(bytes) else { return false }
    manifest.add(
      path: path, content: Fingerprint(value: content), size: Int(truncatingIfNeeded: size),
      modified: Int64(bitPattern: modified))
    return true
  }
}

extension ByteBuffer {
  mutating func append(littleEndian number: UInt64) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append($0) }
  }
}
