import ByteText

extension Scratch {
  /// Text with its web and mail addresses as links.
  mutating func urlize(_ value: Value, _ arguments: FilterArguments) throws(TemplateFailure) -> Value {
    let source = try escape(value)
    try charge(Int(source.length) * 4)
    var linker = Linker()
    if arguments[0].isInteger { linker.limit = max(0, arguments[0].integer) }
    linker.attributes = try linkAttributes(arguments)
    if !arguments[4].isMissing, arguments[4].kind != .none {
      let schemes = try listed(arguments[4])
      for index in 0..<listCount(schemes) {
        let scheme = text(of: listElement(index, schemes)) ?? ""
        guard Linker.isScheme(scheme) else { throw TemplateFailure("'\(scheme)' is no beginning of an address") }
        linker.schemes.append(scheme)
      }
    }
    let html = try linker.link(text(of: source) ?? "") { (bytes) throws(TemplateFailure) in try checkRoom(bytes) }
    return string(html, safe: autoescape)
  }

  private mutating func linkAttributes(_ arguments: FilterArguments) throws(TemplateFailure) -> String {
    var relations: Set<String> = ["noopener"]
    if arguments[3].kind != .string, truth(arguments[3]) {
      throw TemplateFailure("the argument 'rel' has to be a text, not \(describe(arguments[3]))")
    }
    if arguments[3].kind == .string {
      for part in (text(of: arguments[3]) ?? "").split(whereSeparator: \.isWhitespace) {
        relations.insert(String(part))
      }
    }
    if flag(arguments[1]) { relations.insert("nofollow") }
    let relation = text(of: try escape(string(relations.sorted().joined(separator: " ")))) ?? ""
    var attributes = " rel=\"\(relation)\""
    if arguments[2].kind == .string, arguments[2].length > 0 {
      attributes += " target=\"\(text(of: try escape(arguments[2])) ?? "")\""
    }
    return attributes
  }
}

/// Makes links of the addresses in escaped text, word by word.
struct Linker {
  var limit: Int?
  var attributes = ""
  var schemes: [String] = []

  /// Whether a text is a name of two or more characters, a colon and at most two slashes.
  static func isScheme(_ text: String) -> Bool {
    guard let colon = text.firstIndex(of: ":") else { return false }
    let name = text[..<colon].unicodeScalars
    let isName = name.allSatisfy { CharacterClass.isWord($0) || $0 == "." || $0 == "+" || $0 == "-" }
    return name.count >= 2 && isName && ["", "/", "//"].contains(text[text.index(after: colon)...])
  }

  /// The text with links; `checkRoom` fails where so many bytes are too many.
  func link(
    _ text: String, checkRoom: (Int) throws(TemplateFailure) -> Void
  ) throws(TemplateFailure) -> String {
    var out = ""
    var word: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if Scratch.isSpace(scalar) {
        out += linkWord(word)
        try checkRoom(out.utf8.count)
        word.removeAll(keepingCapacity: true)
        out.unicodeScalars.append(scalar)
      } else {
        word.append(scalar)
      }
    }
    return out + linkWord(word)
  }

  private func linkWord(_ word: [Unicode.Scalar]) -> String {
    guard !word.isEmpty else { return "" }
    let start = Self.endOfOpening(in: word)
    var end = Self.startOfClosing(in: word, after: start)
    for pair in Self.brackets { end = Self.balanced(pair, in: word, start: start, end: end) }
    let middle = Self.string(word[start..<end])
    return Self.string(word[..<start]) + (anchor(middle) ?? middle) + Self.string(word[end...])
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  // MARK: Brackets

  private static let brackets: [(open: [Unicode.Scalar], close: [Unicode.Scalar])] = [
    (["("], [")"]), (["<"], [">"]), (["&", "l", "t", ";"], ["&", "g", "t", ";"]),
  ]

  /// The index after the brackets with which a word begins.
  private static func endOfOpening(in word: [Unicode.Scalar]) -> Int {
    var index = 0
    while let pair = brackets.first(where: { word[index...].starts(with: $0.open) }) { index += pair.open.count }
    return index
  }

  /// The index of the brackets, full stops and commas with which a word ends.
  private static func startOfClosing(in word: [Unicode.Scalar], after start: Int) -> Int {
    var end = word.count
    while end > start {
      if word[end - 1] == "." || word[end - 1] == "," {
        end -= 1
      } else if let pair = brackets.first(where: { word[start..<end].reversed().starts(with: $0.close.reversed()) }) {
        end -= pair.close.count
      } else {
        return end
      }
    }
    return end
  }

  /// The end of the address after the closing brackets that belong to it: as many as it has opening ones.
  private static func balanced(
    _ pair: (open: [Unicode.Scalar], close: [Unicode.Scalar]), in word: [Unicode.Scalar], start: Int, end: Int
  ) -> Int {
    let opened = count(pair.open, in: word[start..<end])
    guard opened > count(pair.close, in: word[start..<end]) else { return end }
    var (index, end, left) = (end, end, opened)
    while left > 0, index + pair.close.count <= word.count {
      if word[index...].starts(with: pair.close) {
        index += pair.close.count
        (end, left) = (index, left - 1)
      } else {
        index += 1
      }
    }
    return end
  }

  private static func count(_ bracket: [Unicode.Scalar], in scalars: ArraySlice<Unicode.Scalar>) -> Int {
    var (count, index) = (0, scalars.startIndex)
    while index + bracket.count <= scalars.endIndex {
      let isFound = scalars[index...].starts(with: bracket)
      count += isFound ? 1 : 0
      index += isFound ? bracket.count : 1
    }
    return count
  }

  // MARK: Anchors

  private func anchor(_ address: String) -> String? {
    if WebAddress.matches(address) {
      let isComplete = address.hasPrefix("https://") || address.hasPrefix("http://")
      return "<a href=\"\(isComplete ? "" : "https://")\(address)\"\(attributes)>\(shortened(address))</a>"
    }
    if address.hasPrefix("mailto:"), WebAddress.isMail(String(address.dropFirst(7))) {
      return "<a href=\"\(address)\">\(address.dropFirst(7))</a>"
    }
    if address.contains("@"), !address.hasPrefix("www."), !address.hasPrefix("@"), !address.contains(":"),
      WebAddress.isMail(address)
    {
      return "<a href=\"mailto:\(address)\">\(address)</a>"
    }
    guard schemes.contains(where: { address != $0 && address.hasPrefix($0) }) else { return nil }
    return "<a href=\"\(address)\"\(attributes)>\(address)</a>"
  }

  private func shortened(_ address: String) -> String {
    guard let limit, address.unicodeScalars.count > limit else { return address }
    return String(String.UnicodeScalarView(address.unicodeScalars.prefix(limit))) + "..."
  }
}

