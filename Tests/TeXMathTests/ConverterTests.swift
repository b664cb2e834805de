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
}
