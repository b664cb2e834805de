extension ObjectType {
  /// The attributes that objects of the type have; sequences have none.
  var attributes: [TemplateName] {
    switch self {
    case .site:
      [
        .title, .tagline, .description, .baseUrl, .root, .language, .outputs, .params, .version, .feeds, .latest,
        .first, .days, .weeks, .months, .years, .papers, .trending, .tags, .topTags, .pages, .paperCount, .dayCount,
        .tagCount, .authorCount, .organizationCount, .taxonomies,
        .listings,
      ]
    case .page:
      [
        .kind, .url, .permalink, .canonical, .title, .description, .feeds, .papers, .terms, .taxonomy, .number, .count,
        .newer, .older,
        .exports, .metadata, .headLinks, .social, .citationTags, .jsonLd,
      ]
    case .outputs:
      [
        .weeks, .months, .years, .archive, .trending, .tags, .authors, .organizations, .rss, .atom, .feeds, .json,
        .code,
        .citations, .api, .markdown, .search,
      ]
    case .paper: Self.paperAttributes
    case .day:
      [
        .date, .name, .start, .url, .permalink, .papers, .count, .newer, .older, .week, .month, .year, .number,
        .weekday, .isLatest,
      ]
    case .week: Self.periodAttributes + [.yearNumber, .end]
    case .month: Self.periodAttributes + [.year, .end, .weeks]
    case .year: Self.periodAttributes + [.months]
    case .term:
      [
        .name, .title, .fullname, .slug, .url, .permalink, .count, .papers, .description, .latest, .avatar, .homepage,
        .orcid, .affiliation, .taxonomy,
      ]
    case .taxonomy: [.name, .title, .url, .permalink, .count, .terms]
    case .listing: [.name, .title, .description, .url, .permalink, .count, .papers]
    case .authorship: [.name, .orcid, .affiliation, .homepage, .url, .slug]
    case .party: [.name, .title, .fullname, .avatar, .homepage, .url]
    case .links: [.arxiv, .pdf, .doi, .code, .project, .video]
    case .link: [.kind, .url, .label]
    case .version: [.name, .date]
    case .feed: [.type, .title, .url, .permalink]
    case .currentFeed:
      [
        .type, .title, .subtitle, .url, .permalink, .home, .id, .updated, .updatedRfc822, .entries, .hub, .isArchive,
        .previousArchive, .subscription,
      ]
    case .entry:
      [
        .id, .url, .title, .published, .updated, .updatedRfc822, .authors, .authorNames, .tags, .content, .paper, .day,
      ]
    case .export: [.type, .label, .url, .permalink]
    case .freePage: [.title, .url, .permalink, .description, .weight, .inMenu]
    case .calendarCell: [.date, .number, .day, .inMonth]
    case .featuredDays: [.date, .year, .month, .day]
    default: []
    }
  }

  private static let periodAttributes: [TemplateName] = [
    .name, .number, .url, .permalink, .start, .days, .papers, .count, .newer, .older,
  ]

  private static let paperAttributes: [TemplateName] = [
    .id, .url, .permalink, .urn, .bibtex, .coins, .title, .titleText, .abstract, .abstractText, .summary, .summaryText,
    .authors,
    .authorCount, .organization, .submittedBy, .tags, .terms, .keywords, .media, .aliases, .links, .allLinks, .versions,
    .published, .updated, .featured, .day, .isNew, .newer, .older, .upvotes, .comments, .stars, .discussion,
    .thumbnail, .extra, .withdrawn, .arxivId, .doi, .score,
  ]
}
