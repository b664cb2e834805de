/// Bytes that never change again, shared by any number of readers.
///
/// `@unchecked Sendable` holds by this invariant: the memory is written before `init` returns, is never written
/// afterwards, and is freed only in `deinit`, when no reader holds the object any more. It is the only type of the
/// program that needs the promise.
public final class FrozenBytes: @unchecked Sendable {
  /// The memory. It is valid for as long as this object is held.
  public let bytes: UnsafeRawBufferPointer

  /// Takes over a copy of what `buffer` holds, without the room it had left.
  public init(_ buffer: borrowing ByteBuffer) {
    bytes = buffer.span.withUnsafeBytes { FrozenBytes.copy(of: $0) }
  }

  /// Takes over the memory of a buffer, the room that it had left included.
  public init(taking buffer: consuming ByteBuffer) {
    bytes = buffer.takeStorage()
  }

  /// A copy of some bytes.
  public init(copying source: Span<UInt8>) {
    bytes = source.withUnsafeBytes { FrozenBytes.copy(of: $0) }
  }

  deinit { bytes.deallocate() }

  /// The bytes, as a safe view that lives no longer than this object.
  public var span: Span<UInt8> {
    @_lifetime(borrow self)
    borrowing get {
      let view = UnsafeBufferPointer(start: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), count: bytes.count)
      return _overrideLifetime(Span(_unsafeElements: view), borrowing: self)
    }
  }

  private static func copy(of source: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(source.count, 1), alignment: 16)
    memory.copyMemory(from: source)
    return UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(memory)[..<source.count])
  }
}
