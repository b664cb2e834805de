import ByteText
import Jinja
import Papers

extension SiteModel {
  /// An attribute of a feed that a page points to.
  func feed(_ name: TemplateName, _ position: Int, home: Bool, _ scratch: inout Scratch) -> Value {
    var plan = home ? PagePlan(kind: .home) : PagePlan(kind: current.kind, subject: current.subject)
    let formats = site.feedFormats(of: plan.kind)
    guard position < formats.count else { return .undefined }
    plan.format = formats[position]
    note(plan, .appearance)
    switch name {
    case .type: return scratch.string { $0.append(plan.format.mediaType) }
    case .title: return scratch.string { titles.appendFeedTitle(of: plan, to: &$0) }
    default: return fileAddress(name, of: plan, &scratch)
    }
  }

  /// The address of a file, as a path or with scheme and host.
  func fileAddress(_ name: TemplateName, of plan: PagePlan, _ scratch: inout Scratch) -> Value {
    switch name {
    case .permalink: return scratch.string { addresses.appendFileLink(of: plan, to: &$0) }
    case .url:
      return scratch.string { out in
        out.append(site.configuration.root)
        addresses.appendFile(of: plan, to: &out)
      }
    default: return .undefined
    }
  }

  /// An attribute of the feed that is being rendered.
  func currentFeed(_ name: TemplateName, _ scratch: inout Scratch) -> Value {
    log.noteFeed(current, in: site)
    switch name {
    case .title: return scratch.string { titles.appendFeedTitle(of: current, to: &$0) }
    case .subtitle: return feedSubtitle(&scratch)
    case .type: return scratch.string { $0.append(current.format.mediaType) }
    case .id: return scratch.string { feedFacts.appendID(of: current, to: &$0) }
    case .home: return scratch.string { addresses.appendPermalink(of: site.page(behindFeed: current), to: &$0) }
    case .updated, .updatedRfc822: return moment(site.updateDay(ofFeed: current), name, &scratch)
    case .entries: return feedEntries
    default: return feedHistory(name, &scratch)
    }
  }

  /// Where the rest of the feed is (RFC 5005), and who tells of new entries (WebSub).
  private func feedHistory(_ name: TemplateName, _ scratch: inout Scratch) -> Value {
    switch name {
    case .isArchive: return Value(current.number > 0)
    case .previousArchive:
      return feedFacts.archive(before: current).map { fileAddress(.permalink, of: $0, &scratch) } ?? .undefined
    case .subscription:
      return fileAddress(
        .permalink, of: PagePlan(kind: current.kind, format: current.format, subject: current.subject), &scratch)
    case .hub: return current.number > 0 ? .undefined : optional(site.configuration.outputs.feeds.hub, &scratch)
    default: return fileAddress(name, of: current, &scratch)
    }
  }

  /// The description of the feed's page or site; a feed always has one.
  private func feedSubtitle(_ scratch: inout Scratch) -> Value {
    scratch.string { out in
      let start = out.count
      descriptions.append(of: current, to: &out)
      if out.count == start { out.append(site.configuration.description) }
      if out.count == start { titles.appendFeedTitle(of: current, to: &out) }
    }
  }

  /// A day as the formats of feeds want it.
  private func moment(_ day: Day?, _ name: TemplateName, _ scratch: inout Scratch) -> Value {
    guard let day else { return .undefined }
    return scratch.string { out in
      let moment = Moment(day: day)
      name == .updatedRfc822 ? moment.writeRFC822(into: &out) : moment.writeRFC3339(into: &out)
    }
  }
}

// MARK: - Entries

extension SiteModel {
  private var feedEntries: Value {
    list(.feedEntries, site.feedPositions(in: current))
  }

  /// The entry at a position of the feed that is being rendered.
  func feedEntry(_ position: Int) -> Value {
    switch site.feedEntry(position, of: current) {
    case .paper(let paper): object(.entry, Int(paper))
    case .day(let day): object(.entry, day, detail: 1)
    case nil: .undefined
    }
  }

  /// An attribute of an entry.
  func entry(_ name: TemplateName, _ object: ObjectRef, _ scratch: inout Scratch) -> Value {
    let entry: FeedEntry = object.detail == 1 ? .day(Int(object.index)) : .paper(UInt32(object.index))
    switch name {
    case .id: return scratch.string { feedFacts.appendID(of: entry, to: &$0) }
    case .url: return scratch.string { feedFacts.appendLink(of: entry, to: &$0) }
    case .title: return scratch.string { feedFacts.appendTitle(of: entry, to: &$0) }
    case .published: return moment(site.firstDay(of: entry), name, &scratch)
    case .updated, .updatedRfc822: return moment(site.updateDay(of: entry), name, &scratch)
    case .authors: return list(.authorshipList, feedFacts.authors(of: entry, in: current))
    case .authorNames: return authorNames(of: entry, &scratch)
    case .tags: return list(.paperTags, feedFacts.tags(of: entry))
    case .content: return content(of: entry, &scratch)
    case .paper: return object.detail == 0 ? self.object(.paper, Int(object.index)) : .undefined
    case .day: return object.detail == 1 ? self.object(.day, Int(object.index)) : .undefined
    default: return .undefined
    }
  }

  private func authorNames(of entry: FeedEntry, _ scratch: inout Scratch) -> Value {
    guard !feedFacts.authors(of: entry, in: current).isEmpty else { return .undefined }
    return scratch.string { feedFacts.appendAuthors(of: entry, in: current, to: &$0) }
  }

  /// The content as XML text, so that a template only has to print it.
  private func content(of entry: FeedEntry, _ scratch: inout Scratch) -> Value {
    scratch.string(safe: true) { feedContent.append(escaped: entry, to: &$0) }
  }
}
