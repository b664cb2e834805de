public import ByteText

/// What a file is for that is beside a page or about the whole site.
public enum FormatRole: Int, CaseIterable, Sendable {
  /// A page for readers.
  case page
  /// A feed of a listing.
  case feed
  /// A citation of a paper, or those of a listing.
  case citation
  /// A page once more, for machines.
  case twin
  /// A paper or a day as data.
  case record
  /// A list of pages for search engines.
  case sitemap
  /// The description of the search for browsers.
  case search
  /// Anything else.
  case other
}

/// What an output format is: what its files are called, which the site has, and how they are written.
///
/// Planning, addresses, head links, configuration and limits iterate over the definitions. A new format is a new file
/// with such a definition and a line in the list of its target.
public protocol OutputFormatDefinition: Sendable {
  /// The name of the file in the folder of its page; some formats have addresses of their own.
  var fileName: StaticString { get }
  /// The media type.
  var mediaType: StaticString { get }
  /// What links to the file say; nil where pages don't offer it to readers.
  var label: StaticString? { get }
  /// What the file is for.
  var role: FormatRole { get }
  /// What a warning about too many files calls these.
  var countName: String { get }
  /// Whether a template of the theme renders it: `feeds/` and the file name.
  var hasTemplate: Bool { get }
  /// Whether it is XML, in which some characters may not be.
  var isXML: Bool { get }
  /// Whether each part of a paginated listing has a file.
  var isPaginated: Bool { get }

  /// Whether the settings ask for the format at all.
  func isSwitchedOn(in outputs: Outputs) -> Bool
  /// Whether pages of a kind have a file in this format beside them. Feeds are beside the kinds that have feeds.
  func isBeside(_ kind: ObjectKind, in facts: PlanFacts) -> Bool
  /// The files that are beside no page, in the order in which they are planned.
  func siteFiles(in facts: PlanFacts) -> [OutputPlan]
  /// Appends the path of a file below the output folder.
  func appendPath(of plan: OutputPlan, in addresses: Addresses, to out: inout ByteBuffer)
  /// A writer for one worker; nil where a template renders the format.
  func makeWriter(for view: SiteView) -> (any FormatWriter)?
}

extension OutputFormatDefinition {
  /// No link to the file.
  public var label: StaticString? { nil }
  /// Something of its own.
  public var role: FormatRole { .other }
  /// What the role is called.
  public var countName: String { "indexes" }
  /// Not by a template.
  public var hasTemplate: Bool { false }
  /// Not XML.
  public var isXML: Bool { false }
  /// One file for all pages of a listing.
  public var isPaginated: Bool { false }
  /// Always.
  public func isSwitchedOn(in outputs: Outputs) -> Bool { true }
  /// Beside no page.
  public func isBeside(_ kind: ObjectKind, in facts: PlanFacts) -> Bool { false }
  /// No files of the site.
  public func siteFiles(in facts: PlanFacts) -> [OutputPlan] { [] }

  /// The file in the folder of its page.
  public func appendPath(of plan: OutputPlan, in addresses: Addresses, to out: inout ByteBuffer) {
    addresses.appendPath(of: plan, to: &out)
    out.append(fileName)
  }
}

/// Writes outputs of one format, for one worker.
public protocol FormatWriter {
  /// Appends an output.
  func write(_ plan: OutputPlan, into out: inout ByteBuffer)
}

/// The pages of the theme.
struct HTMLFormat: OutputFormatDefinition {
  let fileName: StaticString = "index.html"
  let mediaType: StaticString = "text/html"
  let role = FormatRole.page
  let countName = "pages"
  let hasTemplate = true
  let isPaginated = true

  func appendPath(of plan: OutputPlan, in addresses: Addresses, to out: inout ByteBuffer) {
    addresses.appendPath(of: plan, to: &out)
    if plan.kind != .notFound { out.append(fileName) }
  }

  func makeWriter(for view: SiteView) -> (any FormatWriter)? { nil }
}
