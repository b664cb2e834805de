import ByteText
import Jinja
import Testing

/// No template can hang or crash the program.
@Suite struct LimitTests {
  private static var limits: RenderLimits {
    var limits = RenderLimits()
    limits.steps = 100_000
    limits.outputBytes = 1 << 20
    limits.scratchBytes = 1 << 20
    return limits
  }

  @Test(arguments: [
    "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
    "{% set l = [1] %}{% for x in l %}{% do l.append(1) %}{% endfor %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% include 'main.html' %}",
    "{% import 'main.html' as m %}",
    "{% set n = 'main.html' %}{% extends n %}",
    "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "{% block a %}{{ self.a() }}{% endblock %}",
    "{% set s = 'a' * 999999999 %}",
    "{% set s = [1] * 999999999 %}",
    "{% set s = ('a' * 100000)|replace('a', 'b' * 100000) %}",
    "{% set s = ['a' * 1000] * 10000 %}{{ s|join }}",
    "{% for i in range(1000) %}{{ 'x' * 10000 }}{% endfor %}",
    "{{ range(1000000) }}",
    "{{ '%999999999d' % 1 }}",
    "{{ '{:999999999}'.format(1) }}",
    "{{ 'x'|center(999999999) }}",
    "{{ 'a\nb'|indent(999999999) }}",
    "{{ 9223372036854775807 + 1 }}",
    "{{ -9223372036854775807 - 2 }}",
    "{{ (-9223372036854775807 - 1) // -1 }}",
    "{{ (-9223372036854775807 - 1)|abs }}",
    "{{ 10 ** 100 }}",
    "{{ 1e300 * 1e300 // 1 % 0 }}",
    "{{ 1e400|int }}",
    "{% set l = [] %}{% do l.append(l) %}{{ l }}",
    "{% set l = [] %}{% do l.append(l) %}{{ l|tojson }}",
    "{{ 'x'|batch(2, 1)|list|batch(100000000, 'x') }}",
    "{{ [1]|slice(100000000)|list }}",
    "{{ [1]|slice(9223372036854775807)|list }}",
    "{{ 'é'.zfill(9223372036854775807) }}",
    "{{ '0000-01-01'|date('%A') }}",
    "{{ '{:{:{:{}}}}'.format(1, 2, 3, 4) }}",
  ]) func endsInADiagnostic(text: String) {
    let diagnostics = failure([("main.html", text)], limits: Self.limits)
    #expect(diagnostics.count == 1, "\(text)")
    #expect(diagnostics.first?.message.isEmpty == false)
  }

  /// The variables of a macro take their room before it begins.
  @Test(arguments: [2_000, 20_000, 60_000, 70_000], ["n=n+1", "n+1"])
  func manyVariablesEndInADiagnostic(count: Int, argument: String) {
    let variables = (0..<count).map { "{% set v\($0)=1 %}" }.joined()
    let text = "{% macro m(n) %}\(variables){{ m(\(argument)) }}{% endmacro %}{{ m(n=0) }}"
    #expect(failure([("main.html", text)]).count == 1)
  }

  @Test func numbersAtTheEdgesAreNumbers() throws {
    let edge = "-9223372036854775807 - 1"
    try expect("{{ range(100, 0, -4)[::4611686018427387904]|list }}", gives: "[100]")
    try expect("{{ range(100, 0, -4)[9:5:4611686018427387904]|list }}", gives: "[]")
    try expect("{{ (\(edge)) in range(0, -5, -1) }} {{ -4 in range(0, -5, -1) }}", gives: "False True")
    try expect("{{ ('a' * 400000)|wordwrap(1)|length }}", gives: "799999")
  }

  private func expect(_ template: String, gives text: String) throws {
    #expect(try render(template) == text, "\(template)")
  }

  @Test(arguments: ["(", "[", "{", "not ", "-", "x.y[", "f(", "x|f(", "x if "]) func deepExpressionsAreRefused(
    part: String
  ) {
    let text = "{{ " + String(repeating: part, count: 100_000)
    #expect(!failure([("main.html", text)]).isEmpty)
    #expect(!failure([("main.html", text + " }}")]).isEmpty)
  }

  @Test(arguments: [" + 1", " ~ 'a'", " and 1", " or 0", "|e", ".a", "[0]", " == 1", "()", " is defined", " if 1"])
  func longChainsEnd(part: String) {
    _ = failure([("main.html", "{{ 1" + String(repeating: part, count: 20_000) + " }}")], limits: Self.limits)
  }

  @Test(arguments: [
    "{% if x %}", "{% for x in y %}", "{% block b %}", "{% set x %}", "{% raw %}", "{% call f() %}", "{#",
  ])
  func deepTagsAreRefused(tag: String) {
    #expect(!failure([("main.html", String(repeating: tag, count: 5_000))]).isEmpty)
  }

  @Test func templatesThatExtendEachOtherAreRefused() {
    let messages = failure([("main.html", "{% extends 'b' %}"), ("b", "{% extends 'main.html' %}")]).map(\.message)
    #expect(messages == ["the template extends itself", "the template extends itself"])
  }

  @Test func aRendererIsUsableAfterAFailure() throws {
    let environment = try Environment(templates: [
      TemplateSource(name: "bad", text: "{% macro m() %}{{ m() }}{% endmacro %}{% set x %}{{ m() }}{% endset %}"),
      TemplateSource(name: "good", text: "{% for i in range(3) %}{{ i }}{% endfor %}"),
    ])
    let renderer = Renderer(environment: environment)
    for _ in 0..<10 {
      var out = ByteBuffer()
      #expect(throws: Diagnostic.self) {
        try renderer.render(environment.template(named: "bad")!, globals: Globals(), into: &out)
      }
      try renderer.render(environment.template(named: "good")!, globals: Globals(), into: &out)
      #expect(String(bytes: out.span) == "012")
    }
  }

  @Test func invalidUTF8IsNoTrouble() throws {
    let bytes: [UInt8] =
      Array("{{ '".utf8) + [0xFF, 0xE2, 0x82] + Array("'|upper|title|length }}{% set ".utf8) + [0xC3]
    for length in 0...bytes.count {
      let prefix = Array(bytes[..<length])
      let file = SourceFile(path: "t", text: FrozenBytes(copying: prefix.span))
      let environment = try? Environment(templates: [TemplateSource(name: "t", file: file)])
      var out = ByteBuffer()
      guard let environment, let template = environment.template(named: "t") else { continue }
      try? Renderer(environment: environment).render(template, globals: Globals(), into: &out)
    }
  }
}
