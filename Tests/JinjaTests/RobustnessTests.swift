import ByteText
import Foundation
import Jinja
import Testing

/// Broken templates end in a page or a diagnostic. A crash can't be caught inside the process: it ends the test run.
@Suite struct RobustnessTests {
  @Test func everyPrefixOfEveryFixtureEnds() throws {
    var known: Set<[UInt8]> = []
    var count = 0
    for fixture in try JinjaCase.fixtures() {
      for (index, template) in fixture.templates.enumerated() where template.text.utf8.count <= 600 {
        let text = Array(template.text.utf8)
        for length in 0...text.count where known.insert(Array(text[..<length])).inserted {
          count += 1
          expectEnd(of: fixture, replacing: index, by: Array(text[..<length]))
        }
      }
    }
    print("Robustness: \(count) prefixes")
    #expect(count > 50_000)
  }

  @Test func mutatedTemplatesEnd() throws {
    let seed = UInt64(ProcessInfo.processInfo.environment["SITEGEN_SEED"] ?? "") ?? 20_260_107
    let count = Int(ProcessInfo.processInfo.environment["SITEGEN_MUTATIONS"] ?? "") ?? 100_000
    print("Robustness: \(count) mutated templates, seed \(seed)")
    let fixtures = try JinjaCase.fixtures().filter { $0.templates.allSatisfy { $0.text.utf8.count <= 600 } }
    var mutator = Mutator(seed: seed, texts: fixtures.flatMap(\.templates).map { Array($0.text.utf8) })
    for _ in 0..<count {
      let fixture = fixtures[mutator.below(fixtures.count)]
      let index = mutator.below(fixture.templates.count)
      expectEnd(of: fixture, replacing: index, by: mutator.mutated(Array(fixture.templates[index].text.utf8)))
    }
  }

  /// Compiles and renders a fixture with another text; a failure has to say what is wrong.
  private func expectEnd(of fixture: JinjaCase, replacing index: Int, by text: [UInt8]) {
    var sources = fixture.templates.map { TemplateSource(name: $0.name, text: $0.text) }
    let file = SourceFile(path: sources[index].name, text: FrozenBytes(copying: text.span))
    sources[index] = TemplateSource(name: sources[index].name, file: file)
    let outcome = CompiledTemplates(fixture, sources: sources, limits: Self.limits).outcome(of: fixture)
    if case .failure(let message, _) = outcome, message.isEmpty {
      Issue.record("no message: \(String(decoding: text, as: UTF8.self).debugDescription)")
    }
  }

  private static var limits: RenderLimits {
    var limits = RenderLimits()
    limits.steps = 20_000
    limits.outputBytes = 1 << 20
    limits.scratchBytes = 1 << 20
    limits.rangeCount = 1_000
    return limits
  }
}

/// Damages texts, the same way for the same seed.
private struct Mutator {
  private static let tokens = [
    "{%", "%}", "{{", "}}", "{#", "#}", "-", "'", "\"", "|", "(", ")", "[", "]", "{", "}", ",", ".", ":", "=", "~",
    "\n",
    " if ", " for ", " in ", " is ", " not ", " else ", "{% endif %}", "{% endfor %}", "{% else %}", "{% raw %}",
    "{% block b %}", "{% endblock %}", "{% macro m(a, b=1) %}", "{% endmacro %}", "{% set x = 1 %}", "{{ super() }}",
    "{% extends 'main.html' %}", "{% include 'main.html' %}", "|upper", "loop", "9223372036854775807", "1e999", "**",
    "//", "%", "\\u", "\\x", "é", "\u{FF}", "\0", " recursive", "*xs", "**d", "[::-1]", "self.b()", "caller()", "none",
  ].map { Array($0.utf8) }

  private var state: UInt64
  private let texts: [[UInt8]]

  init(seed: UInt64, texts: [[UInt8]]) {
    state = seed
    self.texts = texts
  }

  /// SplitMix64.
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(max(bound, 1)))
  }

  mutating func mutated(_ text: [UInt8]) -> [UInt8] {
    var text = text
    for _ in 0...below(3) { mutate(&text) }
    return text
  }

  private mutating func mutate(_ text: inout [UInt8]) {
    let place = below(text.count + 1)
    switch below(6) {
    case 0: if place < text.count { text[place] = UInt8(below(256)) }
    case 1: if place < text.count { text[place] ^= 1 << UInt8(below(8)) }
    case 2: text.removeSubrange(place..<min(text.count, place + below(12)))
    case 3: text.insert(contentsOf: text[place..<min(text.count, place + below(40))], at: place)
    case 4: text.insert(contentsOf: Self.tokens[below(Self.tokens.count)], at: place)
    default: splice(into: &text, at: place)
    }
  }

  private mutating func splice(into text: inout [UInt8], at place: Int) {
    let other = texts[below(texts.count)]
    let start = below(other.count + 1)
    text.insert(contentsOf: other[start..<min(other.count, start + below(60))], at: place)
  }
}
