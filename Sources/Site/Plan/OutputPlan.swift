/// One output of the site, before it is rendered: small enough to plan a million of them.
public struct OutputPlan: BitwiseCopyable, Hashable, Sendable {
  /// What it is about.
  public var kind: ObjectKind
  /// In which format.
  public var format: OutputFormat
  /// Which one of its kind: an index into the site's table of them.
  public var subject: UInt32
  /// For a listing that is cut into pages or a feed with archives, the number of this one, from 1 for the oldest; 0
  /// for the newest, which has the listing's own address. For a sitemap of many parts, the number of the part.
  public var number: UInt32

  /// A plan of an output; a page for readers if no format is given.
  public init(kind: ObjectKind, format: OutputFormat = .html, subject: UInt32 = 0, number: UInt32 = 0) {
    self.kind = kind
    self.format = format
    self.subject = subject
    self.number = number
  }

  /// Whether a template of the theme renders it as a page for readers.
  public var isThemed: Bool { format == .html && kind != .redirect }
}
