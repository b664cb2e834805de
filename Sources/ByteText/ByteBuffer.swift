/// A growing run of UTF-8 bytes, owned by one writer.
///
/// It is what every renderer writes into. Appending a run is one bounds check and one `memcpy`; emptying it keeps
/// the memory, so a worker that reuses its buffer allocates nothing once the largest page has been seen.
///
/// ```swift
/// var out = ByteBuffer()
/// out.append("<p>")
/// out.append(escaping: "a < b")
/// out.append(decimal: 7, width: 2)
/// String(bytes: out.span)  // <p>a &lt; b07
/// ```
@frozen public struct ByteBuffer: ~Copyable {
  // Pointer and count apart: nothing has to be asked about a missing pointer with each byte.
  @usableFromInline var storage: UnsafeMutableRawPointer
  @usableFromInline var capacity: Int
  @usableFromInline var used: Int

  /// An empty buffer with room for `capacity` bytes before it has to grow.
  public init(capacity: Int = 256) {
    self.capacity = max(capacity, 16)
    storage = .allocate(byteCount: self.capacity, alignment: 1)
    used = 0
  }

  deinit { storage.deallocate() }

  /// The number of bytes written so far.
  @inlinable public var count: Int { used }

  /// Whether nothing has been written since the buffer was last emptied.
  @inlinable public var isEmpty: Bool { used == 0 }

  /// The bytes written so far, valid until the next mutation.
  @inlinable public var span: Span<UInt8> {
    @_lifetime(borrow self)
    borrowing get {
      let bytes = UnsafeBufferPointer(start: storage.assumingMemoryBound(to: UInt8.self), count: used)
      return _overrideLifetime(Span(_unsafeElements: bytes), borrowing: self)
    }
  }

  /// Calls `body` with the bytes written so far, which stay where they are until the next mutation.
  @inlinable public borrowing func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    body(UnsafeRawBufferPointer(start: storage, count: used))
  }

  /// Forgets what was written and keeps the memory.
  @inlinable public mutating func removeAll() { used = 0 }

  /// Shortens the buffer to its first `count` bytes; longer than it is, it stays as it is.
  @inlinable public mutating func truncate(to count: Int) { used = min(used, max(count, 0)) }

  /// Makes room for `extra` more bytes, so that the appends that follow don't have to grow.
  @inlinable public mutating func reserve(_ extra: Int) {
    if capacity &- used < extra { grow(by: extra) }
  }

  /// Ends the buffer and hands its memory over.
  consuming func takeStorage() -> UnsafeRawBufferPointer {
    let bytes = UnsafeRawBufferPointer(start: storage, count: used)
    discard self
    return bytes
  }

  @inline(never) @usableFromInline
  mutating func grow(by extra: Int) {
    capacity = max(capacity * 2, used + extra)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 1)
    larger.copyMemory(from: storage, byteCount: used)
    storage.deallocate()
    storage = larger
  }
}

extension ByteBuffer {
  /// Appends one byte.
  @inlinable public mutating func append(_ byte: UInt8) {
    reserve(1)
    storage.storeBytes(of: byte, toByteOffset: used, as: UInt8.self)
    used &+= 1
  }

  /// Appends a run of bytes.
  @inlinable public mutating func append(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBytes { append($0) }
  }

  /// Appends a run of bytes.
  @inlinable public mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard let source = bytes.baseAddress else { return }
    let count = bytes.count
    reserve(count)
    (storage + used).copyMemory(from: source, byteCount: count)
    used &+= count
  }

  /// Appends some of the bytes that the buffer already holds; a range beyond its end is cut.
  public mutating func appendCopy(of range: Range<Int>) {
    let range = range.clamped(to: 0..<used)
    reserve(range.count)
    append(UnsafeRawBufferPointer(start: storage + range.lowerBound, count: range.count))
  }

  /// Appends bytes that a closure writes: it gets room for `capacity` bytes and returns how many it has filled.
  @inlinable public mutating func append<Failure: Error>(
    capacity: Int, filling: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
  ) throws(Failure) {
    reserve(capacity)
    let filled = try filling(UnsafeMutableRawBufferPointer(start: storage + used, count: capacity))
    used &+= min(max(filled, 0), capacity)
  }

  /// Appends a literal.
  @inlinable @inline(__always) public mutating func append(_ literal: StaticString) {
    append(UnsafeRawBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  /// Appends a string's UTF-8.
  ///
  /// A literal would be taken for a string before it is taken for a literal, which costs several times as much.
  @_disfavoredOverload @inlinable public mutating func append(_ text: String) {
    append(text.utf8.span)
  }

  /// Appends a scalar's UTF-8; a literal of one character is none.
  @_disfavoredOverload public mutating func append(_ scalar: Unicode.Scalar) {
    for byte in scalar.utf8 { append(byte) }
  }

  /// Appends an integer in decimal.
  public mutating func append(decimal number: Int) {
    append(decimal: number, width: 1)
  }

  /// Appends an integer in decimal; one that is not negative is padded with zeros on the left to `width` digits.
  public mutating func append(decimal number: Int, width: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    let magnitude = number.magnitude
    let digits = number < 0 ? Self.digits(of: magnitude) : max(Self.digits(of: magnitude), width)
    append(capacity: digits) { target in
      var rest = magnitude
      var place = digits
      while place > 0 {
        place &-= 1
        target[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      return digits
    }
  }

  /// Appends a number below 100 as two digits.
  @inlinable public mutating func append(twoDigits number: Int) {
    append(capacity: 2) { text in
      text.store(twoDigits: number, at: 0)
      return 2
    }
  }

  private static func digits(of magnitude: UInt) -> Int {
    var (digits, rest) = (1, magnitude / 10)
    while rest > 0 {
      digits &+= 1
      rest /= 10
    }
    return digits
  }
}

extension UnsafeMutableRawBufferPointer {
  /// Stores a number below 100 as two digits.
  @inlinable public func store(twoDigits number: Int, at place: Int) {
    let number = UInt8(truncatingIfNeeded: number)
    let tens = number / 10
    self[place] = UInt8(ascii: "0") &+ tens
    self[place &+ 1] = UInt8(ascii: "0") &+ (number &- tens &* 10)
  }
}

extension String {
  /// The text of UTF-8 bytes; what is not valid UTF-8 becomes U+FFFD.
  public init(bytes: Span<UInt8>) {
    self = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
