/// Checks that markup is well-formed XML and holds only what MathML Core has. Works on bytes, as parsers do.
struct MathMLCoreChecker {
  /// The elements, with the number of children that each must have where it is fixed.
  private static let elements: [String: Int?] = [
    "math": 1, "semantics": 2, "annotation": nil, "mrow": nil, "mi": nil, "mn": nil, "mo": nil, "mtext": nil,
    "mspace": 0, "msub": 2, "msup": 2, "msubsup": 3, "munder": 2, "mover": 2, "munderover": 3, "mfrac": 2,
    "msqrt": nil, "mroot": 2, "mstyle": nil, "mphantom": nil, "mpadded": nil, "mtable": nil, "mtr": nil, "mtd": nil,
  ]
  private static let leaves: Set<String> = ["mi", "mn", "mo", "mtext", "annotation"]
  private static let attributes: Set<String> = [
    "display", "encoding", "mathvariant", "stretchy", "form", "lspace", "rspace", "minsize", "maxsize", "mathsize",
    "width", "height", "depth", "accent", "accentunder", "displaystyle", "scriptlevel", "linethickness", "style",
  ]
  private static let entities = ["&amp;", "&lt;", "&gt;", "&#34;", "&#39;"]

  /// What is wrong with the markup, or nil.
  static func problem(in markup: String) -> String? {
    var checker = MathMLCoreChecker(bytes: Array(markup.utf8))
    while checker.position < checker.bytes.count {
      if let problem = checker.step() { return problem }
    }
    return checker.open.isEmpty ? nil : "<\(checker.open[0].name)> is not closed"
  }

  private let bytes: [UInt8]
  private var position = 0
  private var open: [(name: String, children: Int)] = []

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func step() -> String? {
    let isTag = bytes[position] == UInt8(ascii: "<")
    let end = bytes[position...].firstIndex(of: isTag ? UInt8(ascii: ">") : UInt8(ascii: "<")) ?? bytes.count
    defer { position = isTag ? end + 1 : end }
    if !isTag { return problem(inText: bytes[position..<end]) }
    if end == bytes.count { return "a tag without end" }
    return problem(inTag: String(decoding: bytes[position + 1..<end], as: UTF8.self))
  }

  private mutating func problem(inTag tag: String) -> String? {
    if tag.hasPrefix("/") {
      guard let last = open.popLast(), last.name == tag.dropFirst() else { return "<\(tag)> closes nothing" }
      return MathMLCoreChecker.countProblem(last)
    }
    let isEmpty = tag.hasSuffix("/")
    let words = (isEmpty ? tag.dropLast() : tag[...]).split(separator: " ", maxSplits: 1)
    guard let name = words.first.map(String.init), MathMLCoreChecker.elements[name] != nil else {
      return "<\(tag)> is not MathML Core"
    }
    if words.count > 1, let problem = MathMLCoreChecker.problem(inAttributes: String(words[1])) { return problem }
    if !open.isEmpty { open[open.count - 1].children += 1 }
    if isEmpty { return MathMLCoreChecker.countProblem((name, 0)) }
    open.append((name, 0))
    return nil
  }

  private static func countProblem(_ element: (name: String, children: Int)) -> String? {
    guard let count = elements[element.name] ?? nil, count != element.children else { return nil }
    return "<\(element.name)> has \(element.children) children"
  }

  private static func problem(inAttributes text: String) -> String? {
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1, parts.last == "" else { return "quotes in \(text)" }
    for index in stride(from: 0, to: parts.count - 1, by: 2) {
      let key = parts[index].drop { $0 == " " }.dropLast()
      guard parts[index].hasSuffix("="), attributes.contains(String(key)) else { return "the attribute \(key)" }
      if key == "mathvariant", parts[index + 1] != "normal" { return "mathvariant \(parts[index + 1])" }
    }
    return nil
  }

  private func problem(inText text: ArraySlice<UInt8>) -> String? {
    guard let name = open.last?.name, MathMLCoreChecker.leaves.contains(name) else { return "text outside of leaves" }
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if MathMLCoreChecker.isForbidden(scalar.value) { return "the character \(scalar.value)" }
    }
    for index in text.indices where text[index] == UInt8(ascii: "&") {
      guard MathMLCoreChecker.entities.contains(where: { text[index...].starts(with: $0.utf8) }) else {
        return "an ampersand that is no entity"
      }
    }
    return nil
  }

  private static func isForbidden(_ value: UInt32) -> Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF: true
    default: value & 0xFFFE == 0xFFFE
    }
  }
}
