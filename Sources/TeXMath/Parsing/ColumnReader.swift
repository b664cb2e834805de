/// Reads the preamble of an array: `l|c@{\quad}*{2}{r}p{3cm}`.
struct ColumnReader {
  /// The columns, as `ColumnCode` says.
  private(set) var code: UInt32 = 0
  private var count: UInt32 = 0

  mutating func read(_ letters: ArraySlice<UInt8>, depth: Int) {
    var rest = letters
    while let byte = rest.first, count <= ColumnCode.limit {
      rest = rest.dropFirst()
      switch byte {
      case UInt8(ascii: "l"): add(1)
      case UInt8(ascii: "c"): add(2)
      case UInt8(ascii: "r"): add(3)
      case UInt8(ascii: "|"): if count > 0 { code |= 4 << (3 * (count - 1)) }
      case UInt8(ascii: "p"), UInt8(ascii: "m"), UInt8(ascii: "b"), UInt8(ascii: "X"):
        _ = Self.group(&rest)
        add(1)
      case UInt8(ascii: "@"), UInt8(ascii: "!"), UInt8(ascii: ">"), UInt8(ascii: "<"): _ = Self.group(&rest)
      case UInt8(ascii: "*"): repeatColumns(&rest, depth)
      default: break
      }
    }
  }

  private mutating func add(_ alignment: UInt32) {
    if count < ColumnCode.limit { code |= alignment << (3 * count) }
    count += 1
  }

  /// `*{3}{c|}`
  private mutating func repeatColumns(_ rest: inout ArraySlice<UInt8>, _ depth: Int) {
    let times = Self.group(&rest).reduce(0) { $1.isASCIIDigit ? min(99, $0 * 10 + Int($1 - 0x30)) : $0 }
    let columns = Self.group(&rest)
    guard depth < 2, times > 0 else { return }
    for _ in 0..<times where count <= ColumnCode.limit { read(columns, depth: depth + 1) }
  }

  /// Reads what is in braces.
  private static func group(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    rest = rest.drop { $0.isTeXSpace }
    guard rest.first == UInt8(ascii: "{") else { return rest.prefix(0) }
    var level = 0
    for index in rest.indices {
      if rest[index] == UInt8(ascii: "{") { level += 1 }
      if rest[index] == UInt8(ascii: "}") { level -= 1 }
      if level == 0 {
        let content = rest[rest.startIndex + 1..<index]
        rest = rest[(index + 1)...]
        return content
      }
    }
    defer { rest = rest.suffix(0) }
    return rest.dropFirst()
  }
}
