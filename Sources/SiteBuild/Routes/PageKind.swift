/// What a page of the site is: it decides the address, the template and the subject.
enum PageKind: UInt8, BitwiseCopyable, CaseIterable, Sendable {
  case home
  case day
  case week
  case month
  case year
  case archive
  case trending
  case code
  case digest
  case search
  case paper
  case tags
  case tag
  case authors
  case author
  case organizations
  case organization
  case page
  case redirect
  case notFound

  /// What templates know the kind as.
  var name: String { Self.names[Int(rawValue)] }

  private static let names = allCases.map { $0 == .notFound ? "404" : String(describing: $0) }

  /// The template that renders it.
  var template: String { "\(name).html" }
}

/// One output of the site, before it is rendered: small enough to plan a million of them.
struct PagePlan: BitwiseCopyable, Hashable, Sendable {
  /// What it is.
  var kind: PageKind
  /// In which form.
  var format = PageFormat.html
  /// Which one of its kind: an index into the site's table of subjects.
  var subject: UInt32 = 0
  /// For a listing that is cut into pages or a feed with archives, the number of this one, from 1 for the oldest; 0
  /// for the newest, which has the listing's own address. For a sitemap of many parts, the number of the part.
  var number: UInt32 = 0

  /// Whether a template of the theme's renders it as a page for readers.
  var isThemed: Bool { format == .html && kind != .redirect }
}
