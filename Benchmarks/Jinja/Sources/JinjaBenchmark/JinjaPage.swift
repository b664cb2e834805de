import ByteText
import Foundation
import Jinja

/// The day page of the default theme, rendered as the program renders it.
final class JinjaPage {
  private let renderer: Renderer
  private let template: Template
  private var globals = Globals()
  private var out = ByteBuffer(capacity: 1 << 20)

  init(_ day: Day, templates folder: String) throws {
    var options = EnvironmentOptions()
    options.names = Self.names
    options.functions = ["asset", "url", "absolute"].map { HostSignature($0, [.required("name")]) }
    options.filters = [HostSignature("absolute_url"), HostSignature("markdown")]
    let environment = try Environment(templates: Self.templates(in: folder), options: options)
    var builder = TableModel.Builder(names: Self.names)
    let values = Self.fill(&builder, day)
    renderer = Renderer(environment: environment, model: TableModel(builder))
    guard let template = environment.template(named: "day.html") else { throw CocoaError(.fileNoSuchFile) }
    self.template = template
    for (name, value) in values {
      if let symbol = environment.symbols.symbol(for: name) { globals.set(symbol, to: value) }
    }
  }

  /// Renders the page and returns its length in bytes.
  func render() throws -> Int {
    out.removeAll()
    try renderer.render(template, globals: globals, into: &out)
    return out.count
  }

  var text: String { out.withUnsafeBytes { String(decoding: $0, as: UTF8.self) } }

  private static func templates(in folder: String) throws -> [TemplateSource] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".html") }.sorted().map {
      TemplateSource(name: $0, text: try String(contentsOfFile: folder + "/" + $0, encoding: .utf8))
    }
  }

  /// Every attribute that the theme's templates know; what a day page doesn't show stays undefined.
  private static let names = """
    site page day paper papers title title_text url date abstract abstract_text summary summary_text authors \
    author_count name organization published upvotes comments stars discussion links code project pdf arxiv doi \
    thumbnail is_new withdrawn older newer count language description feeds kind permalink canonical type tagline \
    outputs tags organizations params pages version root base_url latest first week month year coins head_links social \
    citation_tags json_ld in_menu avatar trending archive
    """.split(separator: " ").map(String.init)

  private static func fill(_ model: inout TableModel.Builder, _ day: Day) -> [(String, Value)] {
    var papers: [Value] = []
    for paper in day.papers { papers.append(fill(&model, paper)) }
    let list = model.list(papers)
    let older = model.object(["date": model.text("2026-01-06"), "url": model.text("/date/2026-01-06/")])
    let week = model.object(["url": model.text("/week/2026-W02/")])
    let month = model.object(["url": model.text("/month/2026-01/")])
    let year = model.object(["url": model.text("/year/2026/")])
    let dayValue = model.object([
      "date": model.text("2026-01-07"), "url": model.text("/date/2026-01-07/"), "papers": list,
      "count": Value(papers.count), "older": older, "week": week, "month": month, "year": year,
    ])
    let on = Value(true)
    let outputs = model.object(["authors": on, "tags": on, "organizations": on, "trending": on, "archive": on])
    let site = model.object([
      "title": model.text("Daily Papers"), "tagline": model.text("by AK & the community"), "language": model.text("en"),
      "outputs": outputs, "root": model.text("/"), "version": model.text("sitegen"), "pages": model.list([]),
    ])
    let none = model.text("", safe: true)
    let page = model.object([
      "kind": model.text("day"), "url": model.text("/date/2026-01-07/"), "description": model.text("Papers of the day"),
      "head_links": none, "social": none, "citation_tags": none, "json_ld": none, "feeds": model.list([]),
    ])
    return [("site", site), ("page", page), ("day", dayValue)]
  }

  private static func fill(_ model: inout TableModel.Builder, _ paper: Day.Paper) -> Value {
    func optional(_ text: String?, _ model: inout TableModel.Builder) -> Value {
      text.map { model.text($0) } ?? .undefined
    }
    let links = model.object([
      "code": optional(paper.code, &model), "project": optional(paper.project, &model), "pdf": model.text(paper.pdf),
    ])
    let organization = paper.organization.map {
      model.object(["title": model.text($0.name), "url": model.text($0.url)])
    }
    return model.object([
      "url": model.text(paper.url), "title": model.text(paper.title), "published": model.text("2026-01-05"),
      "is_new": Value(true), "abstract": model.text(paper.abstract, safe: true),
      "abstract_text": model.text(paper.abstract), "upvotes": Value(paper.votes), "comments": Value(paper.comments),
      "author_count": Value(paper.authorCount), "organization": organization ?? .undefined, "links": links,
      "thumbnail": optional(paper.thumbnail, &model), "coins": model.text(paper.coins, safe: true),
    ])
  }
}
