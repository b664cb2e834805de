import ByteText
import Jinja
import Testing

@Suite struct EnvironmentTests {
  private func environment(_ templates: [(String, String)]) throws -> Environment {
    try Environment(templates: templates.map { TemplateSource(name: $0.0, text: $0.1) })
  }

  @Test func theClosureIsEverythingThatCanBeReached() throws {
    let environment = try environment([
      ("base", "{% include 'part' %}"), ("part", "p"), ("page", "{% extends 'base' %}{% import 'lib' as l %}"),
      ("lib", ""), ("other", "{% include ['none', 'part'] ignore missing %}"), ("dynamic", "{% include x %}"),
      ("choice", "{% extends 'base' if x else 'other' %}"),
    ])
    let closure = { (name: String) in environment.closure(of: environment.template(named: name)!) }
    #expect(closure("page") == ["base", "lib", "page", "part"])
    #expect(closure("other") == ["other", "part"])
    #expect(closure("part") == ["part"])
    #expect(closure("dynamic") == environment.templateNames.sorted())
    #expect(closure("choice") == ["base", "choice", "other", "part"])
  }

  @Test func theFingerprintIsThatOfTheClosure() throws {
    let before = try environment([("a", "{% include 'b' %}"), ("b", "1"), ("c", "2")])
    let after = try environment([("a", "{% include 'b' %}"), ("b", "1"), ("c", "3")])
    let changed = try environment([("a", "{% include 'b' %}"), ("b", "9"), ("c", "2")])
    let fingerprint = { (environment: Environment, name: String) in
      environment.fingerprint(of: environment.template(named: name)!)
    }
    #expect(fingerprint(before, "a") == fingerprint(after, "a"))
    #expect(fingerprint(before, "c") != fingerprint(after, "c"))
    #expect(fingerprint(before, "a") != fingerprint(changed, "a"))
  }

  @Test(arguments: [
    ("a.html", true), ("a.htm", true), ("a.xml", true), ("a.xhtml", true), ("a.rss", true), ("a.atom", true),
    ("a.txt", false), ("a", false), ("html", false),
  ]) func escapingGoesByTheName(name: String, escapes: Bool) {
    #expect(EnvironmentOptions.isMarkup(name) == escapes)
  }

  @Test func aMisspeltBlockIsReported() {
    let base = ("base", "{% block main %}{% block inner %}{% endblock %}{% endblock %}")
    let found = failure([base, ("main.html", "{% extends 'base' %}\n{% block mian %}{% endblock %}")])
    #expect(found.map(\.help) == ["did you mean 'main'?"])
    #expect(found.map(\.place) == ["main.html:2:10"])
    let middle = ("middle", "{% extends 'base' %}{% block inner %}{% block third %}{% endblock %}{% endblock %}")
    let last = ("main.html", "{% extends 'middle' %}{% block thrid %}{% endblock %}{% block inner %}{% endblock %}")
    #expect(failure([base, middle, last]).map(\.help) == ["did you mean 'third'?"])
  }

  @Test func aBlockThatIsNeverWrittenIsAWarning() throws {
    let base = ("base", "{% block main %}{% endblock %}{% block a %}{% endblock %}")
    let warnings = try environment([base, ("page", "{% extends 'base' %}{% block sidebar %}{% endblock %}")]).warnings
    #expect(warnings.map(\.id) == ["template/block"])
    #expect(warnings.map(\.severity) == [.warning])
  }

  @Test(arguments: [
    "{% extends 'base' %}{% block main %}{% block mian %}{% endblock %}{% endblock %}",
    "{% extends 'base' %}{% block mian %}{% endblock %}{% set x = self.mian() %}",
    "{% extends 'base' %}{% set x = self %}{% block mian %}{% endblock %}",
    "{% extends x %}{% block mian %}{% endblock %}", "{% block mian %}{% endblock %}",
    "{% if x %}{% extends 'base' %}{% endif %}{% block mian %}{% endblock %}",
    "{% extends 'dynamic' %}{% block mian %}{% endblock %}",
  ]) func blocksThatMayBeWrittenAreNot(text: String) throws {
    let base = ("base", "{% block main %}{% endblock %}")
    #expect(try environment([base, ("dynamic", "{% extends x %}"), ("page", text)]).warnings.isEmpty)
  }

