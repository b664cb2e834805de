package import ByteText
import Jinja
package import Site

/// Chooses and orders the papers of the listings that site.yml declares.
///
/// The conditions are compiled once and evaluated for each paper. A condition that fails for a paper, as a comparison
/// with a count that the record does not have, is false for it; one that fails for all papers gets a warning.
package struct ListingSelector {
  private let environment: Environment
  /// By the name of the listing: the number of its condition, and those of its keys of order.
  private var expressions: [String: (condition: Int?, order: [Int])] = [:]
  private let names: DynamicNames

  /// Compiles the expressions of some listings.
  ///
  /// - Throws: every mistake in them, at its place in site.yml.
  package init(_ configuration: SiteConfiguration) throws(Diagnostics) {
    var sources: [ExpressionSource] = []
    for listing in configuration.listings {
      let condition = listing.condition.map { $0.source() }
      let order = listing.order.map { $0.attribute.source(prefix: "paper.") }
      let first = sources.count
      sources += [condition].compactMap(\.self) + order
      let count = condition == nil ? 0 : 1
      expressions[listing.name] = (
        condition == nil ? nil : first, Array(first + count..<first + count + order.count)
      )
    }
    names = DynamicNames(configuration)
    var options = EnvironmentOptions()
    options.names = names.all
    options.undefined = .lenient
    environment = try Environment(expressions: sources, options: options)
  }

  /// The papers of a listing.
  ///
  /// - Parameters:
  ///   - listing: the listing.
  ///   - site: the site without its listings.
  ///   - diagnostics: gets what is wrong with the condition.
  package func papers(
    of listing: ListingSettings, in site: SiteData, _ diagnostics: inout [Diagnostic]
  ) -> [UInt32] {
    guard let numbers = expressions[listing.name] else { return [] }
    let evaluator = PaperEvaluator(SiteView(of: site), environment, names)
    let all = Array(evaluator.allPapers)
    var chosen = all
    if let condition = numbers.condition {
      chosen = all.filter { evaluator.isTrue(condition, of: $0) }
      if let warning = evaluator.warning { diagnostics.append(warning) }
    }
    if !numbers.order.isEmpty { sort(&chosen, by: numbers.order, listing.order, evaluator) }
    return listing.limit.map { Array(chosen.prefix($0)) } ?? chosen
  }

  private func sort(
    _ papers: inout [UInt32], by numbers: [Int], _ order: [ListingOrder], _ evaluator: PaperEvaluator
  ) {
    let keys = papers.map { paper in numbers.map { evaluator.key($0, of: paper) } }
    let ranked = papers.indices.sorted { left, right in
      for (position, key) in order.enumerated() {
        let (a, b) = (keys[left][position], keys[right][position])
        if let isBefore = a.isBefore(b, isDescending: key.isDescending) { return isBefore }
      }
      return left < right
    }
    papers = ranked.map { papers[$0] }
  }
}

/// What papers are ordered by. Papers without a value come last, in either direction.
private enum OrderKey {
  case number(Double)
  case text([UInt8])
  case missing

  /// Whether a paper with this key comes before one with another; nil where that is up to the next key.
  func isBefore(_ other: OrderKey, isDescending: Bool) -> Bool? {
    switch (self, other) {
    case (.missing, .missing): nil
    case (.missing, _): false
    case (_, .missing): true
    case (.number(let left), .number(let right)): left == right ? nil : (left < right) != isDescending
    case (.text(let left), .text(let right)):
      left == right ? nil : left.lexicographicallyPrecedes(right) != isDescending
    case (.number, .text): true
    case (.text, .number): false
    }
  }
}

/// Evaluates expressions for one paper after the other.
private final class PaperEvaluator {
  private let view: SiteView
  private let model: TemplateModel
  private let renderer: Renderer
  private let expressions: [CompiledExpression]
  private var globals = Globals()
  private var failures = 0
  private var failure: Diagnostic?

  init(_ view: SiteView, _ environment: Environment, _ names: DynamicNames) {
    self.view = view
    model = TemplateModel(of: view, names: names)
    model.namesTerms = true
    renderer = Renderer(environment: environment, model: model)
    expressions = environment.expressions
  }

  var allPapers: ArraySlice<UInt32> { view.items(of: view.list(.home)) }

  /// The first failure, where a condition failed for each paper.
  var warning: Diagnostic? {
    guard failures == allPapers.count, var failure else { return nil }
    failure.severity = .warning
    failure.help = "the listing is empty; a name is spelt as the template reference spells it"
    return failure
  }

  func isTrue(_ expression: Int, of paper: UInt32) -> Bool {
    set(paper)
    do throws(Diagnostic) {
      return try renderer.truth(of: expressions[expression], globals: globals)
    } catch {
      failures += 1
      failure = failure ?? error
      return false
    }
  }

  func key(_ expression: Int, of paper: UInt32) -> OrderKey {
    set(paper)
    guard let value = try? renderer.value(of: expressions[expression], globals: globals) else { return .missing }
    if let number = value.asNumber { return .number(number) }
    return renderer.withBytes(of: value) { text in
      var bytes: [UInt8] = []
      bytes.append(contentsOf: text)
      return .text(bytes)
    } ?? .missing
  }

  private func set(_ paper: UInt32) {
    view.begin()
    globals.set(Symbol(id: TemplateName.paper.rawValue), to: model.object(.paper, Int(paper)))
  }
}

extension SettingText {
  fileprivate func source(prefix: String = "") -> ExpressionSource {
    ExpressionSource(prefix + text, variables: ["paper"], in: place.file, at: place.range)
  }
}
