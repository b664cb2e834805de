import ByteText

/// The calendar of everything: `/archive/`.
struct ArchiveKind: KindDefinition {
  let name = "archive"

  func isWritten(_ configuration: SiteConfiguration) -> Bool { configuration.outputs.archive }

  func appendTitle(of index: Int, in site: SiteData, to out: inout ByteBuffer) { out.append("Archive") }
}
