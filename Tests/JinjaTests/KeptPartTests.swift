import ByteText
import Jinja
import Testing

/// Included templates that write the same on many pages: what stands on a page is what would stand there anyway.
@Suite struct KeptPartTests {
  /// A page after the other with the same renderer; each time by a host that lets parts be kept, and by one that doesn't.
  private func pages(
    _ templates: [(String, String)], count: Int = 6, setBook: Bool = false
  ) throws -> (texts: [String], reads: Int) {
    var options = EnvironmentOptions()
    options.names = PageModel.names
    let sources = templates.map { TemplateSource(name: $0.0, text: $0.1) }
    let environment = try Environment(templates: sources, options: options)
    var results: [[String]] = []
    var reads = 0
    for keepsParts in [true, false] {
      let model = PageModel(keepsParts: keepsParts)
      let renderer = Renderer(environment: environment, model: model)
      results.append((0..<count).map { page(of: environment, renderer, model, $0, book: setBook ? $0 % 2 : nil) })
      if keepsParts { reads = model.reads }
    }
    #expect(results[0] == results[1])
    return (results[0], reads)
  }

  private func page(
    of environment: Environment, _ renderer: Renderer, _ model: PageModel, _ number: Int, book: Int?
  ) -> String {
    model.begin(number)
    var globals = Globals()
    globals.set(Symbol(id: 0), to: Value(ObjectRef(type: 0, index: 0)))
    globals.set(Symbol(id: 1), to: Value(ObjectRef(type: 1, index: 0)))
    if let book { globals.set(Symbol(id: 2), to: Value(ObjectRef(type: 2, index: book))) }
    var out = ByteBuffer()
    do throws(Diagnostic) {
      guard let template = environment.template(named: "main.html") else { return "no template" }
      try renderer.render(template, globals: globals, into: &out)
      return String(bytes: out.span)
    } catch {
      return "error: \(error.message)"
    }
  }

  @Test func whatDependsOnTheSiteAloneIsRenderedOnce() throws {
    let (texts, reads) = try pages([
      ("main.html", "{{ page.title }}: {% include 'part.html' %}!"),
      ("part.html", "{% for i in range(3) %}{{ site.name }}{{ loop.index }} {% endfor %}"),
    ])
    #expect(texts[0] == "page 0: a&lt;b1 a&lt;b2 a&lt;b3 !")
    #expect(texts[5] == "page 5: a&lt;b1 a&lt;b2 a&lt;b3 !")
    #expect(reads == 6, "three for each kind of page")
  }

  @Test func whatDependsOnTheKindOfPageIsRenderedOncePerKind() throws {
    let (texts, reads) = try pages([
      ("main.html", "{% include 'part.html' %}"), ("part.html", "{{ page.kind }} {{ site.name }}"),
    ])
    #expect(texts == ["even a&lt;b", "odd a&lt;b", "even a&lt;b", "odd a&lt;b", "even a&lt;b", "odd a&lt;b"])
    #expect(reads == 2)
  }

  @Test func whatDependsOnThePageIsRenderedEachTime() throws {
    let (texts, reads) = try pages(
      [("main.html", "{% include 'part.html' %}"), ("part.html", "{{ page.title }}{{ site.name }}")], count: 200)
    #expect(texts[199] == "page 199a&lt;b")
    #expect(reads == 200)
  }

  @Test(arguments: [
    "{% set site = 'own' ~ page.title %}{% include 'part.html' %}",
    "{% for site in ['x', page.title] %}{% include 'part.html' %}{% endfor %}",
    "{% with site = page.title %}{% include 'part.html' %}{% endwith %}",
    "{% set text %}{% include 'part.html' %}{% endset %}{{ text }}{{ text }}",
    "{% autoescape false %}{% include 'part.html' %}{% endautoescape %}{% include 'part.html' %}",
    "{% include 'outer.html' %}{% include 'part.html' %}", "{% include 'part.html' without context %}",
    "{% macro m(site) %}{% include 'part.html' %}{% endmacro %}{{ m(page.title) }}{{ m(1) }}",
    "{% extends 'base.html' %}{% block a %}{% include 'part.html' %}{{ super() }}{% endblock %}",
    "{% include ['none.html', 'part.html'] %}{% include 'macro.html' %}{% include 'setting.html' %}",
  ])
  func surroundingsChangeNothing(text: String) throws {
    _ = try pages(
      [
        ("main.html", text), ("part.html", "<{{ site.name if site.name is defined else site }}>"),
        ("outer.html", "({% include 'part.html' %}{{ page.kind }}{% include 'part.html' %})"),
        ("base.html", "{% block a %}{% include 'outer.html' %}{% endblock %}"),
        ("macro.html", "{% macro f() %}{{ page.title }}{% endmacro %}{{ f() }}"),
        ("setting.html", "{% set own = page.kind %}{{ own }}{% if own == 'odd' %}{{ page.title }}{% endif %}"),
      ])
  }

