import ByteText

/// What was cut out of Markdown before cmark sees it, so that nothing in it is taken for markup.
struct CutOuts: ~Copyable {
  /// What was cut out.
  enum Kind: BitwiseCopyable {
    case math
    case displayMath
    /// A character that was escaped, or may not stand in a text.
    case character(Unicode.Scalar)
  }

  /// One piece.
  struct Piece {
    var kind: Kind
    /// What stood in the source, delimiters included, as a range of `bytes`.
    var source: Range<Int>
    /// The formula without its delimiters.
    var content: Range<Int>
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
        content: content.lowerBound + shift..<content.upperBound + shift))
    Placeholder.append(pieces.count - 1, to: &out)
  }
}

/// The characters that stand for what was cut out: noncharacters around a number, which no text holds and which cmark
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
  /// Appends bytes with all placeholders replaced by what stood in the source.
  func restore(_ text: Span<UInt8>, into out: inout ByteBuffer) {
    var index = 0
    while index < text.count {
      if text[index] == Placeholder.leadByte, let (number, length) = Placeholder.read(text, at: index),
        number < pieces.count
      {
        out.append(bytes.span.extracting(pieces[number].source))
        index += length
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
    case .math: tree.appendMath(cutouts.bytes, piece.content, display: false)
    case .displayMath: tree.appendMath(cutouts.bytes, piece.content, display: true)
    }
  }
}
