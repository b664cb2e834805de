public import ByteText

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

// Inside the type, its own methods hide the system's functions.
private let systemRead = read
private let systemWrite = write

extension FileDescriptor {
  /// Writes all bytes at the current position.
  public func write(_ bytes: Span<UInt8>) throws(FileError) {
    try bytes.withUnsafeBytes { bytes throws(FileError) in try write(bytes) }
  }

  /// Writes all bytes at the current position.
  public func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    var rest = bytes
    while !rest.isEmpty {
      let done = systemWrite(number, rest.baseAddress, rest.count)
      if done < 0 {
        if errno == EINTR { continue }
        throw FileError.last
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[done...])
    }
  }

  /// Writes some runs of bytes one after the other.
  public func write(all pieces: [UnsafeRawBufferPointer]) throws(FileError) {
    for piece in pieces { try write(piece) }
  }

  /// Writes all bytes from an offset on.
  public func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(FileError) {
    var done = 0
    while done < bytes.count {
      let count = pwrite(number, bytes.baseAddress.map { $0 + done }, bytes.count - done, off_t(offset + done))
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw FileError.last }
      done += count
    }
  }

  /// Cuts the file to a length.
  public func truncate(to length: Int) throws(FileError) { try ftruncate(number, off_t(length)).orFileError() }

  /// Appends the whole rest of the file to a buffer.
  ///
  /// - Parameter limit: nothing is read of a file that has more bytes when it is asked for its size, and of one that
  ///   grows meanwhile little more than these.
  public func read(into buffer: inout ByteBuffer, upTo limit: Int = .max) throws(FileError) {
    let start = buffer.count
    var wanted = max(try status().size + 1, 4096)
    while buffer.count - start <= limit {
      let before = buffer.count
      try appendSome(wanted, to: &buffer)
      if buffer.count == before { return }
      wanted = 64 * 1024
    }
  }

  private func appendSome(_ wanted: Int, to buffer: inout ByteBuffer) throws(FileError) {
    try buffer.append(capacity: wanted) { (memory) throws(FileError) in
      while true {
        let count = systemRead(number, memory.baseAddress, memory.count)
        if count >= 0 { return count }
        if errno != EINTR { throw FileError.last }
      }
    }
  }

  /// Appends the bytes of a range of the file to a buffer, fewer where the file ends before.
  public func read(_ range: Range<Int>, into buffer: inout ByteBuffer) throws(FileError) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let before = buffer.count
      try buffer.append(capacity: range.upperBound - offset) { (room) throws(FileError) in
        try fill(room, from: offset)
      }
      if buffer.count == before { return }
      offset += buffer.count - before
    }
  }

  private func fill(_ room: UnsafeMutableRawBufferPointer, from offset: Int) throws(FileError) -> Int {
    while true {
      let count = pread(number, room.baseAddress, room.count, off_t(offset))
      if count >= 0 { return count }
      if errno != EINTR { throw FileError.last }
    }
  }
}
