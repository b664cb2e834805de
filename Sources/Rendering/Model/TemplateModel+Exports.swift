import ByteText
import Jinja
import Site

extension TemplateModel {
  /// An attribute of a file that is beside the page: a citation, a twin, a record.
  func export(_ name: TemplateName, _ object: ObjectRef, _ scratch: inout Scratch) -> Value {
    let formats = view.exportFormats(of: currentKind)
    guard formats.indices.contains(Int(object.index)) else { return .undefined }
    let format = view.formats[formats[Int(object.index)]]
    switch name {
    case .type: return scratch.string { $0.append(format.mediaType) }
    case .label: return scratch.string { $0.append(format.label ?? "File") }
    default:
      let plan = OutputPlan(kind: current.kind, format: formats[Int(object.index)], subject: current.subject)
      return fileAddress(name, of: plan, &scratch)
    }
  }
}
