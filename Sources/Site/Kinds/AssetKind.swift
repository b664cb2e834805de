import ByteText

/// The static files of the theme, which pages ask for by name. They are copied and have no page.
struct AssetKind: KindDefinition {
  let name = "asset"
  let templates: [String] = []

  func count(in site: SiteData) -> Int { site.assets.names.count }

  func identity(of index: Int, in values: DependencyValues) -> UInt64 {
    Fingerprint(of: values.site.assets.names[index].utf8.span).value
  }

  func index(of identity: UInt64, in values: DependencyValues) -> Int? { values.assetIndex[identity].map(Int.init) }

  func value(of aspects: UInt16, at index: Int, in values: DependencyValues) -> UInt64 {
    Fingerprint(of: values.site.assets.paths[index].utf8.span).value
  }

  func isWritten(_ configuration: SiteConfiguration) -> Bool { false }

  func appendTitle(of index: Int, in site: SiteData, to out: inout ByteBuffer) {}
}
