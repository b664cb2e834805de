internal import ByteText

/// The name of a file or folder, or a path of several names, closed by a zero byte for the system.
public struct PathName: ~Copyable {
  private var bytes: ByteBuffer

  /// The name that these bytes spell.
  public init(_ name: Span<UInt8>) {
    bytes = ByteBuffer(capacity: name.count + 1)
    respell(name)
  }

  /// The name of a string.
  public init(_ name: String) { self.init(name.utf8.span) }

  /// Spells another name in the same memory.
  public mutating func respell(_ name: Span<UInt8>) {
    bytes.removeAll()
    bytes.append(name)
    bytes.append(0)
  }

  /// The number of bytes.
  public var count: Int { bytes.count - 1 }

  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    bytes.span.withUnsafeBytes { raw in
      raw.withMemoryRebound(to: CChar.self) { buffer in
        guard let start = buffer.baseAddress else { return "".withCString(body) }
        return body(start)
      }
    }
  }
}

// MARK: - Paths as bytes

extension Span<UInt8> {
  /// What follows the last slash.
  public var lastComponent: Span<UInt8> {
    @_lifetime(copy self)
    get {
      var start = count
      while start > 0, self[start - 1] != UInt8(ascii: "/") { start -= 1 }
      return extracting(start..<count)
    }
  }

  /// How many bytes, up to a slash and with it, two paths begin with alike.
  public func sharedFolders(with other: Span<UInt8>) -> Int {
    var end = 0
    for index in 0..<Swift.min(count, other.count) {
      guard self[index] == other[index] else { return end }
      if self[index] == UInt8(ascii: "/") { end = index + 1 }
    }
    return end
  }

  /// Whether the bytes can be the name of something in a folder.
  public var isName: Bool {
    !isEmpty && !isEqual(to: ".".utf8.span) && !isEqual(to: "..".utf8.span)
  }

  /// Whether a path lies in a folder, at any depth.
  public func isBelow(_ folder: Span<UInt8>) -> Bool {
    count > folder.count && self[folder.count] == UInt8(ascii: "/")
      && extracting(0..<folder.count).isEqual(to: folder)
  }
}