  @Test func otherObjectsGiveOtherParts() throws {
    let (texts, _) = try pages(
      [("main.html", "{% include 'part.html' %}"), ("part.html", "{{ book.name }} {{ site.name }}")], setBook: true)
    #expect(
      texts == ["book 0 a&lt;b", "book 1 a&lt;b", "book 0 a&lt;b", "book 1 a&lt;b", "book 0 a&lt;b", "book 1 a&lt;b"])
  }

  @Test func noMorePartsAreMadeThanAreKept() throws {
    var options = EnvironmentOptions()
    options.names = PageModel.names
    let sources = [
      TemplateSource(name: "main.html", text: "{% include 'part.html' %}"),
      TemplateSource(name: "part.html", text: "{{ book.name }}"),
    ]
    let environment = try Environment(templates: sources, options: options)
    let model = PageModel(keepsParts: true)
    let renderer = Renderer(environment: environment, model: model)
    // Each book in turn with the first one, whose part is used again and again.
    let texts = (0..<400).map { page(of: environment, renderer, model, 0, book: $0 % 2 == 0 ? 0 : $0) }
    #expect(texts[398] == "book 0" && texts[399] == "book 399")
    #expect(model.parts == 32)
  }

  @Test func aFailureEndsAPart() throws {
    let (texts, _) = try pages([
      ("main.html", "{% include 'part.html' %}{{ page.title }}"),
      ("part.html", "{% if page.kind == 'odd' %}{{ site.missing.more }}{% endif %}{{ site.name }}"),
    ])
    #expect(texts[1].hasPrefix("error: ") && texts[3] == texts[1])
    #expect(texts[4] == "a&lt;bpage 4")
  }
}

/// A site, a page and two books. It counts how often the site is asked for its name.
private final class PageModel: DataModel {
  static let names = ["site", "page", "book", "name", "kind", "title"]

  private let keepsParts: Bool
  private var number = 0
  private var hasReadPage = false
  private var kinds: [Int] = []
  private(set) var reads = 0
  /// How many parts can be used again.
  var parts: Int { kinds.count }

  init(keepsParts: Bool) { self.keepsParts = keepsParts }

  func begin(_ number: Int) { self.number = number }

  var segments: [FrozenBytes] { [] }

  func attribute(_ name: Symbol, of object: ObjectRef, scratch: inout Scratch) throws(TemplateFailure) -> Value {
    switch (object.type, name.id) {
    case (0, 3):
      reads += 1
      return scratch.string("a<b")
    case (1, 4): return scratch.string(number % 2 == 0 ? "even" : "odd")
    case (1, 5):
      hasReadPage = true
      return scratch.string("page \(number)")
    case (2, 3): return scratch.string("book \(object.index)")
    default: return .undefined
    }
  }

  func beginPart() { hasReadPage = false }

  func endPart() -> Int? {
    guard keepsParts, !hasReadPage else { return nil }
    kinds.append(number % 2)
    return kinds.count - 1
  }

  func usePart(_ part: Int) -> Bool { kinds[part] == number % 2 }

  func count(of object: ObjectRef) -> Int? { nil }
  func element(at index: Int, of object: ObjectRef, scratch: inout Scratch) -> Value { .undefined }
  func typeName(of object: ObjectRef) -> String { ["site", "page", "book"][Int(object.type)] }
  func attributeNames(of object: ObjectRef) -> [String] { ["name", "kind", "title"] }
}
