import ByteText
import Jinja
import Papers
import Exports
import Site

extension TemplateModel {
  /// An attribute of a feed that a page points to.
  func feed(_ name: TemplateName, _ position: Int, home: Bool, _ scratch: inout Scratch) -> Value {
    var plan = home ? OutputPlan(kind: .home) : OutputPlan(kind: current.kind, subject: current.subject)
    let formats = view.feedFormats(of: plan.kind)
    guard position < formats.count else { return .undefined }
    plan.format = formats[position]
    switch name {
    case .type: return scratch.string { $0.append(view.formats[plan.format].mediaType) }
    case .title: return scratch.string { view.appendFeedTitle(of: plan, to: &$0) }
    default: return fileAddress(name, of: plan, &scratch)
    }
  }

  /// The address of a file, as a path or with scheme and host.
  func fileAddress(_ name: TemplateName, of plan: OutputPlan, _ scratch: inout Scratch) -> Value {
    switch name {
    case .permalink: return scratch.string { addresses.appendFileLink(of: plan, to: &$0) }
    case .url:
      return scratch.string { out in
        out.append(view.configuration.root)
        addresses.appendFile(of: plan, to: &out)
      }
    default: return .undefined
    }
  }

  /// An attribute of the feed that is being rendered.
  func currentFeed(_ name: TemplateName, _ scratch: inout Scratch) -> Value {
    switch name {
    case .title: return scratch.string { view.appendFeedTitle(of: current, to: &$0) }
    case .subtitle: return feedSubtitle(&scratch)
    case .type: return scratch.string { $0.append(view.formats[current.format].mediaType) }
    case .id: return scratch.string { feedFacts.appendID(of: current, to: &$0) }
    case .home: return scratch.string { addresses.appendPermalink(of: view.page(ofFeed: current), to: &$0) }
    case .updated, .updatedRfc822: return moment(view.updateDay(ofFeed: current), name, &scratch)
    case .entries: return feedEntries
    default: return feedHistory(name, &scratch)
    }
  }

  /// Where the rest of the feed is (RFC 5005), and who tells of new entries (WebSub).
  private func feedHistory(_ name: TemplateName, _ scratch: inout Scratch) -> Value {
    switch name {
    case .isArchive: return Value(current.number > 0)
    case .previousArchive:
      return view.archive(before: current).map { fileAddress(.permalink, of: $0, &scratch) } ?? .undefined
    case .subscription:
      return fileAddress(
        .permalink, of: OutputPlan(kind: current.kind, format: current.format, subject: current.subject), &scratch)
    case .hub: return current.number > 0 ? .undefined : optional(view.configuration.outputs.feeds.hub, &scratch)
    default: return fileAddress(name, of: current, &scratch)
    }
  }

  /// The description of the feed's page or site; a feed always has one.
  private func feedSubtitle(_ scratch: inout Scratch) -> Value {
    scratch.string { out in
      let start = out.count
      view.appendDescription(of: current, to: &out)
      if out.count == start { out.append(view.configuration.description) }
      if out.count == start { view.appendFeedTitle(of: current, to: &out) }
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

extension TemplateModel {
  private var feedEntries: Value {
    list(.feedEntries, view.feedPositions(in: current))
  }

  /// The entry at a position of the feed that is being rendered.
  func feedEntry(_ position: Int) -> Value {
    switch view.feedEntry(position, of: current) {
    case .paper(let paper): object(.entry, Int(paper.index))
    case .day(let day): object(.entry, day, detail: 1)
    case nil: .undefined
    }
  }

  /// An attribute of an entry.
  func entry(_ name: TemplateName, _ object: ObjectRef, _ scratch: inout Scratch) -> Value {
    let entry: FeedEntry =
      object.detail == 1 ? .day(Int(object.index)) : .paper(view.feedPaper(UInt32(object.index)))
    switch name {
    case .id: return scratch.string { feedFacts.appendID(of: entry, to: &$0) }
    case .url: return scratch.string { feedFacts.appendLink(of: entry, to: &$0) }
    case .title: return scratch.string { feedFacts.appendTitle(of: entry, to: &$0) }
    case .published: return moment(view.firstDay(of: entry), name, &scratch)
    case .updated, .updatedRfc822: return moment(view.updateDay(of: entry), name, &scratch)
    case .authors: return list(.authorshipList, feedFacts.authors(of: entry, in: current))
    case .authorNames: return authorNames(of: entry, &scratch)
    case .tags: return termRows(feedFacts.tags(of: entry), in: 0)
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
