import ByteText
import Site

/// Copies HTML of the program's own making and completes the addresses in it that are relative.
struct AbsoluteLinks {
  private let base: OutputPlan
  private let view: SiteView

  /// Links that are on a page.
  init(base: OutputPlan, in view: SiteView) {
    self.base = base
    self.view = view
  }

  /// Appends the HTML.
  func append(_ html: Span<UInt8>, to out: inout ByteBuffer) {
    var start = 0
    var index = 0
    while let end = endOfAttributeStart(in: html, from: index) {
      out.append(html.extracting(start..<end))
      (start, index) = (end, end)
      let address = html.extracting(end..<html.count)
      if address.begins(with: "/"), !address.begins(with: "//") {
        out.append(view.configuration.origin)
      } else if isRelative(address) {
        view.addresses.appendPermalink(of: base, to: &out)
      }
    }
    out.append(html.extracting(start..<html.count))
  }

  /// Where the value begins of the next ` href="` or ` src="` within a tag.
  private func endOfAttributeStart(in html: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    while let sign = html.offset(of: "=\"", from: index) {
      let name = html.extracting(0..<sign)
      if name.ends(with: " href") || name.ends(with: " src") { return sign + 2 }
      index = sign + 2
    }
    return nil
  }

  /// Whether an address has neither a scheme nor a host.
  private func isRelative(_ address: Span<UInt8>) -> Bool {
    for index in address.indices {
      switch address[index] {
      case UInt8(ascii: ":"): return false
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "\""):
        return !address.begins(with: "//")
      default: continue
      }
    }
    return true
  }
}
