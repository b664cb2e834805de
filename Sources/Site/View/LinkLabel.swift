public import ByteText
import Papers

/// The labels of links.
private enum LinkLabel {
  private static let known: [(kind: StaticString, label: StaticString)] = [
    ("arxiv", "arXiv"), ("pdf", "PDF"), ("doi", "DOI"), ("code", "Code"), ("project", "Project page"),
    ("video", "Video"), ("demo", "Demo"), ("dataset", "Dataset"), ("model", "Model"), ("slides", "Slides"),
    ("poster", "Poster"), ("blog", "Blog"),
  ]

  /// The label of a kind that the program knows.
  static func known(_ kind: Span<UInt8>) -> StaticString? {
    known.first { kind.isEqual(to: $0.kind) }?.label
  }

  /// The label of a kind that it doesn't know.
  static func made(from kind: String) -> String {
    kind.prefix(1).uppercased() + kind.dropFirst().replacing("_", with: " ")
  }
}

extension SiteView {
  /// Appends what a link of a kind is called: an unknown kind is its own label.
  ///
  /// - Parameter escaping: whether the label is for HTML.
  public func appendLabel(ofLink kind: TextRef, escaping: Bool = false, to out: inout ByteBuffer) {
    appendLabel(ofLink: kind, to: &out) { label, out in
      if escaping { out.append(escaping: label) } else { out.append(label) }
    }
  }

  /// Appends the label of a link, written by `write` unless it is one of those that are known.
  public func appendLabel(ofLink kind: TextRef, to out: inout ByteBuffer, _ write: (String, inout ByteBuffer) -> Void) {
    if let known = LinkLabel.known(bytes(kind)) { return out.append(known) }
    write(LinkLabel.made(from: string(kind)), &out)
  }
}
