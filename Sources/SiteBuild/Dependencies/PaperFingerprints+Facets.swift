import ByteText
import Papers

extension PaperFingerprints {
  /// One hash of some of the aspects, whose bits are those of the groups of fields.
  func hash(of facets: Facets) -> UInt64 { hash(of: FieldGroups(rawValue: facets.rawValue)) }
}

extension Fingerprint {
  /// Adds a run of bytes.
  mutating func combine(_ bytes: UnsafeRawBufferPointer) {
    bytes.withMemoryRebound(to: UInt8.self) { combine($0.span) }
  }
}
