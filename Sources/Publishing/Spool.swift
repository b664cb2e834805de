internal import ByteText
package import Files
import Synchronization

/// Keeps the new bytes of files that exist already until the whole build is known to succeed: in memory up to a limit,
/// beyond it in a nameless temporary file. All workers share one.
package final class Spool: Sendable {
  /// One kept file.
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
  package init(temporaryFolder: FolderPlace, limit: Int = 64 << 20) {
    state = Mutex(SpoolState(temporaryFolder: temporaryFolder, limit: limit))
  }

  /// What is kept, by path.
  var items: [Item] { state.withLock { $0.items.sorted { $0.path < $1.path } } }

  /// Keeps the bytes of a file.
  func keep(
    _ path: Span<UInt8>, _ bytes: Span<UInt8>, content: Fingerprint, basis: PageBasis, read: [StoredDependency]
  ) throws(SystemFailure) {
    let item = Item(
      path: String(bytes: path), start: 0, count: bytes.count, content: content, basis: basis, read: read)
    let error = state.withLock { $0.keep(item, bytes) }
    if let error { throw SystemFailure("can't write a temporary file", error) }
  }

  /// The bytes of an item.
  func read(_ item: Item) throws(SystemFailure) -> ByteBuffer {
    do throws(FileError) {
      let bytes = try state.withLock { state in state.read(item) }.get()
      if bytes.count == item.count { return bytes }
    } catch {
      throw SystemFailure("can't read the temporary file", error)
    }
    throw SystemFailure("can't read the temporary file", nil)
  }
}

private struct SpoolState: ~Copyable {
  let temporaryFolder: FolderPlace
  let limit: Int
  var file: FileDescriptor?
  var flushed = 0
  var buffer = ByteBuffer()
  var items: [Spool.Item] = []

  init(temporaryFolder: FolderPlace, limit: Int) {
    self.temporaryFolder = temporaryFolder
    self.limit = limit
  }

  /// Keeps an item; gives the reason where that failed.
  mutating func keep(_ item: Spool.Item, _ bytes: Span<UInt8>) -> FileError? {
    var item = item
    item.start = flushed + buffer.count
    items.append(item)
    buffer.append(bytes)
    do throws(FileError) {
      if buffer.count > limit { try flush() }
      return nil
    } catch { return error }
  }

  private mutating func flush() throws(FileError) {
    if file == nil { file = try FileDescriptor.temporary(in: temporaryFolder.open()) }
    try file?.write(buffer.span)
    flushed += buffer.count
    buffer.removeAll()
  }

  /// The bytes of an item, fewer where the file was cut off.
  func read(_ item: Spool.Item) -> Result<ByteBuffer, FileError> {
    var out = ByteBuffer(capacity: item.count)
    guard item.start < flushed else {
      let start = item.start - flushed
      out.append(buffer.span.extracting(start..<start + item.count))
      return .success(out)
    }
    do throws(FileError) {
      try file?.read(item.start..<item.start + item.count, into: &out)
    } catch { return .failure(error) }
    return .success(out)
  }
}
