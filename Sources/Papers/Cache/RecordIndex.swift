internal import ByteText
internal import Files

/// The index of a record cache: the name of the file of blocks, and where in it each block is.
struct RecordIndex {
  let name: String
  /// How many bytes of the file of blocks are in use.
  let size: Int
  /// The hash of what the file system said of the file of blocks when its last byte had been written.
  let seal: UInt64
  let entries: [RecordCache.Entry]

  private static let magic: UInt64 = 0x0002_7364_726f_6365
  private static let fileName = "records.index"
  private static let prefix = "records-"

  /// An index.
  init(name: String, size: Int, seal: UInt64, entries: [RecordCache.Entry]) {
    (self.name, self.size, self.seal, self.entries) = (name, size, seal, entries)
  }

  /// A name that no file of blocks has yet.
  static func newName() -> String { "\(prefix)\(String(UInt64.random(in: 0 ... .max), radix: 16))" }

  /// Reads the index of a folder; nil where there is none of this program.
  init?(folder: String, program: Fingerprint) {
    guard let file = try? ReadableFile.content(of: "\(folder)/\(Self.fileName)"), file.bytes.count > 48 else {
      return nil
    }
    let end = file.bytes.count - 8
    let check = UInt64(littleEndian: file.bytes.loadUnaligned(fromByteOffset: end, as: UInt64.self))
    guard Fingerprint(of: file.span.extracting(0..<end)).value == check else { return nil }
    var reader = CacheReader(file.bytes, 0..<end)
    guard UInt64(bitPattern: Int64(reader.number())) == Self.magic,
      UInt64(bitPattern: Int64(reader.number())) == program.value
    else { return nil }
    size = reader.number()
    seal = UInt64(bitPattern: Int64(reader.number()))
    let count = reader.number()
    guard let name = reader.text(), Self.isName(name), size >= 0, count >= 0 else { return nil }
    self.name = name
    let rows: StoredRows<RecordCache.Entry> = reader.rows(count)
    guard reader.isGood else { return nil }
    entries = (0..<rows.count).map { rows[$0, in: file] }
  }

  /// Replaces the index of a folder; false where that failed.
  func write(to folder: String, program: Fingerprint) -> Bool {
    var out = ByteBuffer(capacity: 128 + entries.count * MemoryLayout<RecordCache.Entry>.stride)
    for number in [Self.magic, program.value, UInt64(size), seal, UInt64(entries.count)] {
      out.append(number: Int(truncatingIfNeeded: number))
    }
    out.append(number: name.utf8.count)
    out.append(name)
    while out.count % 16 != 0 { out.append(0) }
    entries.withUnsafeBytes { out.append($0) }
    let check = Fingerprint(of: out.span).value
    withUnsafeBytes(of: check.littleEndian) { out.append($0) }
    return out.span.withUnsafeBytes { bytes in
      (try? FolderPlace(named: folder).replace(Self.fileName, with: [bytes])) != nil
    }
  }

  /// Removes the files of blocks that no index names.
  static func removeOthers(than name: String, in folder: String) {
    guard let opened = try? FileDescriptor.folder(at: folder) else { return }
    for found in (try? opened.names()) ?? [] where isName(found) && found != name {
      try? opened.removeFile(PathName(found))
    }
  }

  private static func isName(_ name: String) -> Bool {
    name.hasPrefix(prefix) && name.utf8.count <= 40 && name.dropFirst(prefix.count).allSatisfy(\.isHexDigit)
  }
}
