import ByteText
import Papers

/// The keys by which texts cite papers: `vaswani2017-1706.03762`.
///
/// The id at the end makes them unique, whatever other papers a site has, so no key changes when a paper is added.
/// BibTeX takes keys for equal that differ only in the case of letters; an id with capitals is therefore followed by
/// a colon and a number that tells which of its letters are capitals.
struct CitationKey {
  private let site: Site

  /// The keys of a site's papers.
  init(of site: Site) { self.site = site }

  /// Appends the key of a paper.
  func append(for paper: Paper, _ date: Moment?, to out: inout ByteBuffer) {
    appendSurname(of: paper, to: &out)
    if let date { out.append(decimal: date.day.civil.year, width: 4) }
    out.append("-")
    let id = site.bytes(paper.id)
    out.append(id)
    appendCapitals(of: id, to: &out)
  }

  private func appendSurname(of paper: Paper, to out: inout ByteBuffer) {
    let start = out.count
    if let row = paper.authors.range.first {
      appendLetters(of: PersonName(site.bytes(site.store.authorships[row].name)).family, to: &out)
    }
    if out.count == start { out.append("paper") }
  }

  /// Letters a to z; those of other alphabets without their accents, or not at all.
  private func appendLetters(of name: UnsafeRawBufferPointer, to out: inout ByteBuffer) {
    guard name.contains(where: { $0 >= 0x80 }) else {
      for byte in name where (byte | 0x20) &- 0x61 < 26 { out.append(byte | 0x20) }
      return
    }
    var slug = ByteBuffer(capacity: 64)
    name.withMemoryRebound(to: UInt8.self) { Slug.write($0.span, into: &slug) }
    slug.withUnsafeBytes { slug in
      for byte in slug where byte &- 0x61 < 26 { out.append(byte) }
    }
  }

  private func appendCapitals(of id: UnsafeRawBufferPointer, to out: inout ByteBuffer) {
    guard let last = id.lastIndex(where: { $0 &- 0x41 < 26 }) else { return }
    out.append(":")
    for start in stride(from: 0, through: last, by: 4) {
      var digit = 0
      for offset in 0..<4 where start + offset < id.count && id[start + offset] &- 0x41 < 26 { digit |= 1 << offset }
      let digits: StaticString = "0123456789abcdef"
      out.append(digits.utf8Start[digit])
    }
  }
}
