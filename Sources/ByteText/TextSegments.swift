/// The segments of memory that references to texts are about.
extension [FrozenBytes] {
  /// The bytes of a text; nothing for the empty text, whatever its segment.
  @inlinable @_lifetime(borrow self)
  public func bytes(of text: TextRef) -> Span<UInt8> {
    guard !text.isEmpty else { return _overrideLifetime(Span(), borrowing: self) }
    let bytes = UnsafeRawBufferPointer(rebasing: self[Int(text.segment)].bytes[text.range])
    let view = UnsafeBufferPointer(start: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), count: bytes.count)
    return _overrideLifetime(Span(_unsafeElements: view), borrowing: self)
  }
}

extension TextRef {
  /// The bytes of the text in segments that an owner keeps.
  @inlinable @_lifetime(borrow owner)
  public func bytes(in segments: [FrozenBytes], keptBy owner: borrowing some AnyObject) -> Span<UInt8> {
    guard !isEmpty else { return _overrideLifetime(Span(), borrowing: owner) }
    let bytes = UnsafeRawBufferPointer(rebasing: segments[Int(segment)].bytes[range])
    let view = UnsafeBufferPointer(start: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), count: bytes.count)
    return _overrideLifetime(Span(_unsafeElements: view), borrowing: owner)
  }
}
