import Jinja

/// The functions that templates can call, in the order of their numbers.
enum TemplateFunction: Int, CaseIterable {
  case asset
  case url
  case absolute

  /// The name and parameters, for the compiler.
  var signature: HostSignature {
    switch self {
    case .asset: HostSignature("asset", [.required("name")])
    case .url: HostSignature("url", [.required("path")])
    case .absolute: HostSignature("absolute", [.required("path")])
    }
  }
}

/// The filters that know the site, in the order of their numbers.
enum TemplateFilter: Int, CaseIterable {
  case markdown
  case absoluteURL

  /// The name and parameters, for the compiler.
  var signature: HostSignature {
    switch self {
    case .markdown: HostSignature("markdown")
    case .absoluteURL: HostSignature("absolute_url")
    }
  }
}

extension TemplateModel {
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
