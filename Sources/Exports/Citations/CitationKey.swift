import ByteText
import Papers
import Site

/// The keys by which texts cite papers: `vaswani2017-1706.03762`.
///
/// The id at the end makes them unique, whatever other papers a site has, so no key changes when a paper is added.
/// BibTeX takes keys for equal that differ only in the case of letters; an id with capitals is therefore followed by
/// a colon and a number that tells which of its letters are capitals.
struct CitationKey {
  private let view: SiteView

  /// The keys of a site's papers.
  init(of view: SiteView) { self.view = view }

  /// Appends the key of a paper.
  func append(for paper: PaperView, _ date: Moment?, to out: inout ByteBuffer) {
    appendSurname(of: paper, to: &out)
    if let date { out.append(decimal: date.day.civil.year, width: 4) }
    out.append("-")
    let id = view.bytes(paper.id)
    out.append(id)
    appendCapitals(of: id, to: &out)
  }

  private func appendSurname(of paper: PaperView, to out: inout ByteBuffer) {
    let start = out.count
    if let row = paper.authors.first {
      appendLetters(of: PersonName(view.bytes(view.authorship(row).name)).family, to: &out)
    }
    if out.count == start { out.append("paper") }
  }

  /// Letters a to z; those of other alphabets without their accents, or not at all.
  private func appendLetters(of name: Span<UInt8>, to out: inout ByteBuffer) {
    guard UTF8Decoding.firstNonASCII(in: name, from: 0) < name.count else {
      return appendLetters(ofASCII: name, to: &out)
    }
    var slug = ByteBuffer(capacity: 64)
    Slug.write(name, into: &slug)
    appendLetters(ofASCII: slug.span, to: &out)
  }

  private func appendLetters(ofASCII name: Span<UInt8>, to out: inout ByteBuffer) {
    for index in name.indices where ASCII.isLetter(name[index]) { out.append(name[index] | 0x20) }
  }

  private func appendCapitals(of id: Span<UInt8>, to out: inout ByteBuffer) {
    guard let last = id.indices.last(where: { ASCII.isUppercase(id[$0]) }) else { return }
    out.append(":")
    for start in stride(from: 0, through: last, by: 4) {
      var digit = 0
      for offset in 0..<4 where start + offset < id.count && ASCII.isUppercase(id[start + offset]) {
        digit |= 1 << offset
      }
      out.append(String(digit, radix: 16))
    }
  }
}
