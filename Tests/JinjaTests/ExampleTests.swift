import ByteText
import Foundation
import Jinja
import Testing

final class Shelf: DataModel {
  let titles = ["A", "C"]
  var segments: [FrozenBytes] { [] }

  func attribute(_ name: Symbol, of object: ObjectRef, scratch: inout Scratch) -> Value {
    name.id == 2 ? scratch.string(titles[object.index]) : .undefined
  }

  func count(of object: ObjectRef) -> Int? { nil }
  func element(at index: Int, of object: ObjectRef, scratch: inout Scratch) -> Value { .undefined }
  func typeName(of object: ObjectRef) -> String { "book" }
  func attributeNames(of object: ObjectRef) -> [String] { ["title"] }
}

/// The examples in the comments of the public types: they compile and do what they say.
@Suite struct ExampleTests {
  private let model = Shelf()

  @Test func aTemplateIsRendered() throws {
    var options = EnvironmentOptions()
    options.names = ["site", "page", "title"]
    options.functions = [HostSignature("asset", [.required("name")])]
    let source = TemplateSource(name: "paper.html", text: "<h1>{{ page.title }}</h1>")
    let environment = try Environment(templates: [source], options: options)
    let renderer = Renderer(environment: environment, model: model)
    var buffer = ByteBuffer()
    var globals = Globals()
    globals.set(Symbol(id: 1), to: Value(ObjectRef(type: 0, index: 1)))
    if let template = environment.template(named: "paper.html") {
      try renderer.render(template, globals: globals, into: &buffer)
    }
    #expect(String(bytes: buffer.span) == "<h1>C</h1>")
  }

  @Test func anExpressionIsEvaluated() throws {
    var options = EnvironmentOptions()
    options.names = ["page", "titles", "title"]
    let source = ExpressionSource("page.title == 'C' and 'C' in titles", variables: ["page", "titles"])
    let environment = try Environment(expressions: [source], options: options)
    let renderer = Renderer(environment: environment, model: model)
    let titles = renderer.retain { scratch in scratch.list([scratch.string("C")]) }
    var globals = Globals()
    globals.set(Symbol(id: 0), to: Value(ObjectRef(type: 0, index: 1)))
    globals.set(Symbol(id: 1), to: titles)
    let isChosen = try renderer.truth(of: environment.expressions[0], globals: globals)
    #expect(isChosen)
  }

  @Test func valuesAreMadeAndPassed() throws {
    let text = "{{ authors[0].name }}{% for tag in tags %}{{ tag }}{% endfor %}"
    let environment = try Environment(templates: [TemplateSource(name: "a", text: text)])
    let template = try #require(environment.template(named: "a"))
    let renderer = Renderer(environment: environment)
    let authors = renderer.retain { scratch in
      let name = scratch.string { $0.append("Ada") }
      return scratch.list([scratch.dictionary([(key: scratch.string("name"), value: name)])])
    }
    var globals = Globals()
    globals.set(try #require(environment.symbols.symbol(for: "authors")), to: authors)
    var buffer = ByteBuffer()
    let variables = [ContextValue.Entry("tags", .list([.string("a"), .string("b")]))]
    try renderer.render(template, globals: globals, variables: variables, into: &buffer)
    #expect(String(bytes: buffer.span) == "Adaab")
  }

  @Test func limitsAreSet() throws {
    let loop = "{% for i in range(10000) %}{% for j in range(1000) %}{% endfor %}{% endfor %}"
    let environment = try Environment(templates: [TemplateSource(name: "a", text: loop)])
    let template = try #require(environment.template(named: "a"))
    do {
      var limits = RenderLimits()
      limits.steps = 1_000_000
      let renderer = Renderer(environment: environment, limits: limits)
      var buffer = ByteBuffer()
      #expect(throws: Diagnostic.self) { try renderer.render(template, globals: Globals(), into: &buffer) }
    }
    let budget = RenderBudget(steps: 1_000_000_000)
    let renderers = (0..<2).map { _ in Renderer(environment: environment, budget: budget) }
    #expect(renderers.count == 2)
    #expect(budget.usedSteps == 0)
  }

  @Test func signaturesAndFailuresAreMade() {
    var options = EnvironmentOptions()
    options.filters = [HostSignature("shorten", [.required("length"), .optional("end")])]
    #expect(options.filters[0].parameters.map(\.isOptional) == [false, true])
    func fail() throws {
      throw TemplateFailure("there is no asset 'a.css'", help: "did you mean 'b.css'?")
    }
    #expect(throws: TemplateFailure.self) { try fail() }
  }

  @Test func theExamplesInCommentsAreThese() throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let here = try lines(of: URL(filePath: #filePath)).joined(separator: "\n")
    for file in try #require(FileManager.default.enumerator(atPath: package.path + "/Sources/Jinja")) {
      guard let name = file as? String, name.hasSuffix(".swift") else { continue }
      let source = try lines(of: package.appending(path: "Sources/Jinja/" + name))
      for example in examples(in: source) { #expect(here.contains(example), "\(name)") }
    }
  }

  private func lines(of file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// The lines between the fences of each example.
  private func examples(in lines: [String]) -> [String] {
    var (examples, current): ([String], [String]?) = ([], nil)
    for line in lines {
      if line == "/// ```swift" {
        current = []
      } else if line == "/// ```", let lines = current {
        examples.append(lines.joined(separator: "\n"))
        current = nil
      } else if line.hasPrefix("///") {
        current?.append(line.dropFirst(3).trimmingCharacters(in: .whitespaces))
      }
    }
    return examples
  }
}
