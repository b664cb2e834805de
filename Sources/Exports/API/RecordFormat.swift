import ByteText
import Papers
import Site

/// The JSON API: `api/papers/ID.json`, `api/daily_papers/DATE.json`, `api/daily_papers/latest.json`.
struct RecordFormat: OutputFormatDefinition {
  let fileName: StaticString = "record.json"
  let mediaType: StaticString = "application/json"
  let label: StaticString? = "JSON"
  let role = FormatRole.record
  let countName = "API files"

  func isBeside(_ kind: ObjectKind, in facts: PlanFacts) -> Bool {
    kind == .paper && facts.outputs.api.papers || kind == .day && facts.outputs.api.days
  }

  /// The latest day under a name of its own.
  func siteFiles(in facts: PlanFacts) -> [OutputPlan] {
    facts.outputs.api.days && facts.count(of: .day) > 0
      ? [OutputPlan(kind: .home, format: facts.formats.number(of: Self.self))] : []
  }

  func appendPath(of plan: OutputPlan, in addresses: Addresses, to out: inout ByteBuffer) {
    out.append(plan.kind == .paper ? "api/papers/" : "api/daily_papers/")
    if plan.kind == .home { out.append("latest") } else { addresses.appendName(of: plan, to: &out) }
    out.append(".json")
  }

  func makeWriter(for view: SiteView) -> (any FormatWriter)? { RecordWriter(of: view) }
}

private struct RecordWriter: FormatWriter {
  private let view: SiteView
  private let records: PaperRecordWriter
  private let days: DailyPapersWriter

  init(of view: SiteView) {
    self.view = view
    records = PaperRecordWriter(of: view)
    days = DailyPapersWriter(of: view)
  }

  func write(_ plan: OutputPlan, into out: inout ByteBuffer) {
    switch plan.kind {
    case .paper:
      records.append(view.paper(plan.subject), to: &out)
      out.append("\n")
    case .day: days.append(day: Int(plan.subject), to: &out)
    default: if let latest = view.latestDay { days.append(day: latest, to: &out) }
    }
  }
}
