import ByteText
import Papers

/// What search engines and previews show below a page's title, as plain text.
struct PageDescriptions {
  /// The most bytes of an abstract's beginning.
  private static let limit = 200

  private let site: Site

  /// The descriptions of a site's pages.
  init(of site: Site) { self.site = site }

  /// Appends the description of a page; nothing where it has none.
  func append(of page: PagePlan, to out: inout ByteBuffer) {
    let index = Int(page.subject)
    switch page.kind {
    case .paper: append(site.store.papers[index], to: &out)
    case .tag: out.append(site.bytes(site.tags.terms[index].description))
    case .author: out.append(site.bytes(site.authors.terms[index].description))
    case .organization: out.append(site.bytes(site.organizations.terms[index].description))
    case .page: out.append(site.pages[index].description)
    case .home: out.append(site.configuration.description)
    default: break
    }
  }

  /// The summary, or the beginning of the abstract up to a word's end; some scripts have no spaces between words.
  private func append(_ paper: Paper, to out: inout ByteBuffer) {
    guard paper.summary.plain.isEmpty else { return out.append(site.bytes(paper.summary.plain)) }
    let bytes = site.bytes(paper.abstract.plain)
    guard bytes.count > Self.limit else { return out.append(bytes) }
    let end = bytes[..<Self.limit].lastIndex(of: UInt8(ascii: " ")) ?? bytes.startOfCharacter(at: Self.limit)
    out.append(UnsafeRawBufferPointer(rebasing: bytes[..<end]))
    out.append("…")
  }
}

extension UnsafeRawBufferPointer {
  /// Where the character of UTF-8 begins that a byte is of.
  fileprivate func startOfCharacter(at index: Int) -> Int {
    var start = index
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }
}
