#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Comparing and searching for literals.
extension UnsafeRawBufferPointer {
  /// Whether the bytes are those of a literal.
  func isEqual(to literal: StaticString) -> Bool {
    guard count == literal.utf8CodeUnitCount, let base = baseAddress, count > 0 else {
      return count == literal.utf8CodeUnitCount
    }
    // Most others differ in their first byte, which is sooner seen than asked for.
    return self[0] == literal.utf8Start[0] && memcmp(base, literal.utf8Start, count) == 0
  }

  /// Whether two runs hold the same bytes.
  func isEqual(to other: UnsafeRawBufferPointer) -> Bool {
    guard count == other.count, let left = baseAddress, let right = other.baseAddress else {
      return count == other.count
    }
    return memcmp(left, right, count) == 0
  }

  /// Whether the bytes begin with those of a literal.
  func begins(with literal: StaticString) -> Bool {
    count >= literal.utf8CodeUnitCount
      && UnsafeRawBufferPointer(rebasing: self[..<literal.utf8CodeUnitCount]).isEqual(to: literal)
  }

  /// Whether the bytes end with those of a literal.
  func ends(with literal: StaticString) -> Bool {
    count >= literal.utf8CodeUnitCount
      && UnsafeRawBufferPointer(rebasing: self[(count - literal.utf8CodeUnitCount)...]).isEqual(to: literal)
  }

  /// Whether a literal stands somewhere in the bytes.
  func contains(_ literal: StaticString) -> Bool { offset(of: literal) != nil }

  /// Where a literal, which must not be empty, stands for the first time from an offset on, or nil.
  func offset(of literal: StaticString, from start: Int = 0) -> Int? {
    guard let base = baseAddress else { return nil }
    var index = start
    while index + literal.utf8CodeUnitCount <= count {
      guard let found = memchr(base + index, Int32(literal.utf8Start[0]), count - index) else { return nil }
      index = base.distance(to: found)
      if UnsafeRawBufferPointer(rebasing: self[index...]).begins(with: literal) { return index }
      index += 1
    }
    return nil
  }
}
