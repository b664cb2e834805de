/// Writes JSON values (RFC 8259) for one kind of surroundings, which alone decides what is escaped.
public struct JSONWriter: Sendable {
  /// Where the JSON will be.
  public enum Surroundings: Sendable {
    /// In a file of its own.
    case file
    /// In a `script` element of HTML: a `<` is escaped, so that no text can end the element.
    case script
  }

  /// Where the JSON will be.
  public let surroundings: Surroundings

  /// A writer for some surroundings.
  ///
  /// ```swift
  /// var out = ByteBuffer()
  /// var paper = JSONWriter(for: .script).object()
  /// paper.text("title", "a < b".utf8.span, to: &out)
  /// paper.number("year", 2026, to: &out)
  /// paper.end(&out)
  /// String(bytes: out.span)  // {"title":"a \u003c b","year":2026}
  /// ```
  public init(for surroundings: Surroundings = .file) { self.surroundings = surroundings }

  /// An object, of which nothing has been written yet.
  public func object() -> JSONObject { JSONObject(self) }

  /// Appends a text as a string with its quotes.
  public func quote(_ text: Span<UInt8>, to out: inout ByteBuffer) {
    out.append(quotingJSON: text, inScript: surroundings == .script)
  }

  /// Appends a text as a string with its quotes.
  public func quote(_ text: String, to out: inout ByteBuffer) { quote(text.utf8.span, to: &out) }

  /// Appends a text as a part of a string: without quotes.
  public func escape(_ text: Span<UInt8>, to out: inout ByteBuffer) {
    text.withUnsafeBytes { out.append(escapingJSON: $0, inScript: surroundings == .script) }
  }

  /// Appends a list of values, each of which a closure writes.
  public func list(_ rows: Range<Int>, to out: inout ByteBuffer, _ write: (Int, inout ByteBuffer) -> Void) {
    out.append("[")
    for row in rows {
      if row > rows.lowerBound { out.append(",") }
      write(row, &out)
    }
    out.append("]")
  }
}
