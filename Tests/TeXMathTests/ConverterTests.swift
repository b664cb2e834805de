import ByteText
import TeXMath
import Testing

/// What the interface promises beyond single constructs.
struct ConverterTests {
  @Test func theSourceIsTheAnnotation() {
    #expect(
      TeXFormula("a<b").mathML
        == #"<math><semantics><mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow>"#
        + #"<annotation encoding="application/x-tex">a&lt;b</annotation></semantics></math>"#)
  }

  @Test func aDisplayedFormulaIsABlock() {
    #expect(TeXFormula("x", isDisplay: true).mathML?.hasPrefix(#"<math display="block"><semantics>"#) == true)
    #expect(TeXFormula("x").mathML?.hasPrefix("<math><semantics>") == true)
  }

  @Test func aRefusedFormulaLeavesTheBufferAlone() {
    var converter = MathConverter()
    var out = ByteBuffer()
    out.append("before")
    #expect(!converter.convert("{".utf8.span, style: .inline, into: &out))
    #expect(String(bytes: out.span) == "before")
    #expect(TeXFormula("\\frac{a}").mathML == nil)
    #expect(TeXFormula("\\frac{a}").plainText == "a")
  }

  @Test func aConverterKeepsNothingBetweenFormulas() {
    var converter = MathConverter()
    for (source, expected) in [(#"{\bf x"#, nil), ("x", "<mi>x</mi>"), (#"\rm x"#, nil), ("x", "<mi>x</mi>")]
      as [(String, String?)]
    {
      var out = ByteBuffer()
      _ = converter.convert(source.utf8.span, style: .inline, into: &out)
      if let expected { #expect(String(bytes: out.span).contains(expected)) }
    }
  }

  @Test func definitionsHoldForOneFormulaUnlessKept() {
    var converter = MathConverter()
    func convert(_ source: String) -> String {
      var out = ByteBuffer()
      _ = converter.convert(source.utf8.span, style: .inline, into: &out)
      return String(bytes: out.span)
    }
    _ = convert(#"\newcommand{\ours}{\alpha}"#)
    #expect(convert(#"\ours"#).contains("<mi>ours</mi>"))
    converter.keepsDefinitions = true
    _ = convert(#"\newcommand{\ours}{\alpha}"#)
    #expect(convert(#"\ours"#).contains("<mi>α</mi>"))
    converter.forgetDefinitions()
    #expect(convert(#"\ours"#).contains("<mi>ours</mi>"))
  }

  @Test func anEmptyFormulaIsAnEmptyRow() {
    #expect(TeXFormula("").mathML?.contains("<semantics><mrow/>") == true)
    #expect(TeXFormula(" {} ").plainText.isEmpty)
  }

  /// The examples at `MathConverter` and `TeXFormula`.
  @Test func examples() {
    var converter = MathConverter()
    var out = ByteBuffer()
    #expect(converter.convert(#"\frac{1}{2}"#.utf8.span, style: .inline, into: &out))
    #expect(String(bytes: out.span).contains("<mfrac><mn>1</mn><mn>2</mn></mfrac>"))
    out.removeAll()
    converter.plainText(#"x_i \le 10^5"#.utf8.span, into: &out)
    #expect(String(bytes: out.span) == "x_i ≤ 10^5")
    #expect(TeXFormula("x_i \\le 10^5").plainText == "x_i ≤ 10^5")
    #expect(TeXFormula("e^{i\\pi} = -1").mathML?.hasPrefix("<math>") == true)
  }

  /// The formulas of one text grow by their definitions to a limit that they share.
  @Test func definitionsOfOneTextAreBounded() {
    var converter = MathConverter()
    let source = #"\def\a{xxxxxxxxxx}\def\b{\a\a\a\a\a\a\a\a\a\a}\b\b\b\b"#
    func converts(_ count: Int) -> Int {
      (0..<count).reduce(0) { sum, _ in
        var out = ByteBuffer()
        return sum + (converter.convert(source.utf8.span, style: .inline, into: &out) ? 1 : 0)
      }
    }
    #expect(converts(1000) == 1000)
    converter.allowExpansions()
    #expect((50..<500).contains(converts(1000)))
    converter.allowExpansions()
    #expect(converts(1) == 1)
  }
}
