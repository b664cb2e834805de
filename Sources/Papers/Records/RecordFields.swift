internal import ByteText

/// All fields of a record, in the order in which the manual and the schema list them.
///
/// A row is all that a field needs whose type has no rules of its own: it is decoded, kept in the cache, hashed and
/// described by it. The property that keeps the value is declared in `Paper`.
public enum RecordFields {
  /// The fields that files have, by the headings of the manual.
  static let sections: KeyValuePairs<String, [RecordField]> = [
    "Id and texts": texts, "People and dates": people, "Order and links": order, "Further fields": details,
  ]

  /// The fields that files have.
  public static let all = sections.flatMap(\.value)

  /// What follows from other fields: it is stored, but no file has it.
  static let derived = [
    RecordField("arxiv_id", .line, in: \.arXivID, groups: .links, "The identifier on arXiv, without a version."),
    RecordField("doi", .line, in: \.doi, groups: .links, "The DOI, without its host."),
    RecordField("daily", .flag, in: \.storedIsDaily, groups: [], "Whether a list of the day named the paper."),
  ]

  /// The fields that exports list without code of their own.
  public static let plainDetails = all.filter { $0.type == .line && ($0.jsonKey != nil || $0.label != nil) }

  /// The names of the fields that files have, in the order of `all`.
  static let names = all.map(\.name)

  private static let texts = [
    RecordField(
      "id", .id, in: \.id, groups: [],
      "The paper's id, which is the path of its page: an arXiv identifier, or any parts of letters, digits, `.`, `_` "
        + "and `-` joined by `/`. No other record may have it.", example: #""2212.10559""#),
    RecordField("title", .requiredText, in: \.title, groups: .title, "The title, written as `text` says."),
    RecordField(
      "abstract", .requiredText, in: \.abstract, groups: .abstract,
      "The abstract, written as `text` says. In a .md file it is the text below the front matter."),
    RecordField(
      "text", .format, in: \.storedFormat, groups: [.title, .abstract, .summary, .details],
      "How title, abstract and summary are written: `tex` where nothing is said in JSON, `markdown` in a .md file."),
    RecordField("summary", .text, in: \.summary, groups: .summary, "One or two sentences, written as `text` says."),
  ]

  private static let people = [
    RecordField(
      "authors", .people, in: \.authors, groups: .byline,
      "The authors in the paper's order: names, or mappings with `name`, `orcid`, `affiliation` and `url`.",
      example: #"["Ada Lovelace", {"name": "Grace Hopper", "affiliation": "Yale University"}]"#),
    RecordField(
      "author_count", .authorCount, in: \.authorCount, groups: .byline,
      "How many authors the paper has, where not all are listed.", example: "8"),
    RecordField(
      "organization", .party, in: \.storedOrganization, groups: .byline,
      "The organization that is shown in place of the number of authors: a key of `content/orgs.yml`, or a mapping "
        + "with `name`, `fullname`, `avatar` and `url`.",
      example: #"{"name": "PekingUniversity", "fullname": "Peking University"}"#),
    RecordField(
      "submitted_by", .party, in: \.storedSubmittedBy, groups: .byline,
      "Who proposed the paper, given as an organization is."),
    RecordField(
      "published", .moment, in: \.storedPublished, groups: .dates, "When the paper came out.",
      example: #""2022-12-20""#),
    RecordField(
      "updated", .moment, in: \.storedUpdated, groups: .dates, "When the paper was last changed.",
      example: #""2023-05-15T09:30:00Z""#),
    RecordField(
      "featured", .days, in: \.featured, groups: .dates,
      "The day whose page shows the paper, or a list of days; the day of `published` where nothing is said.",
      example: #""2026-01-07""#),
  ]

  private static let order = [
    RecordField(
      "tags", .lines, in: \.tags, groups: .tags, "Topics; each has a page and feeds.",
      example: #"["cs.CL", "attention"]"#),
    RecordField(
      "keywords", .lines, in: \.keywords, groups: .tags,
      "Words that are shown and searched, without pages of their own.", example: #"["transformer"]"#),
    RecordField(
      "links", .links, in: \.links, groups: .links,
      "Addresses by kind, one or a list of them: `arxiv`, `pdf`, `doi`, `code`, `project`, `video`, or names of your "
        + "own. `arxiv` and `pdf` follow from an arXiv identifier; a link to code in the abstract is found.",
      example: #"{"code": "https://github.com/openai/CLIP"}"#),
    RecordField("upvotes", .count, in: \.storedUpvotes, groups: .counts, "The votes.", example: "42"),
    RecordField("comments", .count, in: \.storedComments, groups: .counts, "The number of comments."),
    RecordField("stars", .count, in: \.storedStars, groups: .counts, "The stars of the code repository."),
    RecordField("discussion", .address, in: \.discussion, groups: .links, "Where the paper is discussed."),
    RecordField(
      "thumbnail", .resource, in: \.thumbnail, groups: .links,
      "A picture for cards and previews: an address, or a file of the site."),
    RecordField("media", .resources, in: \.media, groups: .links, "Pictures and videos."),
  ]

  private static let details = [
    RecordField(
      "venue", .line, in: \.venue, groups: .details, "Where the paper appeared.", example: #""ICML 2026""#,
      jsonKey: "venue", label: "Venue"),
    RecordField(
      "journal_ref", .line, in: \.journalRef, groups: .details, "The journal reference: volume and pages.",
      example: #""Neurocomputing 568 (2024) 127063""#, jsonKey: "journalRef", label: "Journal reference"),
    RecordField(
      "license", .line, in: \.license, groups: .details, "The licence.", example: #""CC-BY-4.0""#,
      jsonKey: "license"),
    RecordField(
      "funding", .line, in: \.funding, groups: .details, "Who paid for the work.", example: #""ERC grant 101001234""#,
      jsonKey: "funding", label: "Funding"),
    RecordField(
      "versions", .versions, in: \.versions, groups: .details,
      "The versions of the paper, oldest first: names, or mappings with `name` and `date`.",
      example: #"[{"name": "v1", "date": "2017-06-12"}]"#),
    RecordField(
      "withdrawn", .flag, in: \.storedIsWithdrawn, groups: .details,
      "Whether the paper was withdrawn, which its page says."),
    RecordField(
      "aliases", .ids, in: \.aliases, groups: .details, "Former ids, whose addresses lead to the page.",
      example: #"["2601.00001"]"#),
    RecordField(
      "extra", .mapping, in: \.extra, groups: .extra,
      "Fields of a site's own: any values by name, which are kept as they are.",
      example: #"{"datasets": ["MMLU", "GSM8K"], "training": {"gpus": 8}}"#),
    RecordField(
      "draft", .flag, in: \.storedIsDraft, groups: [],
      "Whether the record is left out, unless drafts are asked for with `--drafts`."),
  ]
}
