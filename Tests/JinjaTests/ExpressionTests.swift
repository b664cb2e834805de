import ByteText
import Jinja
import Testing

/// Single expressions over a host's objects.
@Suite struct ExpressionTests {
  private var options: EnvironmentOptions {
    var options = ShelfModel.options
    options.names.append("book")
    return options
  }

  private func file(_ text: String) -> SourceFile {
    SourceFile(path: "site.yml", text: FrozenBytes(copying: text.utf8.span))
  }

  /// The values for the two books of the shelf.
  private func truths(_ text: String, file: SourceFile? = nil, range: Range<Int>? = nil) throws -> [Bool] {
    let source =
      file.map { ExpressionSource(text, variables: ["book"], in: $0, at: range ?? 0..<0) }
      ?? ExpressionSource(text, variables: ["book"])
    let environment = try Environment(expressions: [source], options: options)
    let renderer = Renderer(environment: environment, model: ShelfModel())
    var globals = Globals()
    let book = try #require(environment.symbols.symbol(for: "book"))
    return try (0..<2).map { index in
      globals.set(book, to: Value(ObjectRef(type: 1, index: index)))
      return try renderer.truth(of: environment.expressions[0], globals: globals)
    }
  }

  private func mistakes(_ text: String, in content: String? = nil, at range: Range<Int>? = nil) -> [Diagnostic] {
    let file = file(content ?? text)
    do {
      _ = try truths(text, file: file, range: range ?? 0..<text.utf8.count)
      return []
    } catch let diagnostics as Diagnostics {
      return diagnostics.list
    } catch {
      return [error as? Diagnostic].compactMap { $0 }
    }
  }

  @Test(arguments: [
    ("book.pages >= 100", [false, true]), ("book.pages", [false, true]), ("not book.subtitle", [true, true]),
    ("book.title == 'C' or 'B' in book.title", [true, true]), (" book.title == 'C' ", [false, true]),
    ("asset('x') == '/x' and [1, 2]|length == 2", [true, true]), ("book.title|shout == 'C!'", [false, true]),
    ("{'a': [book.title]}['a'][0] == 'C'", [false, true]), ("book.pages is even", [true, true]),
  ]) func conditionsHoldForObjects(text: String, expected: [Bool]) throws {
    #expect(try truths(text) == expected)
  }

  @Test func valuesOfExpressionsCanBeRead() throws {
    let environment = try Environment(
      templates: [TemplateSource(name: "a", text: "t")],
      expressions: [ExpressionSource("1 + 1", variables: []), ExpressionSource("'a' ~ '<'", variables: [])])
    let renderer = Renderer(environment: environment)
    #expect(environment.templateNames == ["a"])
    #expect(environment.expressions.count == 2)
    let sum = try renderer.value(of: environment.expressions[0], globals: Globals())
    #expect(sum.kind == .integer)
    let text = try renderer.value(of: environment.expressions[1], globals: Globals())
    #expect(renderer.withBytes(of: text) { String(bytes: $0) } == "a<")
  }

