import ByteText
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Holds the new bytes of files that exist already until the whole build is known to succeed: in memory up to a
/// limit, behind it in a nameless temporary file. All workers share one.
final class Spool: Sendable {
  /// One held file.
  struct Item: Sendable {
    /// The path relative to the output folder.
    var path: String
    /// Where its bytes begin in the spool.
    var start: Int
    /// The number of bytes.
    var count: Int
    /// The hash of the bytes.
    var content: Fingerprint
    /// What the bytes follow from.
    var basis: PageBasis
    /// What the page has read.
    var read: [StoredDependency]
  }

  private let state: Mutex<SpoolState>

  /// A spool that makes its temporary file in a folder, if it needs one.
  init(temporaryFolder: String, limit: Int = 64 << 20) {
    state = Mutex(SpoolState(temporaryFolder: temporaryFolder, limit: limit))
  }

  /// What is held, by path.
  var items: [Item] { state.withLock { $0.items.sorted { $0.path < $1.path } } }

  /// Holds the bytes of a file.
  func hold(
    _ path: Span<UInt8>, _ bytes: Span<UInt8>, _ content: Fingerprint, _ basis: PageBasis, _ read: [StoredDependency]
  ) throws(SystemFailure) {
    let item = Item(
      path: String(bytes: path), start: 0, count: bytes.count, content: content, basis: basis, read: read)
    let isHeld = state.withLock { $0.hold(item, bytes) }
    guard isHeld else { throw SystemFailure("can't write a temporary file") }
  }

  /// The bytes of an item.
  func read(_ item: Item) throws(SystemFailure) -> ByteBuffer {
    guard let bytes = state.withLock({ $0.read(item) }) else { throw SystemFailure("can't read the temporary file") }
    return bytes
  }
}

private struct SpoolState: ~Copyable {
  let temporaryFolder: String
  let limit: Int
  var file: FileDescriptor?
  var flushed = 0
  var buffer = ByteBuffer()
  var items: [Spool.Item] = []

  init(temporaryFolder: String, limit: Int) {
    self.temporaryFolder = temporaryFolder
    self.limit = limit
  }

  mutating func hold(_ item: Spool.Item, _ bytes: Span<UInt8>) -> Bool {
    var item = item
    item.start = flushed + buffer.count
    items.append(item)
    buffer.append(bytes)
    return buffer.count <= limit || flush()
  }

  mutating func flush() -> Bool {
    if file == nil { file = FileDescriptor.temporary(in: temporaryFolder) }
    guard buffer.span.withUnsafeBytes({ file?.write($0) }) == true else { return false }
    flushed += buffer.count
    buffer.removeAll()
    return true
  }

  func read(_ item: Spool.Item) -> ByteBuffer? {
    var out = ByteBuffer(capacity: item.count)
    guard item.start >= flushed else {
      guard file?.read(item.count, at: item.start, into: &out) == true else { return nil }
      return out
    }
    let start = item.start - flushed
    out.append(buffer.span.extracting(start..<start + item.count))
    return out
  }
}

extension FileDescriptor {
  /// A file without a name, which vanishes when it is closed.
  static func temporary(in folder: String) -> FileDescriptor? {
    guard let parent = FileDescriptor.folder(at: folder) else { return nil }
    // Always of one name, so that what a build left that was cut off right here goes with the next one.
    let name = PathName(".sitegen-spool")
    _ = parent.removeFile(name)
    guard let file = parent.createForReadingAndWriting(name), parent.removeFile(name) else { return nil }
    return file
  }

  /// Appends `count` bytes from an offset to a buffer; false where they are not there.
  func read(_ count: Int, at offset: Int, into out: inout ByteBuffer) -> Bool {
    var done = 0
    while done < count {
      let before = out.count
      out.append(capacity: count - done) { pread(number, $0.baseAddress, $0.count, off_t(offset + done)) }
      guard out.count > before else { return false }
      done += out.count - before
    }
    return true
  }
}
