#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Comparing texts, and finding literals and bytes in them.
///
/// ```swift
/// let text = " arXiv:2401.00010 ".utf8.span.trimmingSpaces
/// text.begins(with: "arXiv:")  // true
/// text.offset(of: "2401")  // 6
/// text.firstIndex(of: UInt8(ascii: "."))  // 10
/// ```
extension Span<UInt8> {
  /// Whether two texts have the same bytes.
  public func isEqual(to other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    return withUnsafeBytes { bytes in
      other.withUnsafeBytes { others in
        var index = 0
        while index &+ 8 <= bytes.count {
          let left = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          guard left == others.loadUnaligned(fromByteOffset: index, as: UInt64.self) else { return false }
          index &+= 8
        }
        while index < bytes.count, bytes[index] == others[index] { index &+= 1 }
        return index == bytes.count
      }
    }
  }

  /// Whether the text is a literal.
  @inlinable public func isEqual(to literal: StaticString) -> Bool {
    count == literal.utf8CodeUnitCount && hasBytes(of: literal, at: 0)
  }

  /// Whether the text begins with a literal.
  @inlinable public func begins(with literal: StaticString) -> Bool {
    count >= literal.utf8CodeUnitCount && hasBytes(of: literal, at: 0)
  }

  /// Whether the text ends with a literal.
  @inlinable public func ends(with literal: StaticString) -> Bool {
    count >= literal.utf8CodeUnitCount && hasBytes(of: literal, at: count &- literal.utf8CodeUnitCount)
  }

  /// Whether the text begins with another one.
  public func begins(with other: Span<UInt8>) -> Bool {
    count >= other.count && extracting(..<other.count).isEqual(to: other)
  }

  /// Whether the text ends with another one.
  public func ends(with other: Span<UInt8>) -> Bool {
    count >= other.count && extracting((count &- other.count)...).isEqual(to: other)
  }

  /// Whether a literal is somewhere in the text.
  public func contains(_ literal: StaticString) -> Bool { offset(of: literal) != nil }

  /// Where a literal begins for the first time from an offset on, or nil where it isn't found. An empty literal is
  /// found at once.
  public func offset(of literal: StaticString, from start: Int = 0) -> Int? {
    let last = count - literal.utf8CodeUnitCount
    guard start >= 0, start <= last else { return nil }
    guard literal.utf8CodeUnitCount > 0 else { return start }
    var index = start
    while index <= last, let found = firstIndex(of: literal.utf8Start[0], from: index), found <= last {
      if hasBytes(of: literal, at: found) { return found }
      index = found + 1
    }
    return nil
  }

  /// The index of the first such byte from an offset on, or nil where there is none.
  public func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
    guard start >= 0, start < count else { return nil }
    return withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, let found = memchr(base + start, Int32(byte), bytes.count - start) else {
        return nil
      }
      return base.distance(to: found)
    }
  }

  /// The index of the last such byte, or nil where there is none.
  public func lastIndex(of byte: UInt8) -> Int? {
    var index = count
    while index > 0 {
      index &-= 1
      if self[index] == byte { return index }
    }
    return nil
  }

  /// The text without the ASCII spaces, tabs and line breaks at its ends.
  public var trimmingSpaces: Span<UInt8> {
    @_lifetime(copy self) get {
      var (start, end) = (0, count)
      while start < end, ASCII.isSpace(self[start]) { start &+= 1 }
      while end > start, ASCII.isSpace(self[end &- 1]) { end &-= 1 }
      return extracting(start..<end)
    }
  }

  /// Whether the bytes from an index on, of which there must be enough, are those of a literal.
  @inlinable @inline(__always) func hasBytes(of literal: StaticString, at index: Int) -> Bool {
    guard literal.utf8CodeUnitCount > 0 else { return true }
    // Most texts differ in the first byte, which is sooner seen than asked for.
    return self[index] == literal.utf8Start[0] && hasRest(of: literal, at: index)
  }

  @usableFromInline func hasRest(of literal: StaticString, at index: Int) -> Bool {
    withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return false }
      return memcmp(base + index, literal.utf8Start, literal.utf8CodeUnitCount) == 0
    }
  }
}
