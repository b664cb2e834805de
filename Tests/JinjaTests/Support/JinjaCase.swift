import ByteText
import Foundation
import Jinja

/// A template with what Jinja2 makes of it: one line of `Cases/*.jsonl` or of the live generator.
struct JinjaCase: Sendable {
  /// What rendering ends in; the message of a failure is for the reader alone.
  enum Outcome: Sendable {
    case output(String)
    case failure(String, line: Int?)
  }

  struct Source: Sendable, Equatable {
    var name: String
    var text: String
  }

  let name: String
  let area: String
  var templates: [Source]
  let context: [ContextValue.Entry]
  let settings: ContextValue
  let expected: Outcome

  init(line: some Sequence<UInt8>) throws {
    let json = try OrderedJSON.parse(line)
    name = json["name"]?.string ?? ""
    area = json["area"]?.string ?? ""
    templates = json["templates"]?.entries.map { Source(name: $0.key, text: $0.value.string ?? "") } ?? []
    context = json["context"]?.entries ?? []
    settings = json["options"] ?? .none
    if let output = json["output"]?.string {
      expected = .output(output)
    } else {
      expected = .failure(json["error"]?.string ?? "", line: json["line"]?.integer)
    }
  }

  /// The cases of the files next to the tests.
  static func fixtures() throws -> [JinjaCase] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Cases")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "jsonl" }.sorted { $0.path < $1.path }
      .flatMap { try read(Data(contentsOf: $0)) }
  }

  static func read(_ data: Data) throws -> [JinjaCase] {
    try data.split(separator: UInt8(ascii: "\n")).map(JinjaCase.init)
  }

  /// The options of the environment.
  var options: EnvironmentOptions {
    var options = EnvironmentOptions()
    options.trimBlocks = settings["trim_blocks"]?.boolean ?? false
    options.lstripBlocks = settings["lstrip_blocks"]?.boolean ?? false
    options.keepTrailingNewline = settings["keep_trailing_newline"]?.boolean ?? false
    options.undefined = settings["undefined"]?.string == "lenient" ? .lenient : .strict
    let autoescape = settings["autoescape"]?.boolean
    options.autoescape = { autoescape ?? Self.escapes($0) }
    return options
  }

  /// Jinja2's `select_autoescape`.
  private static func escapes(_ name: String) -> Bool {
    [".html", ".htm", ".xml"].contains { name.lowercased().hasSuffix($0) }
  }

  var main: String {
    templates.first { $0.name.hasPrefix("main.") }?.name ?? ""
  }

  /// What the engine makes of it.
  func outcome(limits: RenderLimits = RenderLimits()) -> Outcome {
    CompiledTemplates(self, limits: limits).outcome(of: self)
  }

  /// Whether the engine did what Jinja2 did: the same bytes, or both failed.
  func agrees(with outcome: Outcome) -> Bool {
    switch (expected, outcome) {
    case (.output(let expected), .output(let got)): Array(expected.utf8) == Array(got.utf8)
    case (.failure(_, let expected), .failure(_, let got)): expected == nil || expected == got
    default: false
    }
  }

  /// What a reader needs to repeat it.
  func report(_ outcome: Outcome) -> String {
    var lines = ["\(area)/\(name)"]
    lines += templates.map { "  \($0.name): \($0.text.debugDescription)" }
    lines += settings.entries.map { "  \($0.key): \($0.value)" }
    lines += context.map { "  with \($0.key) = \($0.value.shown)" }
    lines += ["  expected \(expected.shown)", "  got      \(outcome.shown)"]
    return lines.joined(separator: "\n")
  }
}

/// The environment of a set of templates, which several cases can share.
struct CompiledTemplates {
  let templates: [JinjaCase.Source]
  private let renderer: Result<Renderer, Diagnostics>

  init(_ jinjaCase: JinjaCase, limits: RenderLimits = RenderLimits()) {
    let sources = jinjaCase.templates.map { TemplateSource(name: $0.name, text: $0.text) }
    self.init(jinjaCase, sources: sources, limits: limits)
  }

  /// The templates of a case with other texts.
  init(_ jinjaCase: JinjaCase, sources: [TemplateSource], limits: RenderLimits) {
    templates = jinjaCase.templates
    renderer = Result { () throws(Diagnostics) in
      try Renderer(environment: Environment(templates: sources, options: jinjaCase.options), limits: limits)
    }
  }

  func outcome(of jinjaCase: JinjaCase) -> JinjaCase.Outcome {
    switch renderer {
    case .failure(let diagnostics):
      return .failure(diagnostics.list.first?.message ?? "no diagnostic", line: diagnostics.list.first?.line)
    case .success(let renderer):
      guard let template = renderer.environment.template(named: jinjaCase.main) else {
        return .failure("no template \(jinjaCase.main)", line: nil)
      }
      return Self.render(template, with: renderer, jinjaCase.context)
    }
  }

  private static func render(
    _ template: Template, with renderer: Renderer, _ context: [ContextValue.Entry]
  ) -> JinjaCase.Outcome {
    var buffer = ByteBuffer()
    do {
      try renderer.render(template, globals: Globals(), variables: context, into: &buffer)
      return .output(String(decoding: buffer.span.copied, as: UTF8.self))
    } catch {
      return .failure(error.message, line: error.line)
    }
  }
}

extension Span<UInt8> {
  fileprivate var copied: [UInt8] { indices.map { self[$0] } }
}

extension JinjaCase.Outcome {
  var shown: String {
    switch self {
    case .output(let text): text.debugDescription
    case .failure(let message, let line): "a failure\(line.map { " in line \($0)" } ?? ""): \(message)"
    }
  }
}

extension ContextValue {
  /// As Python or JSON would write it, roughly.
  var shown: String {
    switch self {
    case .none: "none"
    case .boolean(let boolean): "\(boolean)"
    case .integer(let integer): "\(integer)"
    case .number(let number): "\(number)"
    case .string(let text), .markup(let text): text.debugDescription
    case .list(let elements): "[\(elements.map(\.shown).joined(separator: ", "))]"
    case .dictionary(let entries):
      "{\(entries.map { "\($0.key.debugDescription): \($0.value.shown)" }.joined(separator: ", "))}"
    }
  }
}
