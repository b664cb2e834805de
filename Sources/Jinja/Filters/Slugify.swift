import ByteText

extension Scratch {
  /// The text as the last part of an address, as the addresses of pages have it.
  mutating func slugify(_ value: Value) throws(TemplateFailure) -> Value {
    try transform(try softText(value), safe: false) { bytes, out in
      bytes.withMemoryRebound(to: UInt8.self) { Slug.write($0.span, into: &out) }
    }
  }
}
