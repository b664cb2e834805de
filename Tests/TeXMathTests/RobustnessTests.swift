import ByteText
import TeXMath
import Testing

/// Whatever the bytes are: MathML Core or a refusal, plain text without backslashes, in bounded time and depth.
struct RobustnessTests {
  static let seeds = [
    #"\frac{a_1^2+\sqrt[3]{b}}{\left(\begin{pmatrix}1&2\\3&4\end{pmatrix}\right)^{-1}}"#,
    #"\sum_{\substack{i\le n\\j>0}}\binom{n}{i}\mathbb{E}\left[\left.X_i\right|Y\right]\text{ if $x\in A$ and }\not=0"#,
    #"{\rm d}x\,{\bf v}\over\hat{\bar x}''\operatorname*{arg\,max}_\theta\xrightarrow[a]{b}\bigl|x\bigr|\pmod{p^2}"#,
    #"\newcommand{\n}[2][x]{\|#1\|_{#2}}\n{2}\def\a#1{#1}\a\cal O(n)\ce{H2O}\SI{5e-3}{\milli\metre}\unicode{x41}"#,
    #"\ce{^{227}_{90}Th+ ->[$x$][H2O] [\{(X2)3\}2]^3+ v + 1/2 SO4^2-_{(aq)}}\qtyrange{1e3}{2+-1}{\milli\metre\per\square\second}"#,
    #"\begin{CD}A@>a>b>B\\@VVcV\end{CD}\dv[2]{f}{x}\Braket{a|b}\ifmmode a\else b\fi\text{\phantom{a}\(x\)\textcircled{z}}\ang{1;2;3}"#,
    #"\begin{cases}α&x<0\\é&\text{“q” \'e}\end{cases}\underbrace{a+b}_{n}\prescript{1}{2}{X}\sideset{_a}{^b}\prod"#,
  ]

  /// What mutations put in.
  static let parts = [
    "{", "}", "\\", "$", "^", "_", "&", "\\\\", "(", ")", "[", "]", "'", "<", ">", "\"", "%", "~", "#1", "é", "\u{302}",
    "\\!",
    "\\left", "\\right", "\\middle|", "\\big", "\\bigr", "\\begin{", "\\end{", "matrix}", "\\over", "\\text{", "\\frac",
    "\\sqrt",
    "\\not", "\\def\\a{", "\\newcommand{\\x}[1]{", "\\let\\a\\b", "\\mathbb", "\\rm", "\\displaystyle", "\\limits",
    "\\sideset", "\\prescript",
    "\\ce{", "\\SI{", "\\qtylist{", "\\per", "->[", "@>", "\\else", "\\fi", "\\dv", "[t]", "\\begin{CD}", "\\unicode{x",
    "\\operatorname", "\\substack{", "\\cases{", "\\xrightarrow[", "\\hat", "\\tag{1}",
    "\\hspace{-1em}",
    "\\kern", "\\sp", "\\abs{", "\\mathrel", "\\phantom", "\\boxed", "\\overline", "\\sum", "\\log", "\\stackrel",
    "\\underbrace",
  ]

  @Test func everyPrefixIsSafe() {
    for seed in RobustnessTests.seeds {
      let bytes = Array(seed.utf8)
      for count in 0...bytes.count { check(Array(bytes[..<count])) }
      for count in 0...bytes.count { check(Array(bytes[count...])) }
    }
  }

