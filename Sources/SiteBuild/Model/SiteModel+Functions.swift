import ByteText
import Jinja
import PaperText

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

extension SiteModel {
  func call(
    _ function: Int, _ arguments: borrowing Arguments, scratch: inout Scratch
  ) throws(TemplateFailure) -> Value {
    guard let function = TemplateFunction(rawValue: function) else { return .undefined }
    guard let argument = scratch.text(of: arguments[0]) else {
      throw TemplateFailure("\(function.signature.name)() takes a text")
    }
    switch function {
    case .asset: return try asset(argument, &scratch)
    case .url: return path(argument.utf8.span.withoutLeadingSlashes, &scratch)
    case .absolute: return absolute(argument, &scratch)
    }
  }

  func filter(_ filter: Int, _ arguments: borrowing Arguments, scratch: inout Scratch) throws(TemplateFailure) -> Value
  {
    guard let filter = TemplateFilter(rawValue: filter) else { return .undefined }
    guard let text = scratch.text(of: arguments[0]) else {
      throw TemplateFailure("the filter \(filter.signature.name) takes a text")
    }
    switch filter {
    case .absoluteURL: return absolute(text, &scratch)
    case .markdown:
      textParser.parse(text.utf8.span, as: .markdown, role: .block)
      return scratch.string(safe: true) { textParser.writeHTML(into: &$0) }
    }
  }

  private func asset(_ name: String, _ scratch: inout Scratch) throws(TemplateFailure) -> Value {
    if let index = assets.index(of: name) {
      log.note(.asset, index, .appearance)
      return path(assets.paths[index].utf8.span, &scratch)
    }
    let help = Suggestion.nearest(to: name, among: assets.names).map { "did you mean \"\($0)\"?" }
    throw TemplateFailure("the theme has no asset \"\(name)\"", help: help)
  }

  /// The address of what stands at a path below the site's root.
  private func path(_ path: Span<UInt8>, _ scratch: inout Scratch) -> Value {
    scratch.string { out in
      out.append(site.configuration.root)
      out.append(path)
    }
  }

  /// The address with scheme and host: one that has a host already stays, and a path gets the base URL, whether or not
  /// it begins with the site's root, as that of `url()` does.
  private func absolute(_ address: String, _ scratch: inout Scratch) -> Value {
    let bytes = address.utf8.span
    if bytes.hasScheme || address.utf8.starts(with: "//".utf8) { return scratch.string(address) }
    let root = site.configuration.root
    let path = address.utf8.starts(with: root.utf8) ? bytes.extracting(droppingFirst: root.utf8.count) : bytes
    return scratch.string { out in
      out.append(site.configuration.baseURL)
      out.append(path.withoutLeadingSlashes)
    }
  }
}

extension Span<UInt8> {
  fileprivate var withoutLeadingSlashes: Span<UInt8> {
    @_lifetime(copy self) get {
      var start = 0
      while start < count, self[start] == UInt8(ascii: "/") { start += 1 }
      return extracting(start..<count)
    }
  }

  /// Whether a URI's scheme stands before a colon (RFC 3986): a letter, then letters, digits, `+`, `-` and `.`.
  fileprivate var hasScheme: Bool {
    for index in indices {
      switch self[index] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): continue
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        if index == 0 { return false }
      default: return index > 0 && self[index] == UInt8(ascii: ":")
      }
    }
    return false
  }
}
