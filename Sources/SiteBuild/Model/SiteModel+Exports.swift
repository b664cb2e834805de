import ByteText
import Jinja
import Papers

extension SiteModel {
  /// An attribute of a file that stands beside the page: a citation, a twin, a record.
  func export(_ name: TemplateName, _ object: ObjectRef, _ scratch: inout Scratch) -> Value {
    let exports = site.exports(of: current)
    guard exports.indices.contains(Int(object.index)) else { return .undefined }
    let plan = exports[Int(object.index)]
    switch name {
    case .type: return scratch.string { $0.append(plan.format.mediaType) }
    case .label: return scratch.string { $0.append(plan.format.label) }
    default: return fileAddress(name, of: plan, &scratch)
    }
  }
}

extension Site {
  /// The files for reference managers and programs that stand beside a page.
  func exports(of page: PagePlan) -> [PagePlan] {
    let outputs = configuration.outputs
    var formats: [PageFormat] = page.kind.hasCitations(in: outputs) ? [.bibtex, .ris, .csl] : []
    if page.kind == .paper && outputs.api.papers || page.kind == .day && outputs.api.days { formats.append(.record) }
    if page.kind.hasTwin(in: outputs) { formats.append(.markdown) }
    return formats.map { PagePlan(kind: page.kind, format: $0, subject: page.subject) }
  }
}

extension PageFormat {
  /// What links to a file of the format say.
  fileprivate var label: StaticString {
    switch self {
    case .bibtex: "BibTeX"
    case .ris: "RIS"
    case .csl: "CSL-JSON"
    case .record: "JSON"
    case .markdown: "Markdown"
    default: "File"
    }
  }
}
