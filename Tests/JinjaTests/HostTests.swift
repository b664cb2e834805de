import ByteText
import Jinja
import Testing

@Suite struct HostTests {
  private func render(_ text: String) throws -> String {
    try JinjaTests.render(
      text, options: ShelfModel.options, model: ShelfModel(), globals: [("shelf", ShelfModel.shelf)])
  }

  @Test func objectsHaveAttributesElementsAndLengths() throws {
    #expect(try render("{{ shelf.first.title }}") == "A &amp; B")
    #expect(
      try render("{% for b in shelf.books %}{{ loop.index }}/{{ loop.length }} {{ b.title }};{% endfor %}")
        == "1/2 A &amp; B;2/2 C;")
    #expect(try render("{{ shelf.books|length }} {{ shelf.books[1].title }} {{ shelf.books[-2]['pages'] }}") == "2 C 0")
    #expect(try render("{{ (shelf.books|last).title }}{{ shelf.books[1:]|length }}") == "C1")
    #expect(try render("{{ shelf.books|map(attribute='title')|join(', ') }}") == "A &amp; B, C")
    #expect(
      try render("{{ shelf.books|sort(attribute='pages', reverse=true)|map(attribute='pages')|join(' ') }}")
        == "100 0")
    #expect(try render("{{ (shelf.books|where('pages', 100)|first).title }}") == "C")
  }

  @Test func objectsArePrintedAsTheirText() throws {
    #expect(
      try render("{{ shelf.first }}|{{ shelf.first|upper }}|{{ shelf.first|safe }}") == "A &amp; B|A &amp; B|A & B")
  }

  @Test func absentAttributesCanBeTested() throws {
    #expect(try render("{{ shelf.first.subtitle is defined }}{% if shelf.first.subtitle %}x{% endif %}") == "False")
    #expect(try render("{{ shelf.first.subtitle|default('none') }}{{ shelf.first.subtitle or 1 }}") == "none1")
    #expect(try render("{% if shelf.books %}y{% endif %}{{ shelf is defined }}") == "yTrue")
  }

  @Test func printingAnAbsentAttributeNamesIt() {
    let known = failure(
      [("main.html", "{{ shelf.first.subtitle }}")], options: ShelfModel.options, model: ShelfModel(),
      globals: [("shelf", ShelfModel.shelf)])
    #expect(known.first?.message == "this book has no 'subtitle'")
    let misspelt = failure(
      [("main.html", "{{ shelf.first.tilte }}")], options: ShelfModel.options, model: ShelfModel(),
      globals: [("shelf", ShelfModel.shelf)])
    #expect(misspelt.first?.message == "book has no attribute 'tilte'")
    #expect(misspelt.first?.help == "did you mean 'title'?")
  }

  @Test func functionsAndFiltersOfTheHostAreCalled() throws {
    #expect(try render("{{ asset('a.css') }} {{ asset(suffix='?1', name='b') }}") == "/a.css /b?1")
    #expect(try render("{{ 'x'|shout }} {{ 'x'|shout('?') }} {{ ['a']|map('shout', mark='.')|first }}") == "X! X? A.")
    #expect(try render("{{ asset(*['a', 'b']) }}") == "/ab")
  }

  @Test func failuresOfTheHostHaveTheirPlace() {
    let diagnostics = failure(
      [("main.html", "a\n{{ asset('none') }}")], options: ShelfModel.options, model: ShelfModel())
    #expect(diagnostics.first?.message == "there is no asset 'none'")
    #expect(diagnostics.first?.line == 2)
  }

  @Test func namesOfTheHostAreTheFirstSymbols() throws {
    let environment = try Environment(templates: [], options: ShelfModel.options)
    #expect(ShelfModel.names.map { environment.symbols.symbol(for: $0)?.id } == [0, 1, 2, 3, 4, 5])
  }

  @Test func retainedValuesStayAndCannotBeChanged() throws {
    var options = EnvironmentOptions()
    options.names = ["params"]
    let text = "{{ params.x }}{% if change %}{% do params.list.append(1) %}{% endif %}{{ params.list|length }}"
    let environment = try Environment(templates: [TemplateSource(name: "t", text: text)], options: options)
    let renderer = Renderer(environment: environment)
    let params = renderer.retain {
      $0.value(.dictionary([.init("x", .string("é")), .init("list", .list([.integer(1)]))]))
    }
    var globals = Globals()
    globals.set(Symbol(id: 0), to: params)
    let template = environment.template(named: "t")!
    for _ in 0..<3 {
      var out = ByteBuffer()
      try renderer.render(template, globals: globals, into: &out)
      #expect(String(bytes: out.span) == "é1")
      #expect(throws: Diagnostic.self) {
        try renderer.render(template, globals: globals, variables: [.init("change", .boolean(true))], into: &out)
      }
      #expect(String(bytes: out.span) == "é1")
    }
  }

  @Test func aProfileCountsRendersAndTime() throws {
    let environment = try Environment(templates: [
      TemplateSource(name: "a", text: "{% for i in range(3) %}{% include 'b' %}{% endfor %}"),
      TemplateSource(name: "b", text: "x"), TemplateSource(name: "c", text: ""),
    ])
    let renderer = Renderer(environment: environment)
    var now: UInt64 = 0
    renderer.startProfile {
      now += 1
      return now
    }
    var out = ByteBuffer()
    try renderer.render(environment.template(named: "a")!, globals: Globals(), into: &out)
    #expect(renderer.profile.map(\.name) == ["a", "b", "c"])
    #expect(renderer.profile.map(\.renders) == [1, 3, 0])
    #expect(renderer.profile.map(\.time) == [4, 3, 0])
  }
}
