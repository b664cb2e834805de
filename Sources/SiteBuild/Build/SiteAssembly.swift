import ByteText

/// The content of a site, put together, before it is known which pages there are.
struct SiteAssembly: Sendable {
  /// The content.
  let site: Site
  /// The names of static files with their hashes.
  let assets: AssetTable
  /// What is wrong or odd.
  let diagnostics: [Diagnostic]

  /// Puts together what was loaded.
  init(_ sources: SiteSources) async {
    var assembler = SiteAssembler(
      configuration: sources.configuration, store: sources.store, definitions: sources.definitions,
      freePages: sources.freePages)
    site = await assembler.assemble()
    assets = AssetTable(sources.theme.staticFiles)
    diagnostics = assembler.diagnostics
  }
}
