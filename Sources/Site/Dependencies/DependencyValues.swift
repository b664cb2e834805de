import ByteText
import Papers

/// Gives everything that a page can depend on a name that stays the same between builds, and its value in this build.
public struct DependencyValues: Sendable {
  let site: SiteData
  let assetIndex: NumberTable
  let paperIdentities: [UInt64]
  let paperIndex: NumberTable
  /// By taxonomy.
  let termIndexes: [NumberTable]
  /// The hash of each group of the sitemap.
  let sitemaps: [UInt64]

  /// The values of a site. Linear in its text.
  public init(of site: SiteData) {
    self.site = site
    assetIndex = NumberTable(of: site.assets.names.map { Fingerprint(of: $0.utf8.span).value })
    paperIdentities = site.store.papers.indices.map { Fingerprint(of: site.bytes(site.store.papers[$0].id)).value }
    paperIndex = NumberTable(of: paperIdentities)
    termIndexes = site.taxonomies.map { taxonomy in
      NumberTable(of: taxonomy.terms.map { Fingerprint(of: site.bytes($0.slug)).value })
    }
    sitemaps = site.configuration.outputs.sitemap ? site.sitemapFingerprints(papers: paperIdentities) : []
  }

  /// What the owner of a dependency is called in every build.
  public func identity(of item: Dependency) -> UInt64 {
    site.kinds[item.kind].identity(of: Int(item.owner), in: self)
  }

  /// The index of an owner now, or nil where the site has none of this identity any more.
  public func owner(_ identity: UInt64, _ kind: ObjectKind) -> UInt32? {
    site.kinds[kind].index(of: identity, in: self).map { UInt32($0) }
  }

  /// The hash of what a dependency's owner is now.
  public func value(of item: Dependency) -> UInt64 {
    item.isList ? listValue(item) : value(item.kind, Int(item.owner), item.aspects)
  }

  /// The hash of some aspects of an object.
  func value(_ kind: ObjectKind, _ index: Int, _ aspects: UInt16) -> UInt64 {
    site.kinds[kind].value(of: aspects, at: index, in: self)
  }

  private func listValue(_ item: Dependency) -> UInt64 {
    let owner = site.kinds[item.kind]
    let list = owner.rows(of: Int(item.owner), in: site)
    var hash = Fingerprint()
    guard item.start != Dependency.wholeCount else {
      hash.combine(UInt64(list.count))
      return hash.value
    }
    let items = site.kinds[owner.items]
    // The part may reach beyond the list's end, when the list has become shorter.
    let isFromEnd = item.start & Dependency.fromEnd != 0
    let start = Int(item.start & ~Dependency.fromEnd)
    for offset in start..<start + Int(item.count) {
      guard offset < list.count else {
        hash.combine(.max)
        break
      }
      let position = isFromEnd ? list.count - 1 - offset : offset
      let index = Int(list[list.startIndex + position])
      hash.combine(items.identity(of: index, in: self))
      if item.aspects != 0 { hash.combine(items.value(of: item.aspects, at: index, in: self)) }
    }
    return hash.value
  }

  /// What was read, in words: "abstract of paper 2212.10559".
  public func description(of item: Dependency) -> String {
    let definition = site.kinds[item.kind]
    let noun = item.isList ? definition.listNoun : definition.noun
    let label = definition.label(of: Int(item.owner), in: site)
    let subject = label.isEmpty ? noun : "\(noun) \(label)"
    let aspects = item.kind == .paper && !item.isList ? FieldGroups(rawValue: item.aspects).members.map { "\($0)" } : []
    // A long list of groups would only say that it may be any of them.
    return aspects.isEmpty || aspects.count > 3 ? subject : "\(aspects.joined(separator: " or ")) of \(subject)"
  }

  /// What an explanation calls something of which one is gone.
  public func noun(of item: Dependency) -> String {
    item.isList ? site.kinds[item.kind].listNoun : site.kinds[item.kind].noun
  }
}

extension SiteData {
  /// The hash of each group of the sitemap: which pages it lists and when they last changed. Linear in the pages.
  fileprivate func sitemapFingerprints(papers: [UInt64]) -> [UInt64] {
    var hashes = [Fingerprint](repeating: Fingerprint(), count: calendar.years.count + taxonomies.count + 1)
    for kind in kinds.all where kinds[kind].isWritten(configuration) {
      for index in 0..<kinds[kind].count(in: self) where kinds[kind].hasPage(index, in: self) {
        guard let group = kinds[kind].sitemapGroup(of: index, in: self) else { continue }
        let plan = OutputPlan(kind: kind, subject: UInt32(index))
        let place = self.index(of: group)
        hashes[place].combine(kind == .paper ? papers[index] : pathHash(of: plan))
        for number in 0..<max(1, pagination(of: plan)?.pageCount ?? 1) {
          var page = plan
          page.number = UInt32(number)
          hashes[place].combine(modificationDay(of: page))
        }
      }
    }
    return hashes.map(\.value)
  }

  private func pathHash(of page: OutputPlan) -> UInt64 {
    var path = ByteBuffer(capacity: 128)
    kinds[page.kind].appendPath(of: Int(page.subject), in: self, to: &path)
    return Fingerprint(of: path.span).value
  }
}
