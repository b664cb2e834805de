#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Looks for texts in texts.
enum TextSearch {
  /// The offset of the first occurrence from a start, or nil.
  static func find(
    _ needle: UnsafeRawBufferPointer, in bytes: UnsafeRawBufferPointer, from start: Int = 0
  ) -> Int? {
    guard start <= bytes.count else { return nil }
    guard let first = needle.baseAddress, needle.count > 0 else { return start }
    guard let base = bytes.baseAddress, bytes.count - start >= needle.count else { return nil }
    guard needle.count <= 8 else { return findLong(needle, in: bytes, from: start) }
    var position = start
    while position + needle.count <= bytes.count {
      let left = bytes.count - needle.count + 1 - position
      guard let found = memchr(base + position, Int32(needle[0]), left) else { return nil }
      position = UnsafeRawPointer(found) - base
      if memcmp(base + position, first, needle.count) == 0 { return position }
      position += 1
    }
    return nil
  }

  /// Compares a hash of every part with the needle's, so that the work stays linear whatever the texts are.
  private static func findLong(
    _ needle: UnsafeRawBufferPointer, in bytes: UnsafeRawBufferPointer, from start: Int
  ) -> Int? {
    let base: UInt64 = 0x9e37_79b9_7f4a_7c15
    var (wanted, hash, power): (UInt64, UInt64, UInt64) = (0, 0, 1)
    for index in 0..<needle.count {
      wanted = wanted &* base &+ UInt64(needle[index])
      hash = hash &* base &+ UInt64(bytes[start + index])
      if index > 0 { power = power &* base }
    }
    var position = start
    while true {
      if hash == wanted, matches(needle, in: bytes, at: position) { return position }
      guard position + needle.count < bytes.count else { return nil }
      hash = (hash &- UInt64(bytes[position]) &* power) &* base &+ UInt64(bytes[position + needle.count])
      position += 1
    }
  }

  /// The offset of the last occurrence that ends not after `end`, or nil.
  static func findLast(_ needle: UnsafeRawBufferPointer, in bytes: UnsafeRawBufferPointer, before end: Int) -> Int? {
    var start = end - needle.count
    while start >= 0 {
      if matches(needle, in: bytes, at: start) { return start }
      start -= 1
    }
    return nil
  }

  /// Whether a text is at an offset.
  static func matches(_ needle: UnsafeRawBufferPointer, in bytes: UnsafeRawBufferPointer, at start: Int) -> Bool {
    guard start >= 0, start + needle.count <= bytes.count else { return false }
    guard let first = needle.baseAddress, let base = bytes.baseAddress else { return true }
    return memcmp(base + start, first, needle.count) == 0
  }
}
