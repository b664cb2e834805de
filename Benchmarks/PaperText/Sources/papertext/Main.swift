import ByteText
import Glibc
import PaperText

/// Reads titles and abstracts from standard input, one a line: `T` or `A`, a space, the text; vertical tabs stand for
/// its line breaks.
///
/// `papertext html|plain|tex|markdown|links` print one line for each. `papertext time` measures a title and an abstract
/// together: read, HTML and plain text, the mean processor time of the best of several rounds. A second argument names the format. `papertext hostile` times repetitions.
@main
struct Main {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    let format: TextFormat =
      switch arguments.dropFirst().first {
      case "daily": .daily
      case "plain": .plain
      case "markdown": .markdown
      default: .tex
      }
    if arguments.first == "hostile" { return measureHostile() }
    let texts = readTexts()
    if arguments.first == "time" {
      measure(texts, format)
    } else {
      write(texts, format, as: arguments.first ?? "html")
    }
  }

  struct Text {
    var role: TextRole
    var bytes: [UInt8]
  }

  static func readTexts() -> [Text] {
    var texts: [Text] = []
    while let line = readLine() {
      guard let first = line.utf8.first else { continue }
      let bytes = line.utf8.dropFirst(2).map { $0 == 0x0B ? UInt8(ascii: "\n") : $0 }
      texts.append(Text(role: first == UInt8(ascii: "T") ? .inline : .block, bytes: bytes))
    }
    return texts
  }

  static func write(_ texts: [Text], _ format: TextFormat, as form: String) {
    var parser = PaperTextParser()
    var out = ByteBuffer(capacity: 1 << 20)
    for text in texts {
      parser.parse(text.bytes.span, as: format, role: text.role)
      let start = out.count
      switch form {
      case "plain": parser.writePlain(into: &out)
      case "tex": parser.writeTeX(into: &out)
      case "markdown": parser.writeMarkdown(into: &out)
      case "links":
        for link in parser.links { out.append("\(link.kind) \(String(bytes: parser.bytes(of: link.url))) ") }
      default: parser.writeHTML(into: &out)
      }
      endLine(&out, from: start)
    }
    flush(&out)
  }

  static func endLine(_ out: inout ByteBuffer, from start: Int) {
    let line = String(bytes: out.span.extracting(start..<out.count))
    out.truncate(to: start)
    out.append(line.replacing("\n", with: "\u{B}"))
    out.append(UInt8(ascii: "\n"))
    if out.count > 1 << 16 { flush(&out) }
  }

  static func flush(_ out: inout ByteBuffer) {
    out.span.withUnsafeBytes { bytes in _ = Glibc.write(1, bytes.baseAddress, bytes.count) }
    out.removeAll()
  }

  static func measure(_ texts: [Text], _ format: TextFormat) {
    let records = texts.count { $0.role == .inline }
    var best = Duration.seconds(3600)
    var parseBest = best
    for _ in 0..<5 {
      best = min(best, time(texts, format, writes: true))
      parseBest = min(parseBest, time(texts, format, writes: false))
    }
    print("\(records) records: \(perRecord(best, records)) µs each, \(perRecord(parseBest, records)) µs of it reading")
  }

  static func time(_ texts: [Text], _ format: TextFormat, writes: Bool) -> Duration {
    var parser = PaperTextParser()
    var out = ByteBuffer(capacity: 1 << 16)
    let start = clock()
    for text in texts {
      parser.parse(text.bytes.span, as: format, role: text.role)
      guard writes else { continue }
      out.removeAll()
      parser.writeHTML(into: &out)
      parser.writePlain(into: &out)
    }
    return .microseconds(clock() - start)
  }

  static func perRecord(_ duration: Duration, _ records: Int) -> Double {
    let microseconds = Double(duration.components.seconds) * 1e6 + Double(duration.components.attoseconds) / 1e12
    return (microseconds / Double(max(records, 1)) * 100).rounded() / 100
  }
}
