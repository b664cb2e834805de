internal import ByteText

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

private let systemWrite = write

/// The standard output and error streams of the program.
public enum StandardStream: Int32, Sendable {
  case output = 1
  case errors = 2

  /// Writes all bytes.
  public func write(_ bytes: Span<UInt8>) throws(FileError) {
    try bytes.withUnsafeBytes { bytes throws(FileError) in
      var done = 0
      while done < bytes.count {
        let count = systemWrite(rawValue, bytes.baseAddress.map { $0 + done }, bytes.count - done)
        if count < 0, errno == EINTR { continue }
        if count < 0 { throw FileError.last }
        done += count
      }
    }
  }
}
