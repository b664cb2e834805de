/// What a page of the site is: it decides the address, the template and the subject.
enum PageKind: UInt8, BitwiseCopyable, CaseIterable, Sendable {
  case home
  case day
  case week
  case month
  case year
  case archive
  case trending
  case paper
  case tags
  case tag
  case authors
  case author
  case organizations
  case organization
  case page
  case notFound

  /// What templates know the kind as.
  var name: String { self == .notFound ? "404" : String(describing: self) }

  /// The template that renders it.
  var template: String { "\(name).html" }
}

/// The forms in which a page is written.
enum PageFormat: UInt8, BitwiseCopyable, CaseIterable, Sendable {
  case html
  case rss
  case atom

  /// The name of the file.
  var fileName: StaticString {
    switch self {
    case .html: "index.html"
    case .rss: "rss.xml"
    case .atom: "atom.xml"
    }
  }

  /// The media type of a feed.
  var mediaType: String {
    switch self {
    case .html: "text/html"
    case .rss: "application/rss+xml"
    case .atom: "application/atom+xml"
    }
  }
}

/// One output of the site, before it is rendered: small enough to plan a million of them.
struct PagePlan: BitwiseCopyable, Hashable, Sendable {
  /// What it is.
  var kind: PageKind
  /// In which form.
  var format = PageFormat.html
  /// Which one of its kind: an index into the site's table of subjects.
  var subject: UInt32 = 0
  /// For a listing that is cut into pages, the number of this one, from 1 for the oldest; 0 for the newest, which
  /// has the listing's own address.
  var number: UInt32 = 0
}