  @Test func mutationsAreSafe() {
    var random = SeededGenerator(seed: UInt64.random(in: 0...UInt64.max))
    print("mutations from seed \(random.seed)")
    for _ in 0..<3000 {
      var bytes = Array(RobustnessTests.seeds.randomElement(using: &random)!.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let position = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.removeSubrange(position..<min(position + 3, bytes.count))
        case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: position)
        default: bytes.insert(contentsOf: RobustnessTests.parts.randomElement(using: &random)!.utf8, at: position)
        }
      }
      check(bytes)
    }
  }

  @Test func randomBytesAreSafe() {
    var random = SeededGenerator(seed: UInt64.random(in: 0...UInt64.max))
    print("random bytes from seed \(random.seed)")
    for _ in 0..<400 {
      check((0..<Int.random(in: 0...60, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) })
    }
  }

  @Test(
    arguments: [
      "{", "x^{", "\\sqrt{", "\\frac{", "\\left(", "\\hat", "\\text{$", "\\begin{matrix}", "a\\over ",
      "\\displaystyle ",
      "x_", "\\not", "^", "\\sqrt[", "\\overset", "\\mathbf", "\\cases{", "(", "'", "&", "\\\\", "\\rm ",
      "\\operatorname{",
      "\\left.", "\\big", "\\SI", "\\ce{", "\\newcommand\\a{", "\\def\\a{\\a\\a}\\a", "\\mathrel{", "\\phantom{",
    ])
  func nestingIsBounded(part: String) {
    check(Array(String(repeating: part, count: 10_000).utf8))
    let closed = String(repeating: part, count: 10_000) + "x" + String(repeating: "}", count: 10_000)
    check(Array(closed.utf8))
  }

  /// Groups, scripts upon scripts and what is read in place of others, around the depth at which formulas are refused.
  @Test func depthIsBoundedBeforeTheStackIs() {
    let wrappers = [
      ("{", "}" + String(repeating: "_a", count: 19)), ("\\hat{", "}^a_b"), ("\\frac{", "}{x}"), ("\\sqrt{", "}"),
      ("\\left(", "\\right)"), ("\\begin{matrix}", "\\end{matrix}"), ("\\text{$", "$}"), ("\\ce{", "}"),
      ("\\dv{", "}"), ("\\overset{", "}{x}"), ("{x\\over ", "}"), ("\\mathbf{", "}"), ("\\phantom{", "}"),
    ]
    for (open, close) in wrappers {
      for depth in [7, 8, 9, 12, 13, 49, 60, 99, 101, 198, 199, 200, 201] {
        let source = String(repeating: open, count: depth) + "x" + String(repeating: close, count: depth)
        check(Array(source.utf8))
      }
    }
  }

  /// Four times the formula is about four times the markup, whatever is in it.
  @Test(arguments: [
    "\\ce{H2O ->[a] SO4^2-}", "\\ce{(aq,", "\\ce{$", "\\SI{1}{\\kilo\\metre\\per\\second}", "{\\def\\a{x}\\a}",
    "\\dv{f}{x}", "\\text{\\(x\\)}", "\\text{\\(", "\\begin{CD}@>>>\\end{CD}", "\\ifmmode\\else", "\\num{1e5x2}",
    "\\hskip 1pt plus 1pt", "\\textcircled{a}", "\\left.a\\over b\\middle|c\\right.",
  ])
  func growsInProportion(part: String) {
    let sizes = [500, 2000].map { count in
      let converted = Converted(Formula(source: String(repeating: part, count: count)))
      return (converted.mathML?.utf8.count ?? 0) + converted.plainText.utf8.count
    }
    #expect(sizes[1] <= 5 * sizes[0] + 1000, "\(part): \(sizes)")
    #expect(sizes[0] < 150 * 500 * part.utf8.count)
  }

  @Test func aDeepFormulaIsRefused() {
    let deep = String(repeating: "{x^", count: 10_000) + "x" + String(repeating: "}", count: 10_000)
    #expect(Converted(Formula(source: deep)).mathML == nil)
    let shallow = String(repeating: "{x^", count: 40) + "x" + String(repeating: "}", count: 40)
    #expect(Converted(Formula(source: shallow)).mathML != nil)
  }

  @Test(arguments: ["x+", "\\alpha_{i}^2 ", "\\text{a} ", "\\left(x\\right)", "1&2\\\\", "\\unknown ", "f''"])
  func aLongFormulaIsConverted(part: String) {
    for size in [100_000, part == "x+" ? 1_000_000 : 200_000] {
      let source = String(repeating: part, count: size / part.utf8.count)
      #expect(Converted(Formula(source: source + "x")).mathML != nil, "\(part)")
    }
  }

  @Test func expansionIsBounded() {
    for end in ["xxxxxxxxxx", ""] {
      var bomb = "\\def\\aaaaaaaaaaaaa{\(end)}"
      for level in 1...12 {
        let name = String(repeating: "a", count: 13 - level)
        bomb += "\\def\\\(name){" + String(repeating: "\\\(name)a ", count: 10) + "}"
      }
      #expect(Converted(Formula(source: bomb + "\\a")).mathML == nil)
    }
    let long = String(repeating: "\\def\\b{}", count: 10_000)
    let source = "\\def\\a{\(long)}" + String(repeating: "\\a ", count: 10_000)
    #expect(Converted(Formula(source: source)).mathML == nil)
  }

  @Test func controlCharactersAndInvalidUTF8AreReplaced() {
    let bytes: [UInt8] = [0x78, 0x00, 0x2B, 0xFF, 0x1B, 0xED, 0xA0, 0x80, 0xEF, 0xBF, 0xBE, 0xC3]
    check(bytes)
    #expect(Converted(bytes: bytes).mathML?.contains("\u{FFFD}") == true)
    let reordered = Converted(Formula(source: "\u{202E}abc\u{2066}\u{200B}d"))
    #expect(reordered.plainText == "abcd")
    #expect(reordered.mathML?.contains("\">abcd</annotation>") == true)
  }

  private func check(_ bytes: [UInt8]) {
    let converted = Converted(bytes: bytes)
    if let mathML = converted.mathML {
      let problem = bytes.count > 5000 ? nil : MathMLCoreChecker.problem(in: mathML)
      #expect(problem == nil, "\(String(decoding: bytes, as: UTF8.self))")
    }
    #expect(!converted.plainText.contains("\\"), "\(String(decoding: bytes.prefix(500), as: UTF8.self))")
  }
}

/// A generator of random numbers that gives the same numbers for the same seed.
struct SeededGenerator: RandomNumberGenerator {
  let seed: UInt64
  private var state: UInt64

  init(seed: UInt64) {
    self.seed = seed
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
