#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension Span<UInt8> {
  /// The offset of the first line break from an offset on; nil where there is none.
  public func lineBreak(from start: Int) -> Int? {
    precondition(start >= 0)
    guard start < count else { return nil }
    return withUnsafeBytes { bytes in
      bytes.baseAddress.flatMap { base in
        memchr(base + start, 0x0A, bytes.count - start).map { UnsafeRawPointer($0) - base }
      }
    }
  }
}
