import ByteText

/// The free pages: the Markdown files of content/pages.
struct FreePageKind: KindDefinition {
  let name = "page"

  func count(in site: SiteData) -> Int { site.pages.count }

  func identity(of index: Int, in values: DependencyValues) -> UInt64 {
    Fingerprint(of: values.site.pages[index].path.utf8.span).value
  }

  func index(of identity: UInt64, in values: DependencyValues) -> Int? {
    values.site.pages.firstIndex { Fingerprint(of: $0.path.utf8.span).value == identity }
  }

  func value(of aspects: UInt16, at index: Int, in values: DependencyValues) -> UInt64 {
    let (page, aspects) = (values.site.pages[index], FreePageAspects(rawValue: aspects))
    var hash = Fingerprint()
    if aspects.contains(.heading) {
      for text in [page.title, page.description, page.path] { hash.combine(text) }
      hash.combine(UInt64(bitPattern: Int64(page.weight)))
      hash.combine(page.isInMenu ? 1 : 0)
    }
    if aspects.contains(.content) {
      hash.combine(values.site.bytes(page.content))
      hash.combine(values.site.bytes(page.markdown))
    }
    return hash.value
  }

  func label(of index: Int, in site: SiteData) -> String { site.pages[index].path }

  func appendPath(of index: Int, in site: SiteData, to out: inout ByteBuffer) { out.append(site.pages[index].path) }

  func appendTitle(of index: Int, in site: SiteData, to out: inout ByteBuffer) { out.append(site.pages[index].title) }

  var titleAspects: UInt16 { FreePageAspects.heading.rawValue }

  func appendDescription(of index: Int, in site: SiteData, to out: inout ByteBuffer) {
    out.append(site.pages[index].description)
  }

  var descriptionAspects: UInt16 { FreePageAspects.heading.rawValue }

  func source(of index: Int, in site: SiteData) -> ContentPlace { ContentPlace(path: site.pages[index].source) }

  func hasTwin(_ markdown: Outputs.Markdown) -> Bool { markdown.pages }
}
