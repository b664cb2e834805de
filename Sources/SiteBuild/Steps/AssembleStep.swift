import ByteText
import Exports
import Rendering
import Search
import Site

/// The third step: puts together what was loaded, groups and orders it, before it is known which outputs there are.
struct AssembleStep: Sendable {
  let loaded: LoadedSite

  /// Puts the site together.
  func run() async -> AssembledSite {
    let assets = AssetTable(loaded.theme.staticFiles)
    var assembler = SiteAssembler(
      configuration: loaded.configuration, formats: FormatTable(ExportFormats.all + SearchFormats.all),
      store: loaded.store, definitions: loaded.definitions, freePages: loaded.freePages,
      assets: assets)
    var diagnostics: [Diagnostic] = []
    let selector = Self.selector(loaded.configuration, &diagnostics)
    let site = await assembler.assemble { listing, site in
      selector?.papers(of: listing, in: site, &diagnostics) ?? []
    }
    return AssembledSite(
      site: site, assets: assets, termDiagnostics: assembler.diagnostics, listingDiagnostics: diagnostics)
  }

  private static func selector(
    _ configuration: SiteConfiguration, _ diagnostics: inout [Diagnostic]
  ) -> ListingSelector? {
    guard !configuration.listings.isEmpty else { return nil }
    do throws(Diagnostics) { return try ListingSelector(configuration) } catch {
      diagnostics += error.list
      return nil
    }
  }
}

/// The content of a site, put together.
struct AssembledSite: Sendable {
  /// The content.
  let site: SiteData
  /// The static files of the theme by their names.
  let assets: AssetTable
  /// What is wrong or odd with tags and other terms.
  let termDiagnostics: [Diagnostic]
  /// What is wrong with the listings of site.yml.
  let listingDiagnostics: [Diagnostic]
}
