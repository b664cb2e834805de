/// What of a source may stand in a document: valid UTF-8 without control characters.
enum SourceText {
  /// Replaces `target` by a clean copy of `source`, in one pass.
  ///
  /// Invalid UTF-8, control characters and noncharacters become U+FFFD. Characters that change the direction of text
  /// are left out: they would reorder the page around the formula.
  static func clean(_ source: Span<UInt8>, into target: inout [UInt8]) {
    target.removeAll(keepingCapacity: true)
    source.withUnsafeBufferPointer { bytes in
      if isPlain(bytes) {
        target.append(contentsOf: bytes)
      } else {
        copy(bytes, into: &target)
      }
    }
  }

  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { $0 &- 0x20 < 0x5F || $0 == 0x0A || $0 == 0x09 }
  }

  private static func copy(_ bytes: UnsafeBufferPointer<UInt8>, into target: inout [UInt8]) {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): append(scalar.value, to: &target)
      case .error: target.append(scalar: 0xFFFD)
      case .emptyInput: return
      }
    }
  }

  private static func append(_ scalar: UInt32, to target: inout [UInt8]) {
    switch scalar {
    case 0x0D: target.append(0x0A)
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x206F, 0xFEFF, 0x61C: break
    default: target.append(scalar: isAllowed(scalar) ? scalar : 0xFFFD)
    }
  }

  /// Whether a character may stand in XML and in HTML.
  static func isAllowed(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A: true
    case 0..<0x20, 0x7F...0x9F, 0xD800...0xDFFF, 0xFDD0...0xFDEF, 0x11_0000...: false
    case 0x202A...0x202E, 0x2066...0x206F: false
    default: scalar & 0xFFFE != 0xFFFE
    }
  }
}
