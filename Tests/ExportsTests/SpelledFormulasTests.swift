import ByteText
import Testing

@testable import Exports

/// Random formulas, more than are kept at once, each spelled as if there had been none before.
@Test func knownFormulasAreSpelledAsTheFirstTime() {
  let seed = UInt64.random(in: 0 ... .max)
  print("seed \(seed)")
  var state = seed
  func number(below end: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % end
  }
  var formulas = SpelledFormulas()
  var spellings = 0
  let rounds = 20_000
  for _ in 0..<rounds {
    // Half of them are short and come again; the long ones fill the memory many times.
    let isLong = number(below: 2) == 0
    let source = isLong ? "\(number(below: 1 << 40))" + String(repeating: "x", count: 2000) : "\(number(below: 50))"
    var out = ByteBuffer()
    out.append("before ")
    formulas.append(source.utf8.span, to: &out) { text in
      spellings += 1
      for byte in source.utf8.reversed() { text.append(byte) }
    }
    let found = String(bytes: out.span)
    #expect(found == "before " + String(source.reversed()), "seed \(seed)")
  }
  #expect(spellings < rounds * 3 / 4, "seed \(seed)")
}

@Test func emptyAndShortenedFormulasAreTheirOwn() {
  var formulas = SpelledFormulas()
  for (source, spelled) in [("", "nothing"), ("a", ""), ("ab", "c"), ("a", ""), ("", "nothing"), ("ab", "c")] {
    var out = ByteBuffer()
    formulas.append(source.utf8.span, to: &out) { $0.append(spelled) }
    #expect(String(bytes: out.span) == spelled)
  }
}
