/// One XML element while it is written: its start tag stays open for attributes until content follows.
///
/// Values are escaped, and the characters that no XML document may contain are left out of them.
///
/// ```swift
/// var out = ByteBuffer()
/// let link = XMLElement("link", to: &out)
/// link.attribute("href", "/?a=1&b=2".utf8.span, to: &out)
/// link.end(&out)
/// String(bytes: out.span)  // <link href="/?a=1&amp;b=2"/>
/// ```
public struct XMLElement: Sendable {
  private let name: StaticString
  private var hasContent = false

  /// Appends the beginning of a start tag.
  public init(_ name: StaticString, to out: inout ByteBuffer) {
    self.name = name
    out.append("<")
    out.append(name)
  }

  /// Appends an attribute. The element must have no content yet.
  public func attribute(_ name: StaticString, _ value: Span<UInt8>, to out: inout ByteBuffer) {
    attribute(name, to: &out) { $0.append(value) }
  }

  /// Appends an attribute with a literal.
  public func attribute(_ name: StaticString, _ value: StaticString, to out: inout ByteBuffer) {
    attribute(name, to: &out) { $0.append(value) }
  }

  /// Appends an attribute whose value, not escaped yet, a closure writes. The element must have no content yet.
  public func attribute(_ name: StaticString, to out: inout ByteBuffer, _ write: (inout ByteBuffer) -> Void) {
    out.append(" ")
    out.append(name)
    out.append("=\"")
    out.append(xmlTextOf: write)
    out.append("\"")
  }

  /// Appends a text.
  public mutating func text(_ text: Span<UInt8>, to out: inout ByteBuffer) {
    content(to: &out) { $0.append(xmlText: text) }
  }

  /// Appends a text that a closure writes and that is not escaped yet.
  public mutating func text(to out: inout ByteBuffer, _ write: (inout ByteBuffer) -> Void) {
    content(to: &out) { $0.append(xmlTextOf: write) }
  }

  /// Appends what a closure writes as it is: other elements.
  public mutating func content(to out: inout ByteBuffer, _ write: (inout ByteBuffer) -> Void) {
    if !hasContent { out.append(">") }
    hasContent = true
    write(&out)
  }

  /// Closes the element.
  public func end(_ out: inout ByteBuffer) {
    guard hasContent else { return out.append("/>") }
    out.append("</")
    out.append(name)
    out.append(">")
  }

  /// Appends an element that has a text and no attributes.
  public static func append(_ name: StaticString, _ text: Span<UInt8>, to out: inout ByteBuffer) {
    var element = XMLElement(name, to: &out)
    element.text(text, to: &out)
    element.end(&out)
  }
}