  @Test func allMistakesAreReportedAtOnce() {
    let diagnostics = failure([
      ("main.html", "{{ x|uper }}\n{% include 'prt' %}{{ x is defind }}\n{{ 1 + }}{% if x %}"),
      ("part", "{% blok a %}{{ 'x'|replace('a') }}{{ x|join(sep='') }}{{ range() }}"),
    ])
    #expect(
      diagnostics.map { "\($0.path):\($0.line) \($0.message)" } == [
        "main.html:1 there is no filter 'uper'",
        "main.html:2 there is no template 'prt'",
        "main.html:2 there is no test 'defind'",
        "main.html:3 expected an expression, found '}}'",
        "main.html:3 'if' is not closed",
        "part:1 there is no tag 'blok'",
        "part:1 the filter 'replace' needs the argument 'new'",
        "part:1 the filter 'join' has no argument 'sep'",
      ])
    #expect(diagnostics[0].help == "did you mean 'upper'?")
    #expect(diagnostics[0].excerpt == "{{ x|uper }}")
    #expect(diagnostics[0].column == 6)
    #expect(diagnostics[0].length == 4)
    #expect(diagnostics[1].help == "did you mean 'part'?")
    #expect(diagnostics[5].help == "did you mean 'block'?")
  }

  @Test func callsOfKnownFunctionsAreChecked() {
    var options = ShelfModel.options
    options.names.append("page")
    let diagnostics = failure(
      [
        ("main.html", "{{ asset() }}{{ aset('a') }}{{ asset('a', nme='b') }}{{ joiner(1, 2) }}{{ own() }}"),
        ("b", "{% macro own() %}{% endmacro %}"),
      ],
      options: options)
    #expect(
      diagnostics.map(\.message) == [
        "the function 'asset' needs the argument 'name'", "there is no function 'aset'",
        "the function 'asset' has no argument 'nme'", "the function 'joiner' takes at most 1, not 2",
      ])
    #expect(diagnostics[1].help == "did you mean 'asset'?")
    #expect(diagnostics[2].help == "did you mean 'name'?")
  }

  @Test func misplacedTagsAreReported() {
    let messages = failure([
      (
        "main.html",
        "{% break %}{% for x in [] %}{% extends 'main.html' %}{% endfor %}{% block a %}{% endblock %}"
          + "{% block a %}{% endblock %}{% else %}{% endif %}{% for x in y %}{% endif %}"
      )
    ]).map(\.message)
    #expect(
      messages == [
        "'break' is not inside of a loop", "'extends' can be used only at the top level of a template",
        "the block 'a' occurs twice", "'else' has nothing that it belongs to",
        "'endif' has nothing that it belongs to", "'endif' does not close 'for'",
      ])
  }

  @Test func failuresNameTheTemplatesThatLedThere() {
    let diagnostics = failure([
      ("main.html", "{% extends 'base.html' %}\n{% block b %}{{ super() }}\n{% include 'part.html' %}{% endblock %}"),
      ("base.html", "{% block b %}{% endblock %}"),
      ("part.html", "{% macro m(x) %}\n{{ x.y.z }}{% endmacro %}{{ m({}) }}"),
    ])
    let diagnostic = diagnostics.first
    #expect(diagnostic?.place == "part.html:2:4")
    #expect(diagnostic?.message == "a dictionary has no attribute 'y'")
    #expect(diagnostic?.notes.map(\.place) == ["part.html:2:29", "main.html:3:12", "base.html:1:10"])
    #expect(diagnostic?.notes.first?.message == "in the macro 'm', which is called here")
  }

  @Test func theNearestVariableIsSuggested() {
    let diagnostics = failure([("main.html", "{{ titel }}")], variables: [.init("title", .string("x"))])
    #expect(diagnostics.first?.message == "'titel' is undefined")
    let used = failure([("main.html", "{{ titel }}{{ title }}")], variables: [.init("title", .string("x"))])
    #expect(used.first?.help == "did you mean 'title'?")
  }

  @Test func theNearestKeyIsSuggested() {
    let paper = ContextValue.dictionary([.init("title", .string("x")), .init("tags", .list([]))])
    let ofContext = failure([("main.html", "{{ {'a': 1}.a }}{{ paper.titel }}")], variables: [.init("paper", paper)])
    #expect(ofContext.first?.message == "a dictionary has no attribute 'titel'")
    #expect(ofContext.first?.help == "did you mean 'title'?")
    #expect(failure([("main.html", "{{ paper.venue }}")], variables: [.init("paper", paper)]).first?.help == nil)
    let ofTemplate = failure([("main.html", "{% set n = namespace(count=1) %}{{ n.cuont }}")])
    #expect(ofTemplate.first?.help == "did you mean 'count'?")
  }

  @Test func undefinedAttributesOfDifferentDictionariesAreOneKey() throws {
    let numbers = (1...9).map { "\($0): 0, " }.joined()
    let source = "{% set a = {} %}{% set b = {} %}{{ {a.x: 0, \(numbers)b.x: 0} | length }}"
    let environment = try environment([("main.html", source)])
    var out = ByteBuffer()
    try Renderer(environment: environment)
      .render(environment.template(named: "main.html")!, globals: Globals(), into: &out)
    #expect(String(bytes: out.span) == "10")
  }

  @Test func aFailedRenderLeavesTheOutputAsItWas() throws {
    let environment = try environment([("main.html", "{% if bad %}x{{ nothing }}{% endif %}ok")])
    let renderer = Renderer(environment: environment)
    let template = environment.template(named: "main.html")!
    var out = ByteBuffer()
    out.append("before ")
    #expect(throws: Diagnostic.self) {
      try renderer.render(template, globals: Globals(), variables: [.init("bad", .boolean(true))], into: &out)
    }
    try renderer.render(template, globals: Globals(), into: &out)
    #expect(String(bytes: out.span) == "before ok")
  }
}
