import ByteText

/// A page that is no listing and no paper: about, submit, the manual.
struct FreePage: Sendable {
  /// The address below the root: no leading slash, a trailing one.
  var path: String
  /// The title as plain text.
  var title: String
  /// A sentence for search engines, or empty.
  var description = ""
  /// Its place in the menu: lighter pages first.
  var weight = 0
  /// Whether the menu shows it.
  var isInMenu = false
  /// The content as safe HTML.
  var content = TextRef.empty
  /// The content as Markdown, as it was written.
  var markdown = TextRef.empty
  /// The file it comes from.
  var source: String
  /// Whether only `--drafts` shows it.
  var isDraft = false

  init(path: String, title: String, source: String) {
    self.path = path
    self.title = title
    self.source = source
  }
}
