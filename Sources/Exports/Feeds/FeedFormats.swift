import ByteText
import Site

/// RSS 2.0, from a template: `rss.xml`.
struct RSSFormat: OutputFormatDefinition {
  let fileName: StaticString = "rss.xml"
  let mediaType: StaticString = "application/rss+xml"
  let role = FormatRole.feed
  let countName = "feeds"
  let hasTemplate = true
  let isXML = true

  func isSwitchedOn(in outputs: Outputs) -> Bool { outputs.feeds.rss }

  func appendPath(of plan: OutputPlan, in addresses: Addresses, to out: inout ByteBuffer) {
    addresses.appendFeed(plan, archive: "rss/", ".xml", to: &out)
  }

  func makeWriter(for view: SiteView) -> (any FormatWriter)? { nil }
}

/// Atom, from a template: `atom.xml`.
struct AtomFormat: OutputFormatDefinition {
  let fileName: StaticString = "atom.xml"
  let mediaType: StaticString = "application/atom+xml"
  let role = FormatRole.feed
  let countName = "feeds"
  let hasTemplate = true
  let isXML = true

  func isSwitchedOn(in outputs: Outputs) -> Bool { outputs.feeds.atom }

  func appendPath(of plan: OutputPlan, in addresses: Addresses, to out: inout ByteBuffer) {
    addresses.appendFeed(plan, archive: "atom/", ".xml", to: &out)
  }

  func makeWriter(for view: SiteView) -> (any FormatWriter)? { nil }
}

/// JSON Feed 1.1: `feed.json`.
struct JSONFeedFormat: OutputFormatDefinition {
  let fileName: StaticString = "feed.json"
  let mediaType: StaticString = "application/feed+json"
  let role = FormatRole.feed
  let countName = "feeds"

  func isSwitchedOn(in outputs: Outputs) -> Bool { outputs.feeds.json }

  func appendPath(of plan: OutputPlan, in addresses: Addresses, to out: inout ByteBuffer) {
    addresses.appendFeed(plan, archive: "feed/", ".json", to: &out)
  }

  func makeWriter(for view: SiteView) -> (any FormatWriter)? { JSONFeedWriter(of: view) }
}

extension Addresses {
  /// `tags/cs-cl/rss.xml`, and for an archive `tags/cs-cl/rss/3.xml`.
  fileprivate func appendFeed(
    _ plan: OutputPlan, archive folder: StaticString, _ suffix: StaticString, to out: inout ByteBuffer
  ) {
    appendPath(of: plan, to: &out)
    guard plan.number > 0 else { return out.append(fileName(of: plan.format)) }
    out.append(folder)
    out.append(decimal: Int(plan.number))
    out.append(suffix)
  }
}
