import ByteText
import Glibc
import TeXMath

/// Converts formulas from standard input, one a line: `I` or `D` for inline or display, a space, the formula.
///
/// `texmath mathml` and `texmath plain` print one line for each, `!` for a formula without structure.
/// `texmath time` measures: the mean of a formula in the best of several rounds.
@main
struct Main {
  static func main() {
    let formulas = readFormulas()
    switch CommandLine.arguments.dropFirst().first {
    case "mathml": printMathML(formulas)
    case "plain": printPlain(formulas)
    case "time": measure(formulas)
    default: print("usage: texmath mathml|plain|time < formulas")
    }
  }

  struct Formula {
    var style: MathConverter.Style
    var bytes: [UInt8]
  }

  static func readFormulas() -> [Formula] {
    var formulas: [Formula] = []
    while let line = readLine() {
      guard let first = line.utf8.first else { continue }
      formulas.append(
        Formula(style: first == UInt8(ascii: "D") ? .display : .inline, bytes: Array(line.utf8.dropFirst(2))))
    }
    return formulas
  }

  static func printMathML(_ formulas: [Formula]) {
    var converter = MathConverter()
    var out = ByteBuffer()
    for formula in formulas {
      if !converter.convert(formula.bytes.span, style: formula.style, into: &out) { out.append(UInt8(ascii: "!")) }
      endLine(&out)
    }
    flush(&out)
  }

  static func printPlain(_ formulas: [Formula]) {
    var converter = MathConverter()
    var out = ByteBuffer()
    for formula in formulas {
      converter.plainText(formula.bytes.span, into: &out)
      endLine(&out)
    }
    flush(&out)
  }

  static func endLine(_ out: inout ByteBuffer) {
    out.append(UInt8(ascii: "\n"))
    if out.count > 1 << 16 { flush(&out) }
  }

  static func flush(_ out: inout ByteBuffer) {
    out.span.withUnsafeBytes { _ = write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    out.removeAll()
  }

  static func measure(_ formulas: [Formula]) {
    var best = Double.infinity
    var bytes = 0
    for _ in 0..<9 {
      let start = now()
      bytes = round(formulas)
      best = min(best, now() - start)
    }
    let count = Double(max(formulas.count, 1))
    print("\(formulas.count) formulas, \(bytes) bytes of MathML, mean \(best / count) µs")
  }

  /// Converts every formula once and returns the number of bytes written.
  static func round(_ formulas: [Formula]) -> Int {
    var converter = MathConverter()
    var out = ByteBuffer(capacity: 1 << 16)
    var bytes = 0
    for formula in formulas {
      _ = converter.convert(formula.bytes.span, style: formula.style, into: &out)
      bytes += out.count
      out.removeAll()
    }
    return bytes
  }

  /// The processor time of this process in microseconds.
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
  }
}
