import ByteText
import Papers

extension Addresses {
  /// Appends the address of a page with scheme and host, percent-encoded.
  func appendPermalink(of page: PagePlan, to out: inout ByteBuffer) {
    appendAbsolute(to: &out) { appendPath(of: page, to: &$0) }
  }

  /// Appends the address of a file with scheme and host, percent-encoded.
  func appendFileLink(of page: PagePlan, to out: inout ByteBuffer) {
    appendAbsolute(to: &out) { appendFile(of: page, to: &$0) }
  }

  /// Appends what stands before an address of a record so that it has scheme and host, as a browser completes it on a
  /// page; nothing where it has them.
  func appendBase(ofFile address: UnsafeRawBufferPointer, on page: PagePlan, to out: inout ByteBuffer) {
    if address.first == UInt8(ascii: "/") { return out.append(site.configuration.origin) }
    let isWhole = WebAddress.kind(of: address.bindMemory(to: UInt8.self).span) == .absolute
    if !isWhole { appendPermalink(of: page, to: &out) }
  }

  /// Appends the base URL and the percent-encoded path that a closure writes.
  private func appendAbsolute(to out: inout ByteBuffer, _ path: (inout ByteBuffer) -> Void) {
    out.append(site.configuration.baseURL)
    let start = out.count
    path(&out)
    guard out.withUnsafeBytes({ ByteRuns.endOfPath(in: $0, from: start) }) < out.count else { return }
    var encoded = ByteBuffer()
    out.withUnsafeBytes { encoded.append(percentEncodingPath: UnsafeRawBufferPointer(rebasing: $0[start...])) }
    out.truncate(to: start)
    out.append(encoded.span)
  }

  /// `tags/cs-cl/rss.xml`, and for an archive `tags/cs-cl/rss/3.xml`.
  func appendFeed(_ page: PagePlan, to out: inout ByteBuffer) {
    appendPath(of: page, to: &out)
    guard page.number > 0 else { return out.append(page.format.fileName) }
    out.append(page.format == .rss ? "rss/" : page.format == .atom ? "atom/" : "feed/")
    out.append(decimal: Int(page.number))
    out.append(page.format == .jsonFeed ? ".json" : ".xml")
  }

  /// `api/papers/2212.10559.json`, `api/daily_papers/2026-01-07.json`, `api/papers/2026-01.jsonl`.
  func appendAPI(_ page: PagePlan, to out: inout ByteBuffer) {
    let index = Int(page.subject)
    switch (page.format, page.kind) {
    case (.record, .paper):
      out.append("api/papers/")
      out.append(site.bytes(site.store.papers[index].id))
      out.append(".json")
    case (.record, .day):
      out.append("api/daily_papers/")
      site.calendar.days[index].day.write(into: &out)
      out.append(".json")
    case (.record, _): out.append("api/daily_papers/latest.json")
    case (.jsonLines, .month):
      out.append("api/papers/")
      site.calendar.months[index].start.month.write(into: &out)
      out.append(".jsonl")
    default:
      out.append("api/")
      out.append(page.format.fileName)
    }
  }

  /// `sitemap/papers-2026.xml`, and where it has several parts `sitemap/papers-2026-2.xml`.
  func appendSitemap(_ page: PagePlan, to out: inout ByteBuffer) {
    out.append("sitemap/")
    switch page.kind {
    case .year:
      out.append("papers-")
      site.calendar.years[Int(page.subject)].start.writeYear(into: &out)
    case .tag: out.append("tags")
    case .author: out.append("authors")
    case .organization: out.append("orgs")
    default: out.append("pages")
    }
    if page.number > 1 {
      out.append("-")
      out.append(decimal: Int(page.number))
    }
    out.append(".xml")
  }
}