/// What counts as a web or mail address.
enum WebAddress {
  private static let plainDomains: Set<String> = ["com", "net", "int", "edu", "gov", "org", "info", "mil"]

  /// Whether a word is an address: with a scheme or `www.` any domain, otherwise one of a well-known ending.
  static func matches(_ word: String) -> Bool {
    let lower = word.lowercased()
    let scheme = ["https://", "http://", "www."].first(where: lower.hasPrefix)
    let rest = Substring(lower).dropFirst(scheme?.count ?? 0)
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard let name = withoutPort(host) else { return false }
    if let scheme {
      if scheme != "www.", isAddress(name) { return true }
      if isDomain(name) { return true }
    }
    let full = scheme == "www." ? "www." + name : String(name)
    return scheme == nil || scheme == "www." ? isPlainDomain(full) : false
  }

  private static func withoutPort(_ host: Substring) -> String? {
    guard let colon = host.lastIndex(of: ":"), !host.hasSuffix("]") else { return String(host) }
    let port = host[host.index(after: colon)...]
    guard (1...5).contains(port.count), port.allSatisfy(\.isNumber) else { return nil }
    return String(host[..<colon])
  }

  private static func isLabel(_ label: Substring) -> Bool {
    !label.isEmpty && label.unicodeScalars.allSatisfy { CharacterClass.isWord($0) || $0 == "%" || $0 == "-" }
  }

  private static func isDomain(_ name: String) -> Bool {
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    guard let last = labels.last, labels.dropLast().allSatisfy(isLabel) else { return false }
    if last.hasPrefix("xn--") { return isLabel(last.dropFirst(4)) && (2...59).contains(last.count - 4) }
    return (2...63).contains(last.count) && last.utf8.allSatisfy { $0 >= 97 && $0 <= 122 }
  }

  private static func isPlainDomain(_ name: String) -> Bool {
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, let last = labels.last, plainDomains.contains(String(last)) else { return false }
    return labels.dropLast().allSatisfy { isLabel($0) && (2...63).contains($0.count) }
  }

  private static func isAddress(_ name: String) -> Bool {
    if name.hasPrefix("["), name.hasSuffix("]") {
      let groups = name.dropFirst().dropLast().split(separator: ":", omittingEmptySubsequences: false)
      return (3...9).contains(groups.count) && groups.allSatisfy { $0.count <= 4 && $0.allSatisfy(\.isHexDigit) }
    }
    let numbers = name.split(separator: ".", omittingEmptySubsequences: false)
    return numbers.count == 4 && numbers.allSatisfy { (1...3).contains($0.count) && $0.allSatisfy(\.isNumber) }
  }

  static func isMail(_ word: String) -> Bool {
    guard let at = word.lastIndex(of: "@"), at > word.startIndex else { return false }
    let domain = Array(word[word.index(after: at)...].unicodeScalars)
    guard let first = domain.first, CharacterClass.isWord(first), let dot = domain.lastIndex(of: "."), dot > 0 else {
      return false
    }
    let allowed = domain.allSatisfy { CharacterClass.isWord($0) || $0 == "." || $0 == "-" }
    return allowed && dot + 1 < domain.count && domain[(dot + 1)...].allSatisfy(CharacterClass.isWord)
  }
}
