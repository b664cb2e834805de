import ByteText
import PaperText
import Papers
import Site

/// Writes papers as the API of Hugging Face gives them (`/api/papers/ID`), with the fields that a record keeps, and
/// after those the ones that only our records have. A field that isn't known is absent, never null.
struct PaperRecordWriter {
  private let view: SiteView

  /// A writer for a site's papers.
  init(of view: SiteView) { self.view = view }

  /// Appends a paper.
  ///
  /// - Parameter day: the day whose list it is in; nil for the newest.
  func append(_ paper: PaperView, on day: Day? = nil, to out: inout ByteBuffer) {
    var object = JSONObject()
    object.text("id", view.bytes(paper.id), to: &out)
    object.key("authors", to: &out)
    appendAuthors(of: paper, to: &out)
    if let date = paper.published { object.string("publishedAt", to: &out) { date.writeMilliseconds(into: &$0) } }
    if let day = day ?? paper.newestDay {
      object.string("submittedOnDailyAt", to: &out) { Moment(day: day).writeMilliseconds(into: &$0) }
    }
    object.text("title", view.bytes(paper.title.source), to: &out)
    appendSubmitter(of: paper, as: "submittedOnDailyBy", &object, to: &out)
    object.text("summary", view.bytes(paper.abstract.source), to: &out)
    object.optional("upvotes", paper.upvotes, to: &out)
    appendMentions(of: paper, &object, to: &out)
    appendOrganization(of: paper, &object, to: &out)
    appendOwnFields(of: paper, &object, to: &out)
    object.end(&out)
  }

  private func appendAuthors(of paper: PaperView, to out: inout ByteBuffer) {
    out.append("[")
    for row in paper.authors {
      if row > paper.authors.lowerBound { out.append(",") }
      let author = view.authorship(row)
      var object = JSONObject()
      object.text("name", view.bytes(author.name), to: &out)
      object.key("hidden", to: &out)
      out.append("false")
      object.optional("orcid", view.bytes(author.orcid), to: &out)
      object.optional("affiliation", view.bytes(author.affiliation), to: &out)
      object.optional("homepage", view.bytes(author.url), to: &out)
      object.end(&out)
    }
    out.append("]")
  }

  /// Appends who put the paper on the list.
  func appendSubmitter(
    of paper: PaperView, as name: StaticString, _ object: inout JSONObject, to out: inout ByteBuffer
  ) {
    guard let row = paper.submittedBy else { return }
    let party = view.party(row)
    object.key(name, to: &out)
    var submitter = JSONObject()
    submitter.optional("avatarUrl", view.bytes(party.avatar), to: &out)
    submitter.text("fullname", view.bytes(party.fullname.isEmpty ? party.name : party.fullname), to: &out)
    submitter.text("name", view.bytes(party.name), to: &out)
    submitter.text("user", view.bytes(party.name), to: &out)
    submitter.literal("type", "user", to: &out)
    submitter.end(&out)
  }

  /// Appends the organization.
  func appendOrganization(of paper: PaperView, _ object: inout JSONObject, to out: inout ByteBuffer) {
    guard let row = paper.organization else { return }
    let party = view.party(row)
    object.key("organization", to: &out)
    var organization = JSONObject()
    organization.text("name", view.bytes(party.name), to: &out)
    organization.text("fullname", view.bytes(party.fullname.isEmpty ? party.name : party.fullname), to: &out)
    organization.optional("avatar", view.bytes(party.avatar), to: &out)
    organization.end(&out)
  }

  private func appendMentions(of paper: PaperView, _ object: inout JSONObject, to out: inout ByteBuffer) {
    object.optional("projectPage", view.bytes(paper.link("project")), to: &out)
    object.optional("githubRepo", view.bytes(paper.link("code")), to: &out)
    object.optional("githubStars", paper.stars, to: &out)
    object.optional("ai_summary", view.bytes(paper.summary.source), to: &out)
    appendTexts("ai_keywords", paper.keywords, &object, to: &out)
    appendTexts("mediaUrls", paper.media, &object, to: &out)
  }

  /// Appends a list of texts, unless it is empty.
  func appendTexts(_ name: StaticString, _ rows: Range<Int>, _ object: inout JSONObject, to out: inout ByteBuffer) {
    object.list(name, rows, to: &out) { JSONWriter().quote(view.bytes(view.text($0)), to: &$1) }
  }
}

// MARK: - Fields that the API of Hugging Face doesn't have

extension PaperRecordWriter {
  private func appendOwnFields(
    of paper: PaperView, _ object: inout JSONObject, to out: inout ByteBuffer
  ) {
    object.string("url", to: &out) { view.addresses.appendPermalink(of: paper.page, to: &$0) }
    object.literal("text", paper.format.name, to: &out)
    object.list("featured", paper.featured, to: &out) { row, out in
      out.append("\"")
      view.featuredDay(row).write(into: &out)
      out.append("\"")
    }
    if let date = paper.updated { object.string("updatedAt", to: &out) { date.writeMilliseconds(into: &$0) } }
    if paper.authorCount > paper.authors.count {
      object.key("authorCount", to: &out)
      out.append(decimal: paper.authorCount)
    }
    appendTexts("tags", paper.tags, &object, to: &out)
    appendLinks(of: paper, &object, to: &out)
    object.optional("numComments", paper.comments, to: &out)
    object.optional("thumbnail", view.bytes(paper.thumbnail), to: &out)
    object.optional("discussion", view.bytes(paper.discussion), to: &out)
    for field in RecordFields.plainDetails {
      guard let key = field.jsonKey else { continue }
      object.optional(key, view.bytes(paper.line(field)), to: &out)
    }
    if !paper.extra.isEmpty {
      object.key("extra", to: &out)
      out.append(view.bytes(paper.extra))
    }
    appendVersions(of: paper, &object, to: &out)
    if paper.isWithdrawn {
      object.key("withdrawn", to: &out)
      out.append("true")
    }
  }

  private func appendLinks(of paper: PaperView, _ object: inout JSONObject, to out: inout ByteBuffer) {
    object.list("links", paper.links, to: &out) { row, out in
      var link = JSONObject()
      link.text("kind", view.bytes(view.link(row).kind), to: &out)
      link.text("url", view.bytes(view.link(row).url), to: &out)
      link.end(&out)
    }
  }

  private func appendVersions(of paper: PaperView, _ object: inout JSONObject, to out: inout ByteBuffer) {
    object.list("versions", paper.versions, to: &out) { row, out in
      let version = view.version(row)
      var entry = JSONObject()
      entry.text("name", view.bytes(version.name), to: &out)
      if let date = version.date { entry.string("date", to: &out) { date.writeMilliseconds(into: &$0) } }
      entry.end(&out)
    }
  }
}

extension TextFormat {
  /// What records call the format.
  fileprivate var name: StaticString {
    switch self {
    case .tex: "tex"
    case .markdown: "markdown"
    case .plain: "plain"
    case .daily: "daily"
    }
  }
}

extension Moment {
  /// Appends the moment as the API writes it: `2026-01-07T00:00:00.000Z`.
  func writeMilliseconds(into out: inout ByteBuffer) {
    writeRFC3339(into: &out)
    out.truncate(to: out.count - 1)
    out.append(".")
    out.append(decimal: Int(milliseconds ?? 0) % 1000, width: 3)
    out.append("Z")
  }
}
