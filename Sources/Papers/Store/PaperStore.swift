public import ByteText

/// All records of a site, frozen: tables of trivial rows over segments of text.
///
/// It is immutable, so workers share it without locks.
public struct PaperStore: Sendable {
  /// The memory of all texts; a `TextRef`'s segment is an index.
  public var segments: [FrozenBytes]
  /// The folder of the site that the records come from.
  public var siteFolder = ""
  /// The content files by path relative to the site's folder, for diagnostics.
  public var files: [String]
  /// Tells on which lines of the files the records are.
  public let lines = LineNumbers()
  /// The records, ordered by the bytes of their ids.
  public var papers: [Paper]
  /// Authors of papers.
  public var authorships: [Authorship]
  /// Organizations and submitters as records give them.
  public var parties: [Party]
  /// Featured days.
  public var days: [Day]
  /// Tags, keywords, media addresses, aliases.
  public var texts: [TextRef]
  /// Links.
  public var links: [PaperLink]
  /// Versions.
  public var versions: [PaperVersion]

  /// A store of nothing.
  public init() {
    (segments, files, papers, authorships, parties) = ([], [], [], [], [])
    (days, texts, links, versions) = ([], [], [], [])
  }

  /// Leaves the drafts out.
  public mutating func removeDrafts() {
    guard papers.indices.contains(where: { papers[$0].isDraft }) else { return }
    papers.removeAll(where: \.isDraft)
  }

  /// The bytes of a text.
  public func bytes(_ text: TextRef) -> UnsafeRawBufferPointer {
    guard !text.isEmpty else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(rebasing: segments[Int(text.segment)].bytes[text.range])
  }

  /// A text as a string, for the edges: diagnostics, sorting keys, tests.
  public func string(_ text: TextRef) -> String {
    String(decoding: bytes(text), as: UTF8.self)
  }
}
