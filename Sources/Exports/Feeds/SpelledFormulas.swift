import ByteText

/// The plain texts of formulas that were spelled before: a paper's are in all its feeds, and many are in many papers.
struct SpelledFormulas: ~Copyable {
  /// What is kept takes no more than this many bytes; then it begins anew.
  private static let mostBytes = 4 << 20

  /// Where a formula's TeX is and, after it, its plain text, by the hash of the TeX.
  private var places: [UInt64: Range<Int>] = [:]
  private var text = ByteBuffer()

  /// Appends the plain text of a formula, which a closure spells when it isn't known.
  mutating func append(
    _ source: Span<UInt8>, to out: inout ByteBuffer, spelling: (inout ByteBuffer) -> Void
  ) {
    let hash = Fingerprint(of: source).value
    if let place = places[hash], isSource(source, at: place) { return append(place, behind: source.count, to: &out) }
    if text.count > Self.mostBytes {
      places.removeAll(keepingCapacity: true)
      text.removeAll()
    }
    let start = text.count
    text.append(source)
    spelling(&text)
    places[hash] = start..<text.count
    append(start..<text.count, behind: source.count, to: &out)
  }

  private func isSource(_ source: Span<UInt8>, at place: Range<Int>) -> Bool {
    guard source.count <= place.count else { return false }
    return text.span.extracting(place.lowerBound..<place.lowerBound + source.count).isEqual(to: source)
  }

  private func append(_ place: Range<Int>, behind count: Int, to out: inout ByteBuffer) {
    out.append(text.span.extracting(place.lowerBound + count..<place.upperBound))
  }
}
