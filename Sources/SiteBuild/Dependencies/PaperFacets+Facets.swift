import ByteText
import Papers

extension PaperFacets {
  /// One hash of some of the aspects.
  func hash(of facets: Facets) -> UInt64 {
    var hash = Fingerprint()
    if facets.contains(.title) { hash.combine(title) }
    if facets.contains(.abstract) { hash.combine(abstract) }
    if facets.contains(.summary) { hash.combine(summary) }
    if facets.contains(.byline) { hash.combine(byline) }
    if facets.contains(.dates) { hash.combine(dates) }
    if facets.contains(.counts) { hash.combine(counts) }
    if facets.contains(.links) { hash.combine(links) }
    if facets.contains(.tags) { hash.combine(tags) }
    if facets.contains(.details) { hash.combine(details) }
    return hash.value
  }
}

extension Fingerprint {
  /// Adds a run of bytes.
  mutating func combine(_ bytes: UnsafeRawBufferPointer) {
    bytes.withMemoryRebound(to: UInt8.self) { combine($0.span) }
  }
}
