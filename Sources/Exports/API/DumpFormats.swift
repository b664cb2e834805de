import ByteText
import Papers
import Site

/// All papers as JSON Lines: `api/papers/2026-01.jsonl` for each month, and a file with all papers of a small site.
///
/// A month's file contains the papers whose newest featured day is in it, so a new paper rewrites one of them; each
/// paper is in exactly one.
struct JSONLinesFormat: OutputFormatDefinition {
  /// The most papers of a site that has a file with all of them: more would be larger than hosts take.
  private static let wholeLimit = 10_000

  let fileName: StaticString = "papers.jsonl"
  let mediaType: StaticString = "application/jsonl"
  let countName = "API files"

  func siteFiles(in facts: PlanFacts) -> [OutputPlan] {
    guard facts.outputs.api.dump else { return [] }
    let format = facts.formats.number(of: Self.self)
    let months = (0..<facts.count(of: .month)).map { OutputPlan(kind: .month, format: format, subject: UInt32($0)) }
    return months + (facts.count(of: .paper) <= Self.wholeLimit ? [OutputPlan(kind: .home, format: format)] : [])
  }

  func appendPath(of plan: OutputPlan, in addresses: Addresses, to out: inout ByteBuffer) {
    guard plan.kind == .month else { return out.append("api/papers.jsonl") }
    out.append("api/papers/")
    addresses.appendName(of: plan, to: &out)
    out.append(".jsonl")
  }

  func makeWriter(for view: SiteView) -> (any FormatWriter)? { JSONLinesWriter(of: view) }
}

private struct JSONLinesWriter: FormatWriter {
  private let view: SiteView
  private let records: PaperRecordWriter

  init(of view: SiteView) {
    self.view = view
    records = PaperRecordWriter(of: view)
  }

  func write(_ plan: OutputPlan, into out: inout ByteBuffer) {
    let list = view.list(plan.kind, owner: Int(plan.subject))
    for paper in view.papers(of: list, reading: .record) where isIn(plan, paper) {
      records.append(paper, to: &out)
      out.append("\n")
    }
  }

  private func isIn(_ plan: OutputPlan, _ paper: PaperView) -> Bool {
    plan.kind == .home || paper.newestDay?.month.first == view.start(of: .month, Int(plan.subject))
  }
}

/// What the JSON API has: `api/index.json`.
struct APIIndexFormat: OutputFormatDefinition {
  let fileName: StaticString = "index.json"
  let mediaType: StaticString = "application/json"
  let countName = "API files"

  func siteFiles(in facts: PlanFacts) -> [OutputPlan] {
    let api = facts.outputs.api
    return api.papers || api.days || api.dump
      ? [OutputPlan(kind: .home, format: facts.formats.number(of: Self.self))] : []
  }

  func appendPath(of plan: OutputPlan, in addresses: Addresses, to out: inout ByteBuffer) {
    out.append("api/index.json")
  }

  func makeWriter(for view: SiteView) -> (any FormatWriter)? { APIIndexWriter(view: view) }
}

private struct APIIndexWriter: FormatWriter {
  let view: SiteView

  /// Tells where the API's files are and which months have papers.
  func write(_ plan: OutputPlan, into out: inout ByteBuffer) {
    let api = view.configuration.outputs.api
    var index = JSONObject()
    index.text("title", view.configuration.title, to: &out)
    index.text("home", view.configuration.baseURL, to: &out)
    if api.papers { template("paper", "papers/{id}.json", &index, to: &out) }
    if api.days { template("day", "daily_papers/{date}.json", &index, to: &out) }
    if api.dump { appendMonths(&index, to: &out) }
    index.end(&out)
    out.append("\n")
  }

  private func appendMonths(_ index: inout JSONObject, to out: inout ByteBuffer) {
    let format = view.formats.number(of: JSONLinesFormat.self)
    index.list("papers", view.all(.month), to: &out) { month, out in
      out.append("\"")
      view.addresses.appendFileLink(of: OutputPlan(kind: .month, format: format, subject: UInt32(month)), to: &out)
      out.append("\"")
    }
  }

  private func template(
    _ name: StaticString, _ path: StaticString, _ index: inout JSONObject, to out: inout ByteBuffer
  ) {
    index.string(name, to: &out) { out in
      out.append(view.configuration.baseURL)
      out.append("api/")
      out.append(path)
    }
  }
}
