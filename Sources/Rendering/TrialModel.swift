import ByteText
import Jinja
import Site

/// What templates see outside any site: no objects, and the program's functions as on a site at the root of
/// its host.
final class TrialModel: DataModel {
  private let functions: SiteFunctions

  /// A model for a theme of these static files.
  init(_ files: [StaticFile]) { functions = SiteFunctions(SiteView(ofFiles: files)) }

  var segments: [FrozenBytes] { [] }

  func attribute(_ name: Symbol, of object: ObjectRef, scratch: inout Scratch) -> Value { .undefined }

  func count(of object: ObjectRef) -> Int? { nil }

  func element(at index: Int, of object: ObjectRef, scratch: inout Scratch) -> Value { .undefined }

  func typeName(of object: ObjectRef) -> String { "object" }

  func attributeNames(of object: ObjectRef) -> [String] { [] }

  func call(
    _ function: Int, _ arguments: borrowing Arguments, scratch: inout Scratch
  ) throws(TemplateFailure) -> Value {
    try functions.call(function, arguments, scratch: &scratch)
  }

  func filter(_ filter: Int, _ arguments: borrowing Arguments, scratch: inout Scratch) throws(TemplateFailure) -> Value
  {
    try functions.filter(filter, arguments, scratch: &scratch)
  }
}
