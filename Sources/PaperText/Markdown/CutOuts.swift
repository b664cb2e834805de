import ByteText

/// What was cut out of Markdown before cmark sees it, so that nothing in it is taken for markup.
struct CutOuts: ~Copyable {
  /// What was cut out.
  enum Kind: BitwiseCopyable, Equatable {
    case math
    case displayMath
    /// A character that was escaped or written as an entity or in TeX.
    case character(Unicode.Scalar)
    /// A letter and the combining mark on it.
    case marked(Unicode.Scalar, Unicode.Scalar)
    /// Nothing is shown.
    case nothing
    /// Nothing is shown, and the space before it goes too.
    case citation
    /// Markup that was written in TeX begins or ends.
    case styleStart(Element)
    case styleEnd(Element)
    /// Two tildes that mean themselves, begin or end struck-out text; there is a tilde on each side of the placeholder.
    case tildes, strikeStart, strikeEnd
    /// The number that refers to a footnote.
    case note(Int)
    /// A footnote begins.
    case noteStart(Int)

    fileprivate var isTildes: Bool { self == .tildes || self == .strikeStart || self == .strikeEnd }
  }

  /// One piece.
  struct Piece {
    var kind: Kind
    /// What stood in the source, delimiters included, as a range of `bytes`.
    var source: Range<Int>
    /// The formula without its delimiters.
    var content: Range<Int>
    /// Where it began in the text.
    var offset: Int
  }

  var pieces: [Piece] = []
  var bytes = ByteBuffer(capacity: 256)

  /// Keeps a piece and appends the placeholder that stands for it.
  mutating func cut(
    _ kind: Kind, _ source: borrowing SourceText, _ range: Range<Int>, content: Range<Int>, into out: inout ByteBuffer
  ) {
    let start = bytes.count
    bytes.append(source.slice(range))
    let shift = start - range.lowerBound
    pieces.append(
      Piece(
        kind: kind, source: start..<bytes.count,
        content: content.lowerBound + shift..<content.upperBound + shift, offset: range.lowerBound))
    Placeholder.append(pieces.count - 1, to: &out)
  }
}

/// The characters that stand for what was cut out: noncharacters around a number, which no text contains and which
/// cmark
/// takes for part of a word.
enum Placeholder {
  /// The first byte of both noncharacters.
  static let leadByte: UInt8 = 0xEF

  static func append(_ number: Int, to out: inout ByteBuffer) {
    appendMark(0x90, to: &out)
    out.append(decimal: number)
    appendMark(0x91, to: &out)
  }

  private static func appendMark(_ last: UInt8, to out: inout ByteBuffer) {
    out.append(leadByte)
    out.append(0xB7)
    out.append(last)
  }

  /// The number of the placeholder at an index and its length, nil where there is none.
  static func read(_ bytes: Span<UInt8>, at start: Int) -> (number: Int, length: Int)? {
    guard isMark(bytes, at: start, last: 0x90) else { return nil }
    var end = start + 3
    var number = 0
    while end < bytes.count, bytes[end].isDigit, number < 1 << 40 {
      number = number * 10 + Int(bytes[end] - UInt8(ascii: "0"))
      end += 1
    }
    return isMark(bytes, at: end, last: 0x91) ? (number, end + 3 - start) : nil
  }

  private static func isMark(_ bytes: Span<UInt8>, at index: Int, last: UInt8) -> Bool {
    index + 2 < bytes.count && bytes[index] == leadByte && bytes[index + 1] == 0xB7 && bytes[index + 2] == last
  }
}

extension CutOuts {
  /// Appends bytes with all placeholders replaced by what was in the source, or by the characters that it meant where
  /// `unescaping` says so, as in addresses.
  func restore(_ text: Span<UInt8>, unescaping: Bool = false, into out: inout ByteBuffer) {
    let start = out.count
    var index = 0
    while index < text.count {
      if text[index] == Placeholder.leadByte, let (number, length) = Placeholder.read(text, at: index),
        number < pieces.count
      {
        let piece = pieces[number]
        index += length
        if piece.kind.isTildes {
          if out.count > start { out.truncate(to: out.count - 1) }
          index += 1
        }
        if unescaping, case .character(let scalar) = piece.kind {
          out.append(scalar)
        } else {
          out.append(bytes.span.extracting(piece.source))
        }
      } else {
        out.append(text[index])
        index += 1
      }
    }
  }
}

extension TextReader {
  /// A placeholder becomes what was cut out.
  mutating func readPlaceholder() {
    guard let (number, length) = Placeholder.read(source.bytes.span, at: index), number < cutouts.pieces.count else {
      return readLiteral()
    }
    index += length
    let piece = cutouts.pieces[number]
    switch piece.kind {
    case .character(let scalar): tree.append(scalar)
    case .marked(let letter, let mark):
      tree.append(letter)
      tree.append(mark)
    case .math, .displayMath:
      if !tree.appendMath(cutouts.bytes, piece.content, display: piece.kind == .displayMath) {
        warnOfManyFormulas(at: markdown.offsets.input(for: piece.offset))
      }
    default: readMark(piece.kind)
    }
  }

  private mutating func readMark(_ kind: CutOuts.Kind) {
    switch kind {
    case .citation: tree.trimSpace()
    case .styleStart(let element): tree.openInline(element)
    case .styleEnd(let element): _ = tree.closeInline(element)
    case .strikeStart, .strikeEnd:
      tree.dropLast(1)
      if peek() == UInt8(ascii: "~") { index += 1 }
      if kind == .strikeStart { tree.openInline(.strike) } else { _ = tree.closeInline(.strike) }
    case .note(let number): appendNoteNumber(number)
    case .noteStart(let number): beginNote(number)
    default: break
    }
  }
}
