internal import ByteText

/// What blocks of the cache are found by.
enum RecordKey {
  /// The hash of a whole file's bytes and of how they are read.
  static func of(_ file: ContentFile, _ text: Span<UInt8>) -> UInt64 {
    var key = Fingerprint()
    key.combine(file.fileExtension)
    key.combine(Day(file.stem).map { UInt64(bitPattern: Int64($0.number)) } ?? .max)
    key.combine(text)
    return key.value
  }

  /// The hash of what the file system says of a file.
  static func of(_ file: ContentFile) -> UInt64 {
    var key = Fingerprint()
    key.combine(file.path)
    key.combine(UInt64(bitPattern: Int64(file.size)))
    key.combine(UInt64(bitPattern: file.modified))
    key.combine(UInt64(bitPattern: file.changed))
    key.combine(file.inode)
    return max(key.value, 1)
  }
}
