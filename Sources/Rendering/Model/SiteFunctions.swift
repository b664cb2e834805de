import ByteText
import Jinja
import PaperText
import Site

/// What the functions and filters of the program give on a site of these settings and files. One belongs to one worker.
final class SiteFunctions {
  private let view: SiteView
  private let configuration: SiteConfiguration
  private var parser = PaperTextParser()

  /// The functions of a site.
  init(_ view: SiteView) {
    self.view = view
    configuration = view.configuration
  }

  /// The result of the function with a number.
  func call(
    _ function: Int, _ arguments: borrowing Arguments, scratch: inout Scratch
  ) throws(TemplateFailure) -> Value {
    guard let function = TemplateFunction(rawValue: function) else { return .undefined }
    guard let argument = scratch.text(of: arguments[0]) else {
      throw TemplateFailure("\(function.signature.name)() takes a text")
    }
    switch function {
    case .asset:
      let asset = view.assetPath(try asset(argument))
      return path(asset.utf8.span, &scratch)
    case .url: return path(argument.utf8.span.withoutLeadingSlashes, &scratch)
    case .absolute: return absolute(argument, &scratch)
    }
  }

  /// The result of the filter with a number.
  func filter(_ filter: Int, _ arguments: borrowing Arguments, scratch: inout Scratch) throws(TemplateFailure) -> Value
  {
    guard let filter = TemplateFilter(rawValue: filter) else { return .undefined }
    guard let text = scratch.text(of: arguments[0]) else {
      throw TemplateFailure("the filter \(filter.signature.name) takes a text")
    }
    switch filter {
    case .absoluteURL: return absolute(text, &scratch)
    case .markdown:
      parser.parse(text.utf8.span, as: .markdown, role: .block)
      return scratch.string(safe: true) { parser.writeHTML(into: &$0) }
    }
  }

  private func asset(_ name: String) throws(TemplateFailure) -> Int {
    if let index = view.asset(named: name) { return index }
    let help = Suggestion.nearest(to: name, among: view.assetNames).map { "did you mean \"\($0)\"?" }
    throw TemplateFailure("the theme has no asset \"\(name)\"", help: help)
  }

  /// The address of a path below the site's root.
  private func path(_ path: Span<UInt8>, _ scratch: inout Scratch) -> Value {
    scratch.string { out in
      out.append(configuration.root)
      out.append(path)
    }
  }

  /// The address with scheme and host: one that has a host already stays, and a path gets the base URL, whether or not
  /// it begins with the site's root, as that of `url()` does.
  private func absolute(_ address: String, _ scratch: inout Scratch) -> Value {
    let bytes = address.utf8.span
    if bytes.hasScheme || bytes.begins(with: "//") { return scratch.string(address) }
    let root = configuration.root
    let path = address.utf8.starts(with: root.utf8) ? bytes.extracting(droppingFirst: root.utf8.count) : bytes
    return scratch.string { out in
      out.append(configuration.baseURL)
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

  /// Whether there is a URI's scheme before a colon (RFC 3986): a letter, then letters, digits, `+`, `-` and `.`.
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
