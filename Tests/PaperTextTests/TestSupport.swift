import ByteText
import CLibXML2
import Foundation

@testable import PaperText

/// What the surroundings ask of the tests.
enum Environment {
  /// Whether everything is to be run, however long it takes.
  static let isFull = ProcessInfo.processInfo.environment["SITEGEN_FULL"] == "1"
}

/// A generator whose seed can be printed and given again in `SITEGEN_SEED`.
struct Random: RandomNumberGenerator {
  let seed: UInt64
  private var state: UInt64

  init(seed: UInt64) {
    self.seed = seed
    state = seed
  }

  static var freshSeed: UInt64 {
    ProcessInfo.processInfo.environment["SITEGEN_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 0..<1 << 32)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }
}

/// What is wrong with HTML read as XML (void elements closed), nil where nothing is.
func wellFormedness(of html: String) -> String? {
  let voids = #/<(?:br|hr|img)(?:[^>"]|"[^"]*")*/#
  let xml =
    html.contains("<br") || html.contains("<hr") || html.contains("<img")
    ? html.replacing(voids) { "\($0.0)/" } : html
  let bytes = Array("<div>\(xml)</div>".utf8)
  let options = XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_HUGE.rawValue
  let document = bytes.withUnsafeBytes {
    xmlReadMemory($0.bindMemory(to: CChar.self).baseAddress, Int32($0.count), nil, "UTF-8", Int32(options))
  }
  guard let document else {
    return xmlGetLastError().flatMap { error in error.pointee.message.map { String(cString: $0) } } ?? "not well-formed"
  }
  xmlFreeDoc(document)
  return nil
}
