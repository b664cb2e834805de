/// What decides which outputs a site has: its settings, and how much of everything there is. No page is written from
/// it, so nothing that is read here is noted.
public struct PlanFacts {
  /// The settings.
  public let configuration: SiteConfiguration
  /// The formats of outputs.
  public let formats: FormatTable
  private let kinds: KindTable
  /// The content, where it is known.
  private let site: SiteData?

  /// The facts that follow from the settings alone.
  init(_ configuration: SiteConfiguration, _ kinds: KindTable, _ formats: FormatTable) {
    (self.configuration, self.kinds, self.formats, site) = (configuration, kinds, formats, nil)
  }

  /// The facts of a site.
  init(of site: SiteData) {
    (configuration, kinds, formats, self.site) = (site.configuration, site.kinds, site.formats, site)
  }

  /// Which outputs the settings ask for.
  public var outputs: Outputs { configuration.outputs }

  /// How many things of a kind there are.
  public func count(of kind: ObjectKind) -> Int { site.map { kinds[kind].count(in: $0) } ?? 0 }

  /// Whether the site has pages of a kind.
  public func isWritten(_ kind: ObjectKind) -> Bool { kinds[kind].isWritten(configuration) }

  /// Whether a kind has feeds.
  public func hasFeeds(_ kind: ObjectKind) -> Bool {
    let definition = kinds[kind]
    return definition.canHaveFeed && (isWritten(kind) || !definition.feedNeedsPage)
      && configuration.outputs.feeds.kinds?.contains(definition.settingName) ?? true
  }

  /// The feed formats that are written.
  public var feedFormats: [OutputFormat] { formats.all(of: .feed).filter { formats[$0].isSwitchedOn(in: outputs) } }

  /// Something of each kind, by the kind's number.
  func byKind<Element>(_ element: (ObjectKind) -> [Element]) -> [[Element]] {
    var table = [[Element]](repeating: [], count: Int(UInt8.max) + 1)
    for kind in kinds.all { table[Int(kind.rawValue)] = element(kind) }
    return table
  }

  /// Whether pages of a kind have Markdown twins.
  public func hasTwins(_ kind: ObjectKind) -> Bool {
    kinds[kind].hasTwin(outputs.markdown)
  }

  /// Whether pages of a kind have files with citations.
  public func hasCitations(_ kind: ObjectKind) -> Bool {
    kinds[kind].hasCitations(outputs.citations)
  }

  /// The numbers of papers of the segments of the search.
  public var searchSegmentSizes: [Int] { site?.searchSegments.map(\.papers.count) ?? [] }
}

extension SiteData {
  /// Whether the site has pages of a kind.
  func isWritten(_ kind: ObjectKind) -> Bool { kinds[kind].isWritten(configuration) }
}
