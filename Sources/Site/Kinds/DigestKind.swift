import ByteText

/// The feed with an entry for each day, which has no page: `/digest/rss.xml`.
struct DigestKind: KindDefinition {
  let name = "digest"
  let templates: [String] = []

  func isWritten(_ configuration: SiteConfiguration) -> Bool { false }

  func appendTitle(of index: Int, in site: SiteData, to out: inout ByteBuffer) { out.append("Digest") }

  let canHaveFeed = true
  let feedNeedsPage = false
  func hasTwin(_ markdown: Outputs.Markdown) -> Bool { false }
}
