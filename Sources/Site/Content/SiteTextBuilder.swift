import ByteText
import Papers

/// Collects the texts that the site adds to those of its records (slugs, titles from the configuration) in one more
/// segment after the store's.
final class SiteTextBuilder {
  private let store: PaperStore
  private var added = ByteBuffer(capacity: 1 << 16)

  /// A collection whose segment comes after a store's texts.
  init(store: PaperStore) { self.store = store }

  /// The number of the segment that is being filled.
  var segment: UInt16 { UInt16(store.segments.count) }

  /// Adds what `write` appends; it may read texts of this collection meanwhile.
  func add(_ write: (inout ByteBuffer) -> Void) -> TextRef {
    var text = ByteBuffer(capacity: 64)
    write(&text)
    let start = added.count
    added.append(text.span)
    return TextRef(segment: segment, offset: start, length: text.count)
  }

  /// Adds a string.
  func add(_ text: String) -> TextRef {
    text.isEmpty ? .empty : add { $0.append(text) }
  }

  /// The bytes of a text of the store or of this collection, valid until the next addition.
  @_lifetime(borrow self)
  func bytes(_ text: TextRef) -> Span<UInt8> {
    guard text.segment == segment else { return text.bytes(in: store.segments, keptBy: self) }
    return _overrideLifetime(added.span.extracting(text.range), borrowing: self)
  }

  /// A text as a string.
  func string(_ text: TextRef) -> String { String(bytes: bytes(text)) }

  /// All texts, for ever.
  func freeze() -> FrozenBytes { FrozenBytes(added) }
}
