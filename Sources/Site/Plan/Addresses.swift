public import ByteText
import Papers

/// Knows the address of every page: where its file is written and what links to it say.
///
/// An address is made of what a thing is called in every build, so reading one is not noted: a paper with another id is
/// another paper.
public struct Addresses: Sendable {
  let site: SiteData

  /// The addresses of a site.
  public init(of site: SiteData) { self.site = site }

  /// Appends the path of a page's file, relative to the output folder.
  public func appendFile(of page: OutputPlan, to out: inout ByteBuffer) {
    site.formats[page.format].appendPath(of: page, in: self, to: &out)
  }

  /// Appends the address of a page below the site's root: no leading slash, a trailing one.
  public func appendPath(of page: OutputPlan, to out: inout ByteBuffer) {
    site.kinds[page.kind].appendPath(of: Int(page.subject), in: site, to: &out)
    if page.number > 0, page.format == .html || site.formats[page.format].isPaginated {
      out.append("page/")
      out.append(decimal: Int(page.number))
      out.append("/")
    }
  }

  /// Appends the address of a page without its first folder and without slashes at its ends: a paper's id, a day's date.
  public func appendName(of page: OutputPlan, to out: inout ByteBuffer) {
    var path = ByteBuffer(capacity: 128)
    site.kinds[page.kind].appendPath(of: Int(page.subject), in: site, to: &path)
    let end = max(path.count - 1, 0)
    let slash = path.span.firstIndex(of: UInt8(ascii: "/"), from: 0) ?? end
    out.append(path.span.extracting(min(slash + 1, end)..<end))
  }

  /// The name of the files of a format in the folder of their page.
  public func fileName(of format: OutputFormat) -> StaticString { site.formats[format].fileName }

  /// Appends what an explanation calls the thing that an output is about: the name of a segment or of a sitemap.
  public func appendLabel(of page: OutputPlan, to out: inout ByteBuffer) {
    out.append(site.kinds[page.kind].label(of: Int(page.subject), in: site))
  }

  /// Appends the address of a page with scheme and host, percent-encoded.
  public func appendPermalink(of page: OutputPlan, to out: inout ByteBuffer) {
    appendAbsolute(to: &out) { appendPath(of: page, to: &$0) }
  }

  /// Appends the address of a file with scheme and host, percent-encoded.
  public func appendFileLink(of page: OutputPlan, to out: inout ByteBuffer) {
    appendAbsolute(to: &out) { appendFile(of: page, to: &$0) }
  }

  /// Appends what has to be before an address of a record so that it has scheme and host, as a browser completes it on
  /// a page; nothing where it has them.
  public func appendBase(ofFile address: Span<UInt8>, on page: OutputPlan, to out: inout ByteBuffer) {
    if address.count > 0, address[0] == UInt8(ascii: "/") { return out.append(site.configuration.origin) }
    if WebAddress.kind(of: address) != .absolute { appendPermalink(of: page, to: &out) }
  }

  /// Appends the base URL and the percent-encoded path that a closure writes.
  private func appendAbsolute(to out: inout ByteBuffer, _ path: (inout ByteBuffer) -> Void) {
    out.append(site.configuration.baseURL)
    let start = out.count
    path(&out)
    guard ByteRuns.endOfPath(in: out.span, from: start) < out.count else { return }
    var encoded = ByteBuffer()
    encoded.append(percentEncodingPath: out.span.extracting(start..<out.count))
    out.truncate(to: start)
    out.append(encoded.span)
  }
}
