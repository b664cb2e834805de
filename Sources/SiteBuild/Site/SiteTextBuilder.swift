import ByteText
import Papers

/// Collects the texts that the site adds to those of its records (slugs, titles from the configuration) in one more
/// segment behind the store's.
final class SiteTextBuilder {
  private let store: PaperStore
  private var added = ByteBuffer(capacity: 1 << 16)

  /// A collection behind a store's texts.
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
  func bytes(_ text: TextRef) -> UnsafeRawBufferPointer {
    guard text.segment == segment else { return store.bytes(text) }
    return added.withUnsafeBytes { UnsafeRawBufferPointer(rebasing: $0[text.range]) }
  }

  /// A text as a string.
  func string(_ text: TextRef) -> String { String(decoding: bytes(text), as: UTF8.self) }

  /// All texts, for ever.
  func freeze() -> FrozenBytes { FrozenBytes(added) }
}
