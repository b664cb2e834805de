// Renders the day page of the default theme with sitegen's engine, swift-mustache and Stencil:
//
//     swift run -c release --package-path Benchmarks/Jinja JinjaBenchmark [themes/default/templates]
//
// The three pages hold the same bytes apart from white space and the spelling of entities; that is checked first. The
// engines take turns, and the best of several rounds counts.
import CountingMalloc
import Foundation

/// Without white space, with one spelling for each entity.
func comparable(_ page: String) -> String {
  page.replacing("&quot;", with: "&#34;").filter { !$0.isWhitespace }
}

/// Seconds that one call takes, the mean of `count` calls.
func seconds(_ count: Int, _ work: () throws -> Void) rethrows -> Double {
  let time = try ContinuousClock().measure { for _ in 0..<count { try work() } }
  return (Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18) / Double(count)
}

func row(_ name: String, _ seconds: Double, _ bytes: Int, _ best: Double) {
  let speed = Double(bytes) / seconds / 1e6
  print(
    "| \(name) | \((seconds * 1e6).formatted(.number.precision(.fractionLength(0)))) "
      + "| \(speed.formatted(.number.precision(.fractionLength(1)))) "
      + "| \((seconds / best).formatted(.number.precision(.fractionLength(1)))) |")
}

let folder = CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : "themes/default/templates"
let day = Day()
let jinja = try JinjaPage(day, templates: folder)
let mustache = try MustachePage(day)
let stencil = StencilPage(day)
let bytes = try jinja.render()
let wanted = comparable(jinja.text)
for (name, page) in [("swift-mustache", mustache.render()), ("Stencil", try stencil.render())]
where comparable(page) != wanted {
  let place = zip(comparable(page), wanted).prefix { $0 == $1 }.count
  print("\(name) gives another page: \(comparable(page).dropFirst(max(0, place - 40)).prefix(80))")
  print("instead of: \(wanted.dropFirst(max(0, place - 40)).prefix(80))")
  exit(1)
}

var best = (jinja: Double.infinity, mustache: Double.infinity, stencil: Double.infinity)
for _ in 0..<7 {
  best.jinja = min(best.jinja, try seconds(1000) { _ = try jinja.render() })
  best.mustache = min(best.mustache, seconds(20) { _ = mustache.render() })
  best.stencil = min(best.stencil, try seconds(4) { _ = try stencil.render() })
}
let before = allocation_count()
for _ in 0..<1000 { _ = try jinja.render() }
let allocations = Double(allocation_count() - before) / 1000

print("A page of \(bytes) bytes, \(day.papers.count) papers.\n")
print("| engine | µs a page | MB/s | times |\n|---|---:|---:|---:|")
row("sitegen", best.jinja, bytes, best.jinja)
row("swift-mustache 2.1.1", best.mustache, bytes, best.jinja)
row("Stencil 0.15.1", best.stencil, bytes, best.jinja)
print("\nsitegen asks for memory \(allocations) times a page.")
