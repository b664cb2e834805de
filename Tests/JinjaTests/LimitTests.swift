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

/// Work that grows faster than what is written: it is counted, so that it ends.
@Suite struct WorkTests {
  private static var limits: RenderLimits {
    var limits = RenderLimits()
    limits.steps = 1_000_000
    limits.outputBytes = 1 << 20
    limits.scratchBytes = 4 << 20
    return limits
  }

  /// Two lists of 2^60 elements each, which share all their parts.
  private static let shared = """
    {% set ns = namespace(a=[1], b=[1]) %}{% for i in range(60) %}{% set ns.a = [ns.a, ns.a] %}\
    {% set ns.b = [ns.b, ns.b] %}{% endfor %}
    """

  @Test(arguments: [
    "{{ ns.a == ns.b }}", "{{ ns.a != ns.b }}", "{{ ns.a < ns.b }}", "{{ ns.a in [ns.b] }}", "{{ ns.a is eq ns.b }}",
    "{{ [ns.a, ns.b]|sort }}", "{{ [ns.a, ns.b]|max }}", "{{ [{'x': ns.a}]|where('x', ns.b) }}",
    "{{ [{'x': ns.a}]|selectattr('x', 'equalto', ns.b)|list }}", "{{ {'a': ns.a} == {'a': ns.b} }}",
    "{{ [[ns.a]]|groupby(0) }}{{ [[ns.a], [ns.b]]|groupby(0) }}", "{{ [ns.a].index(ns.b) }}",
    "{{ [ns.a].count(ns.b) }}",
    "{{ ns.a }}", "{{ ns.a|tojson }}", "{{ (ns.a, 1) in {} }}", "{{ [ns.a]|unique }}",
    "{% for x in [ns.a, ns.b] %}{{ loop.changed(x) }}{% endfor %}",
    "{% set t = namespace(v=(1,)) %}{% for i in range(14) %}{% set t.v = (t.v, t.v, t.v) %}{% endfor %}{{ {t.v: 1} }}",
  ]) func sharedPartsAreCountedEachTime(text: String) {
    let found = failure([("main.html", Self.shared + text)], limits: Self.limits)
    #expect(found.count == 1, "\(text)")
  }

  @Test(arguments: [
    "{{ [s] * 100000 }}", "{{ ([s] * 100000)|tojson }}", "{{ {'a': [s] * 100000}|xmlattr }}", "{{ [1]|tojson(s) }}",
    "{{ (('a ' * 10000)|wordwrap(1, true, s))|length }}", "{{ (('a\n' * 10000)|indent(s))|length }}",
    "{{ (('http://a.org ' * 10000)|urlize(target=s))|length }}", "{{ ('%(a)s' * 10000) % {'a': s} }}",
    "{{ ('{0}' * 10000).format(s) }}", "{{ s.join('a' * 10000) }}", "{{ (['a'] * 10000)|join(s) }}",
    "{{ ('a' * 10000)|replace('a', s) }}", "{{ ('\t' * 10000).expandtabs(60000) }}",
    "{% set x = namespace(v=s) %}{% for i in range(60) %}{% set x.v = x.v ~ x.v %}{% endfor %}",
    "{% set d = {} %}{% for i in range(5000) %}{% do d.update({'k' ~ i: s}) %}{% endfor %}{{ d|xmlattr }}",
    "{% set l = [1] * 50 %}{{ [[[l] * 9] * 9]|tojson(indent=s) }}",
  ]) func textsGrowOnlyToTheLimit(text: String) {
    let found = failure([("main.html", "{% set s = 'x' * 50000 %}" + text)], limits: Self.limits)
    #expect(found.count <= 1, "\(text)")
    if !text.contains("[1]|tojson(s)") { #expect(found.count == 1, "\(text)") }
  }

  /// The steps that rendering takes.
  private func steps(_ text: String) throws -> Int {
    let environment = try Environment(templates: [TemplateSource(name: "main.html", text: text)])
    let budget = RenderBudget(steps: .max)
    let renderer = Renderer(environment: environment, budget: budget)
    var out = ByteBuffer()
    let template = try #require(environment.template(named: "main.html"))
    try renderer.render(template, globals: Globals(), into: &out)
    return budget.usedSteps
  }

  @Test(arguments: [
    "{{ range(N)|list == range(N)|list }}", "{{ [range(N)|list] in [range(N)|list] }}", "{{ ('a' * N)|upper|length }}",
    "{{ (('(http://a.example/' * N)|urlize)|length }}", "{{ (('a)' * N)|urlize)|length }}",
    "{{ (('(' * N ~ ')' * N)|urlize)|length }}", "{{ (('<a.org>' * N)|urlize)|length }}",
  ]) func stepsGrowWithTheSize(text: String) throws {
    let small = try steps(text.replacing("N", with: "1000"))
    let large = try steps(text.replacing("N", with: "4000"))
    #expect(large > small && large < small * 5, "\(small), \(large)")
  }

  /// What took quadratic time without counting a step.
  @Test(.timeLimit(.minutes(1))) func manyBracketsAreLinkedAtOnce() throws {
    for word in ["'(http://a.example/'", "'('", "')'", "'&lt;'", "'(a)'", "'a.)'"] {
      let length = try render("{{ (((\(word)) * 20000)|urlize)|length }}")
      #expect(Int(length) ?? 0 >= 20_000)
    }
  }

  @Test func aBudgetIsSharedByRenders() throws {
    let environment = try Environment(
      templates: [TemplateSource(name: "a", text: "{% for i in range(1000) %}{% endfor %}x")],
      expressions: [ExpressionSource("range(1000)|list|length == 1000", variables: [])])
    let budget = RenderBudget(steps: 10_000)
    let renderers = (0..<2).map { _ in Renderer(environment: environment, budget: budget) }
    var (rendered, refused) = (0, 0)
    for round in 0..<30 {
      var out = ByteBuffer()
      do {
        try renderers[round % 2].render(environment.template(named: "a")!, globals: Globals(), into: &out)
        #expect(refused == 0)
        rendered += 1
      } catch {
        #expect(error.message == "rendering all pages takes more steps than are allowed")
        #expect(String(bytes: out.span).isEmpty)
        refused += 1
      }
    }
    #expect((5...10).contains(rendered))
    #expect(budget.usedSteps >= budget.steps)
    #expect(throws: Diagnostic.self) { try renderers[0].truth(of: environment.expressions[0], globals: Globals()) }
  }
}
