public import ByteText
internal import Files
import Synchronization

/// What was parsed by earlier builds, in two files of a folder: one of blocks, to which builds only append, and an
/// index of the blocks that the last one used, which is replaced as a whole.
///
/// A block is found by the hash of the bytes that it was parsed from, or of what the file system said of them. It is
/// believed if the file system says that nobody has touched the file since it was written, or else if its own hash is
/// right; everything else means that the content is parsed again.
public final class RecordCache: Sendable {
  /// Where a block is.
  struct Entry: BitwiseCopyable, Hashable, Sendable {
    /// The hash of the bytes that were parsed, and of how.
    var content: UInt64
    /// The hash of what the file system said of the file, 0 where the block is a part of one.
    var status: UInt64
    var offset: Int
    var count: Int
    /// The hash of the block.
    var check: UInt64
  }

  /// The blocks of earlier builds: the first segment of a store.
  let text: FrozenBytes
  private let folder: String
  private let program: Fingerprint
  private let name: String
  /// The blocks that the last load used; nil where that is not known.
  private let last: [Entry]?
  private let byContent: [UInt64: Entry]
  private let byStatus: [UInt64: Entry]
  private let file: AppendedFile
  /// Whether the blocks of earlier builds are as they were written, by what the file system says.
  private let isSealed: Bool

  /// The cache in a folder, which must exist.
  ///
  /// - Parameter program: the hash of the program: what another one wrote is not read.
  /// - Returns: nil where no file can be made in the folder.
  public convenience init?(folder: String, program: Fingerprint) {
    self.init(folder: folder, program: program, index: RecordIndex(folder: folder, program: program))
  }

  private init?(folder: String, program: Fingerprint, index: RecordIndex?) {
    (self.folder, self.program) = (folder, program)
    let usable = index.flatMap { index in
      FrozenBytes(mappingFileAt: "\(folder)/\(index.name)").flatMap {
        $0.bytes.count + 15 >= index.size ? (index, $0) : nil
      }
    }
    name = usable?.0.name ?? RecordIndex.newName()
    text = usable?.1 ?? FrozenBytes(ByteBuffer())
    last = usable?.0.entries
    let known = last ?? []
    byContent = Dictionary(known.map { ($0.content, $0) }) { $1 }
    byStatus = Dictionary(known.lazy.filter { $0.status != 0 }.map { ($0.status, $0) }) { $1 }
    guard let file = AppendedFile(folder: folder, name: name, from: usable?.0.size ?? 0) else { return nil }
    self.file = file
    isSealed = usable?.0.seal == file.seal
  }

  /// The block that was parsed from a file of which the system said the same.
  func entry(status: UInt64) -> Entry? { byStatus[status] }

  /// The block that was parsed from the same bytes.
  func entry(content: UInt64) -> Entry? { byContent[content] }

  /// Reads a block; nil where it isn't what was written.
  ///
  /// - Parameter file, base: where in the content the records are now.
  func block(_ entry: Entry, file: UInt32, base: Int) -> FoundBlock? {
    guard entry.offset >= 0, entry.count >= 0, entry.offset <= text.bytes.count,
      entry.count <= text.bytes.count - entry.offset
    else { return nil }
    let range = entry.offset..<entry.offset + entry.count
    guard isSealed || Self.check(UnsafeRawBufferPointer(rebasing: text.bytes[range])) == entry.check else { return nil }
    return FoundBlock(text, range, file: file, base: base)
  }

  /// Appends a block.
  ///
  /// - Returns: nil where it can't be written.
  func add(_ block: borrowing ByteBuffer, content: UInt64, status: UInt64) -> Entry? {
    block.span.withUnsafeBytes { bytes in
      file.append(bytes).map { offset in
        Entry(content: content, status: status, offset: offset, count: bytes.count, check: Self.check(bytes))
      }
    }
  }

  /// Remembers the blocks that a load used, and no others. What can't be written is parsed again by the next build.
  func finish(_ used: [Entry]) {
    guard used != last || !isSealed else { return }
    let live = used.reduce(0) { $0 + $1.count }
    let index =
      file.size > 2 * live + Self.slack
      ? compacted(used) : RecordIndex(name: name, size: file.size, seal: file.seal, entries: used)
    guard let index, index.write(to: folder, program: program) else { return }
    RecordIndex.removeOthers(than: index.name, in: folder)
  }

  /// The bytes of unused blocks that the file may have beyond the size of those in use.
  private static let slack = 1 << 20

  /// The used blocks in a file of their own.
  private func compacted(_ used: [Entry]) -> RecordIndex? {
    let name = RecordIndex.newName()
    guard let target = AppendedFile(folder: folder, name: name, from: 0),
      let all = FrozenBytes(mappingFileAt: "\(folder)/\(self.name)")
    else { return nil }
    var entries = used
    for index in entries.indices {
      let end = entries[index].offset + entries[index].count
      guard end <= all.bytes.count,
        let offset = target.append(UnsafeRawBufferPointer(rebasing: all.bytes[entries[index].offset..<end]))
      else { return nil }
      entries[index].offset = offset
    }
    return RecordIndex(name: name, size: target.size, seal: target.seal, entries: entries)
  }

  private static func check(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    bytes.withMemoryRebound(to: UInt8.self) { Fingerprint(of: $0.span).value }
  }
}

/// A file that several tasks append to at the same time.
private final class AppendedFile: Sendable {
  private let file: FileDescriptor
  private let end: Atomic<Int>

  /// Opens or makes a file of a folder, to be written from an offset on.
  init?(folder: String, name: String, from offset: Int) {
    guard let file = try? FileDescriptor.folder(at: folder).openOrCreate(PathName(name)) else { return nil }
    self.file = file
    end = Atomic(offset)
  }

  /// How many bytes the file has.
  var size: Int { end.load(ordering: .relaxed) }

  /// The hash of what the file system says of the file: no program can change it and set back when that was.
  var seal: UInt64 {
    guard let status = try? file.status() else { return .random(in: 0 ... .max) }
    var hash = Fingerprint()
    hash.combine(status.inode)
    for number in [Int64(status.size), status.modified, status.changed] { hash.combine(UInt64(bitPattern: number)) }
    return hash.value
  }

  /// Writes bytes at an offset that is theirs alone; nil where that failed.
  func append(_ bytes: UnsafeRawBufferPointer) -> Int? {
    let room = (bytes.count + 15) & ~15
    let start = end.wrappingAdd(room, ordering: .relaxed).oldValue
    return (try? file.write(bytes, at: start)) == nil ? nil : start
  }
}
