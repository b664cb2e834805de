internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Bytes that never change again, shared by any number of readers.
///
/// `@unchecked Sendable` holds by this invariant: the memory is written before `init` returns, is never written
/// afterwards, and is freed only in `deinit`, when no reader holds the object any more. It is the only type of the
/// program that needs the promise.
public final class FrozenBytes: @unchecked Sendable {
  /// The memory. It is valid for as long as this object is held.
  public let bytes: UnsafeRawBufferPointer
  /// Whether the memory is a file's, which is given back in another way.
  private let isMapped: Bool
  /// The lines, once a place has been asked for.
  private let lines = AtomicLazyReference<LineIndex>()

  /// Takes over a copy of what `buffer` holds, without the room it had left.
  public init(_ buffer: borrowing ByteBuffer) {
    bytes = buffer.span.withUnsafeBytes { FrozenBytes.copy(of: $0) }
    isMapped = false
  }

  /// Takes over the memory of a buffer, the room that it had left included.
  public init(taking buffer: consuming ByteBuffer) {
    bytes = buffer.takeStorage()
    isMapped = false
  }

  /// A copy of some bytes.
  public init(copying source: Span<UInt8>) {
    bytes = source.withUnsafeBytes { FrozenBytes.copy(of: $0) }
    isMapped = false
  }

  /// The bytes of a file that stands in memory where the system keeps it, without a copy; nil where it can't be
  /// opened or is empty.
  ///
  /// It is for files that are replaced by renaming and never written over, as those of the cache are: who changes such
  /// a file in place breaks the invariant, and who cuts it off ends the program.
  public init?(mappingFileAt path: String) {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else { return nil }
    let count = Int(status.st_size)
    guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else { return nil }
    bytes = UnsafeRawBufferPointer(start: start, count: count)
    isMapped = true
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      bytes.deallocate()
    }
  }

  /// The bytes, as a safe view that lives no longer than this object.
  public var span: Span<UInt8> {
    @_lifetime(borrow self)
    borrowing get {
      let view = UnsafeBufferPointer(start: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), count: bytes.count)
      return _overrideLifetime(Span(_unsafeElements: view), borrowing: self)
    }
  }

  /// The place of a byte. The first question reads the whole text; those that follow take the same short time each.
  func location(of offset: Int) -> SourceLocation {
    let index = lines.load() ?? lines.storeIfNil(LineIndex(of: bytes))
    return index.location(of: offset, in: bytes)
  }

  /// Lets go of the memory in which the system keeps a mapped file's bytes for this process; they come back when they
  /// are read. Does nothing for other bytes.
  public func releasePages() {
    if isMapped { madvise(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count, MADV_DONTNEED) }
  }

  private static func copy(of source: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(source.count, 1), alignment: 16)
    memory.copyMemory(from: source)
    return UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(memory)[..<source.count])
  }
}