  @Test func renderingAndEvaluatingTakeTurns() throws {
    let environment = try Environment(
      templates: [TemplateSource(name: "a", text: "{{ x }}")],
      expressions: [ExpressionSource("x == 3", variables: ["x"])])
    let renderer = Renderer(environment: environment)
    var globals = Globals()
    globals.set(try #require(environment.symbols.symbol(for: "x")), to: Value(3))
    var out = ByteBuffer()
    for _ in 0..<3 {
      try renderer.render(environment.template(named: "a")!, globals: globals, into: &out)
      #expect(try renderer.truth(of: environment.expressions[0], globals: globals))
    }
    #expect(String(bytes: out.span) == "333")
  }

  @Test(arguments: [
    ("book.pages >=", "expected an expression, found the end of the expression", 14),
    ("bok.pages", "there is no variable 'bok'", 1), ("book.pages|uper", "there is no filter 'uper'", 12),
    ("aset('x')", "there is no function 'aset'", 1), ("asset()", "the function 'asset' needs the argument 'name'", 1),
    ("book.title book", "expected the end of the expression, found 'book'", 12), ("", "expected an expression", 1),
    ("book }}", "unexpected '}'", 6), ("loop.index", "there is no variable 'loop'", 1),
    ("super()", "there is no variable 'super'", 1),
    ("book.pages < 'a'", "an integer and a text have no order", 1), ("book.tilte > 1", "book has no attribute", 1),
  ]) func mistakesHaveTheirPlace(text: String, message: String, column: Int) {
    let found = mistakes(text)
    #expect(found.count == 1, "\(found.map(\.message))")
    #expect(found.first?.message.hasPrefix(message) == true, "\(found.first?.message ?? "")")
    #expect(found.first?.column == column)
    #expect(found.first?.id.hasPrefix("expression/") == true)
  }

  @Test func mistakesAreShownInTheFileTheyAreIn() {
    let plain = "title: x\nwhere: bok.pages\n"
    #expect(mistakes("bok.pages", in: plain, at: 16..<25).map(\.place) == ["site.yml:2:8"])
    let quoted = "where: \"1 + bok\"\n"
    #expect(mistakes("1 + bok", in: quoted, at: 7..<16).map(\.place) == ["site.yml:1:13"])
    let escaped = "where: '''a'' == bok'\n"
    #expect(mistakes("'a' == bok", in: escaped, at: 7..<21).map(\.place) == ["site.yml:1:8"])
    #expect(mistakes("bok", in: "", at: 5..<9).map(\.place) == ["site.yml:1:1"])
  }

  @Test func endlessNestingIsRefused() {
    let deep = String(repeating: "(", count: 100_000)
    #expect(mistakes(deep).map(\.id) == ["expression/depth"])
  }
}

/// A host that hands out lists and dictionaries which it makes when they are asked for.
private final class ExtraModel: DataModel {
  private(set) var made = 0
  private var kept: (render: Int, value: Value)?

  var segments: [FrozenBytes] { [] }
  func count(of object: ObjectRef) -> Int? { nil }
  func element(at index: Int, of object: ObjectRef, scratch: inout Scratch) -> Value { .undefined }
  func typeName(of object: ObjectRef) -> String { "paper" }
  func attributeNames(of object: ObjectRef) -> [String] { ["extra"] }

  func attribute(_ name: Symbol, of object: ObjectRef, scratch: inout Scratch) throws(TemplateFailure) -> Value {
    if let kept, kept.render == scratch.renderNumber { return kept.value }
    made += 1
    let list = try scratch.list(count: object.index)
    for number in 0..<object.index { scratch.append(Value(number), toList: list) }
    let extra = try scratch.dictionary(count: 1)
    scratch.set(scratch.string("a b"), to: list, inDictionary: extra)
    scratch.set(list, to: list, inDictionary: extra)
    scratch.append(list, toList: extra)
    kept = (scratch.renderNumber, extra)
    return extra
  }
}

@Suite struct LazyValueTests {
  private func rendered(_ text: String, size: Int, model: ExtraModel, limits: RenderLimits = .init()) throws -> String {
    var options = EnvironmentOptions()
    options.names = ["paper", "extra"]
    return try render(
      text, options: options, model: model, limits: limits,
      globals: [("paper", Value(ObjectRef(type: 0, index: size)))])
  }

  @Test func valuesAreMadeOnceARender() throws {
    let model = ExtraModel()
    let text =
      "{{ paper.extra['a b'][2] }}{{ paper.extra|length }}{% for k, v in paper.extra.items() %}{{ k }}{% endfor %}"
    #expect(try rendered(text, size: 3, model: model) == "21a b")
    #expect(model.made == 1)
    #expect(try rendered(text, size: 4, model: ExtraModel()) == "21a b")
  }

  @Test func whatIsMadeCountsAgainstTheLimits() {
    var limits = RenderLimits()
    limits.scratchBytes = 1 << 16
    #expect(throws: Diagnostic.self) {
      try rendered("{{ paper.extra|length }}", size: 10_000, model: ExtraModel(), limits: limits)
    }
  }
}
