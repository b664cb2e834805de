import ByteText

extension Addresses {
  /// `search/index.json`, `search/2024/terms/17.bin`, `search/2024/papers/3.json`.
  func appendSearchFile(_ page: PagePlan, to out: inout ByteBuffer) {
    out.append("search/")
    guard page.format != .searchIndex else { return out.append(page.format.fileName) }
    out.append(site.searchSegments[Int(page.subject)].name)
    out.append(page.format == .searchTerms ? "/terms/" : "/papers/")
    out.append(decimal: Int(page.number))
    out.append(page.format == .searchTerms ? ".bin" : ".json")
  }
}
