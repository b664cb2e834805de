package import ByteText

/// All records of a site, frozen: tables of trivial rows over segments of text.
///
/// It is immutable, so workers share it without locks.
package struct PaperStore: Sendable {
  /// The memory of all texts; a `TextRef`'s segment is an index.
  package var segments: [FrozenBytes]
  /// The folder of the site that the records come from.
  package var siteFolder = ""
  /// The content files by path relative to the site's folder, for diagnostics.
  package var files: [String]
  /// Tells on which lines of the files the records are.
  package let lines = LineNumbers()
  /// The records, ordered by the bytes of their ids.
  package var papers: [Paper]
  /// Authors of papers.
  package var authorships: [Authorship]
  /// Organizations and submitters as records give them.
  package var parties: [Party]
  /// Featured days.
  package var days: [Day]
  /// Tags, keywords, media addresses, aliases.
  package var texts: [TextRef]
  /// Links.
  package var links: [PaperLink]
  /// Versions.
  package var versions: [PaperVersion]

  /// A store of nothing.
  package init() {
    (segments, files, papers, authorships, parties) = ([], [], [], [], [])
    (days, texts, links, versions) = ([], [], [], [])
  }

  /// Leaves the drafts out.
  package mutating func removeDrafts() {
    guard papers.indices.contains(where: { papers[$0].isDraft }) else { return }
    papers.removeAll(where: \.isDraft)
  }

  /// The bytes of a text.
  package func bytes(_ text: TextRef) -> UnsafeRawBufferPointer {
    guard !text.isEmpty else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(rebasing: segments[Int(text.segment)].bytes[text.range])
  }

  /// A text as a string, for the edges: diagnostics, sorting keys, tests.
  package func string(_ text: TextRef) -> String {
    String(decoding: bytes(text), as: UTF8.self)
  }
}
