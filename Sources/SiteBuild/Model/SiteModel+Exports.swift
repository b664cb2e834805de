import ByteText
import Jinja
import Papers

extension SiteModel {
  /// An attribute of a file that stands beside the page: a citation, a twin, a record.
  func export(_ name: TemplateName, _ object: ObjectRef, _ scratch: inout Scratch) -> Value {
    let formats = site.exportFormats(of: currentKind)
    guard formats.indices.contains(Int(object.index)) else { return .undefined }
    let plan = PagePlan(kind: current.kind, format: formats[Int(object.index)], subject: current.subject)
    switch name {
    case .type: return scratch.string { $0.append(plan.format.mediaType) }
    case .label: return scratch.string { $0.append(plan.format.label) }
    default: return fileAddress(name, of: plan, &scratch)
    }
  }
}

extension PageKind {
  /// The formats of the files for reference managers and programs that stand beside a page of the kind.
  func exportFormats(in outputs: Outputs) -> [PageFormat] {
    var formats: [PageFormat] = hasCitations(in: outputs) ? [.bibtex, .ris, .csl] : []
    if self == .paper && outputs.api.papers || self == .day && outputs.api.days { formats.append(.record) }
    if hasTwin(in: outputs) { formats.append(.markdown) }
    return formats
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
