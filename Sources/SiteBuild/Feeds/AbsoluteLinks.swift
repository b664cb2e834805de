import ByteText

/// Copies HTML of the program's own making and completes the addresses in it that are relative.
struct AbsoluteLinks {
  private let base: PagePlan
  private let addresses: Addresses

  /// Links that stand on a page.
  init(base: PagePlan, _ addresses: Addresses) {
    self.base = base
    self.addresses = addresses
  }

  /// Appends the HTML.
  func append(_ html: UnsafeRawBufferPointer, to out: inout ByteBuffer) {
    var start = 0
    var index = 0
    while let end = endOfAttributeStart(in: html, from: index) {
      out.append(UnsafeRawBufferPointer(rebasing: html[start..<end]))
      (start, index) = (end, end)
      let address = UnsafeRawBufferPointer(rebasing: html[end...])
      if address.first == UInt8(ascii: "/"), address.dropFirst().first != UInt8(ascii: "/") {
        out.append(addresses.site.configuration.origin)
      } else if isRelative(address) {
        addresses.appendPermalink(of: base, to: &out)
      }
    }
    out.append(UnsafeRawBufferPointer(rebasing: html[start...]))
  }

  /// Where the value begins of the next ` href="` or ` src="` within a tag.
  private func endOfAttributeStart(in html: UnsafeRawBufferPointer, from start: Int) -> Int? {
    var index = start
    while let sign = html.offset(of: "=\"", from: index) {
      let name = UnsafeRawBufferPointer(rebasing: html[..<sign])
      if name.ends(with: " href") || name.ends(with: " src") { return sign + 2 }
      index = sign + 2
    }
    return nil
  }

  /// Whether an address has neither a scheme nor a host.
  private func isRelative(_ address: UnsafeRawBufferPointer) -> Bool {
    for byte in address {
      switch byte {
      case UInt8(ascii: ":"): return false
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "\""):
        return !address.starts(with: "//".utf8)
      default: continue
      }
    }
    return true
  }
}
