extension CutOutScanner {
  /// `$…$` and `$$…$$`; see `DollarRule`.
  mutating func readDollar(_ source: borrowing SourceText, _ cutouts: inout CutOuts) {
    if source[index + 1] == UInt8(ascii: "$") {
      guard index >= failedMath, let end = endOfDisplayMath(source) else { return copy(source, 2) }
      return cut(.displayMath, source, to: end + 2, delimiter: 2, &cutouts)
    }
    guard let end = source.endOfDollarMath(from: index + 1), end < self.end,
      DollarRule.isMarkdownFormula(source, index + 1..<end)
    else { return copy(source, 1) }
    cut(.math, source, to: end + 1, delimiter: 1, &cutouts)
  }

  private mutating func endOfDisplayMath(_ source: borrowing SourceText) -> Int? {
    var position = index + 2
    while position < end, !source.holds("\n\n", at: position) {
      if source.holds("$$", at: position) { return position > index + 2 ? position : nil }
      position += source[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    failedMath = position
    return nil
  }

  /// An entity for a character that may not be part of a text.
  mutating func readEntity(_ source: borrowing SourceText, _ cutouts: inout CutOuts) {
    guard let (meaning, length) = CharacterEntity.read(source, at: index), !meaning.isSame else {
      return copy(source, 1)
    }
    cut(meaning.scalar.map { .character($0) } ?? .nothing, source, to: index + length, &cutouts)
  }

  /// `![` begins an image; cmark 0.30 takes quadratic time for many that don't end.
  mutating func readImage(_ source: borrowing SourceText, _ cutouts: inout CutOuts) {
    guard source[index + 1] == UInt8(ascii: "[") else { return copy(source, 1) }
    images += 1
    if images <= Self.imageLimit { return copy(source, 2) }
    if images == Self.imageLimit + 1 {
      warn(source, at: index, "more than \(Self.imageLimit) images in a paragraph: the rest are not shown")
    }
    cut(.character("!"), source, to: index + 1, &cutouts)
  }

  private static let imageLimit = 500

  /// `~~…~~` strikes out, as in GitHub Flavored Markdown; one tilde alone means "about".
  mutating func readTildes(_ source: borrowing SourceText, _ cutouts: inout CutOuts) {
    let length = source.lengthOfRun(at: index)
    guard length == 2 else { return copy(source, length) }
    let isAfterSpace = index == 0 || source.whitespace(at: index - 1) != nil
    let isBeforeSpace = index + 2 >= end || source.whitespace(at: index + 2) != nil
    if let start = openStrike, !isAfterSpace {
      openStrike = nil
      cutouts.pieces[start].kind = .strikeStart
      cutTildes(.strikeEnd, source, &cutouts)
    } else if !isBeforeSpace {
      openStrike = cutouts.pieces.count
      cutTildes(.tildes, source, &cutouts)
    } else {
      copy(source, 2)
    }
  }

  /// A tilde on each side of the placeholder: emphasis may begin and end beside punctuation.
  private mutating func cutTildes(_ kind: CutOuts.Kind, _ source: borrowing SourceText, _ cutouts: inout CutOuts) {
    document.append(UInt8(ascii: "~"))
    cut(kind, source, to: index + 2, &cutouts)
    replace(upTo: index, with: "~")
  }
}
