internal import ByteText

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An open file, closed at the end of its life.
struct ReadableFile: ~Copyable {
  private let descriptor: Int32

  /// Why a file can't be read, in the words of the system.
  struct Failure: Error {
    let message: String

    init() { message = String(cString: strerror(errno)) }

    init(_ message: String) { self.message = message }
  }

  /// Opens a file; nothing else, as a pipe, whose bytes might never come.
  ///
  /// - Parameter limit: the most bytes that it may have.
  init(path: String, upTo limit: Int = .max) throws(Failure) {
    descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    if descriptor < 0 { throw Failure() }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Failure() }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= limit else {
      throw Failure("it is no file, or too large")
    }
  }

  deinit { close(descriptor) }

  /// The size in bytes.
  func size() throws(Failure) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Failure() }
    return Int(status.st_size)
  }

  /// Appends the bytes of a range, fewer where the file ends before.
  func read(_ range: Range<Int>, into buffer: inout ByteBuffer) throws(Failure) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let before = buffer.count
      try buffer.append(capacity: range.upperBound - offset) { (room) throws(Failure) in
        try fill(room, from: offset)
      }
      if buffer.count == before { return }
      offset += buffer.count - before
    }
  }

  private func fill(_ room: UnsafeMutableRawBufferPointer, from offset: Int) throws(Failure) -> Int {
    while true {
      let count = pread(descriptor, room.baseAddress, room.count, off_t(offset))
      if count >= 0 { return count }
      if errno != EINTR { throw Failure() }
    }
  }

  /// The content of a file, or the first `limit` bytes of it.
  static func content(of path: String, limit: Int = .max) throws(Failure) -> FrozenBytes {
    let file = try ReadableFile(path: path)
    let size = min(try file.size(), limit)
    var buffer = ByteBuffer(capacity: size)
    try file.read(0..<size, into: &buffer)
    return FrozenBytes(taking: buffer)
  }
}
