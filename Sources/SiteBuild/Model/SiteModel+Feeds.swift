import ByteText
import Jinja
import Papers

extension SiteModel {
  /// The feeds that a page points to: those of its own listing first, then the site's.
  func feedPlans(for page: PagePlan) -> [PagePlan] {
    let formats = site.configuration.outputs.feeds.formats
    var plans: [PagePlan] = []
    if page.kind != .home, page.kind.hasFeeds {
      plans += formats.map { PagePlan(kind: page.kind, format: $0, subject: page.subject) }
    }
    return plans + formats.map { PagePlan(kind: .home, format: $0) }
  }

  /// An attribute of a feed that a page points to.
  func feed(_ name: TemplateName, _ position: Int, home: Bool, _ scratch: inout Scratch) -> Value {
    let plans = feedPlans(for: home ? PagePlan(kind: .home) : current)
    guard position < plans.count else { return .undefined }
    let plan = plans[position]
    switch name {
    case .type: return scratch.string(plan.format.mediaType)
    case .title: return feedTitle(plan, &scratch)
    case .url: return feedAddress(plan, prefix: site.configuration.root, &scratch)
    case .permalink: return feedAddress(plan, prefix: site.configuration.baseURL, &scratch)
    default: return .undefined
    }
  }

  /// An attribute of the feed that is being rendered.
  func currentFeed(_ name: TemplateName, _ scratch: inout Scratch) -> Value {
    switch name {
    case .title: return feedTitle(current, &scratch)
    case .permalink: return feedAddress(current, prefix: site.configuration.baseURL, &scratch)
    case .url: return feedAddress(current, prefix: site.configuration.root, &scratch)
    case .type: return scratch.string(current.format.mediaType)
    case .id:
      return scratch.string { out in
        out.append("urn:sitegen:feed:")
        addresses.appendPath(of: current, to: &out)
      }
    case .updated: return feedUpdate(&scratch)
    case .entries: return page(.papers, &scratch)
    default: return .undefined
    }
  }

  private func feedTitle(_ plan: PagePlan, _ scratch: inout Scratch) -> Value {
    guard plan.kind != .home else { return scratch.string(site.configuration.title) }
    let subject = title(of: plan, &scratch)
    let name = scratch.text(of: subject) ?? ""
    return scratch.string("\(name) · \(site.configuration.title)")
  }

  private func feedAddress(_ plan: PagePlan, prefix: String, _ scratch: inout Scratch) -> Value {
    scratch.string { out in
      out.append(prefix)
      addresses.appendFile(of: plan, to: &out)
    }
  }

  /// The newest entry's day, or nothing where the feed has no entry.
  private func feedUpdate(_ scratch: inout Scratch) -> Value {
    guard let list = site.list(of: current) else { return .undefined }
    log.note(list.kind, owner: list.owner, rows: 0..<min(1, list.rows.count))
    guard let newest = site.rows(of: list.kind, owner: list.owner).first else { return .undefined }
    log.note(.paper, Int(newest), .dates)
    return site.store.newestDay(of: newest).map { date($0, &scratch) } ?? .undefined
  }
}

extension PageKind {
  /// Whether the kind's listings have feeds.
  var hasFeeds: Bool {
    switch self {
    case .home, .tag: true
    default: false
    }
  }
}

extension Outputs.Feeds {
  /// The feed formats that are written.
  var formats: [PageFormat] { (rss ? [.rss] : []) + (atom ? [.atom] : []) }
}
