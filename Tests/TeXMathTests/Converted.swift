import ByteText
import TeXMath

/// A formula of a test.
struct Formula: Hashable {
  var source: String
  var isDisplay = false
}

/// What the converter makes of a formula.
struct Converted {
  /// The whole element, or nil where the formula has no structure.
  var mathML: String?
  var plainText: String

  init(_ formula: Formula) {
    self.init(bytes: Array(formula.source.utf8), isDisplay: formula.isDisplay)
  }

  init(bytes: [UInt8], isDisplay: Bool = false) {
    var converter = MathConverter()
    var out = ByteBuffer()
    let isConverted = converter.convert(bytes.span, style: isDisplay ? .display : .inline, into: &out)
    mathML = isConverted ? String(bytes: out.span) : nil
    if !isConverted { precondition(out.isEmpty, "a refused formula left \(out.count) bytes") }
    out.removeAll()
    converter.plainText(bytes.span, into: &out)
    plainText = String(bytes: out.span)
  }

  /// What stands between `<semantics>` and the annotation.
  var markup: String? {
    guard let mathML, let start = mathML.firstRange(of: "<semantics>"),
      let end = mathML.firstRange(of: "<annotation")
    else { return nil }
    return String(mathML[start.upperBound..<end.lowerBound])
  }
}

extension String {
  fileprivate func firstRange(of part: String) -> Range<Index>? {
    ranges(of: part).first
  }
}
