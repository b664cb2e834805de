import ByteText
import PaperText
import Papers

/// Writes papers as the API of Hugging Face gives them (`/api/papers/ID`), with the fields that a record keeps, and
/// behind those the ones that only our records have. A field that isn't known is absent, never null.
struct PaperRecordWriter {
  private let site: Site
  private let addresses: Addresses

  /// A writer for a site's papers.
  init(of site: Site) {
    self.site = site
    addresses = Addresses(of: site)
  }

  /// Appends a paper.
  ///
  /// - Parameter day: the day whose list it stands in; nil for the newest.
  func append(_ index: UInt32, on day: Day? = nil, to out: inout ByteBuffer) {
    let paper = site.store.papers[Int(index)]
    var object = JSONObject()
    object.text("id", site.bytes(paper.id), to: &out)
    object.key("authors", to: &out)
    appendAuthors(of: paper, to: &out)
    if let date = paper.published { object.string("publishedAt", to: &out) { date.writeMilliseconds(into: &$0) } }
    if let day = day ?? site.store.newestDay(of: index) {
      object.string("submittedOnDailyAt", to: &out) { Moment(day: day).writeMilliseconds(into: &$0) }
    }
    object.text("title", site.bytes(paper.title.source), to: &out)
    appendSubmitter(of: paper, as: "submittedOnDailyBy", &object, to: &out)
    object.text("summary", site.bytes(paper.abstract.source), to: &out)
    object.optional("upvotes", paper.upvotes, to: &out)
    appendMentions(of: paper, &object, to: &out)
    appendOrganization(of: paper, &object, to: &out)
    appendOwnFields(of: paper, index, &object, to: &out)
    object.end(&out)
  }

  private func appendAuthors(of paper: Paper, to out: inout ByteBuffer) {
    out.append("[")
    for row in paper.authors.range {
      if row > paper.authors.range.lowerBound { out.append(",") }
      let author = site.store.authorships[row]
      var object = JSONObject()
      object.text("name", site.bytes(author.name), to: &out)
      object.key("hidden", to: &out)
      out.append("false")
      object.optional("orcid", site.bytes(author.orcid), to: &out)
      object.optional("affiliation", site.bytes(author.affiliation), to: &out)
      object.optional("homepage", site.bytes(author.url), to: &out)
      object.end(&out)
    }
    out.append("]")
  }

  /// Appends who put the paper on the list.
  func appendSubmitter(
    of paper: Paper, as name: StaticString, _ object: inout JSONObject, to out: inout ByteBuffer
  ) {
    guard let row = paper.submittedBy else { return }
    let party = site.store.parties[Int(row)]
    object.key(name, to: &out)
    var submitter = JSONObject()
    submitter.optional("avatarUrl", site.bytes(party.avatar), to: &out)
    submitter.text("fullname", site.bytes(party.fullname.isEmpty ? party.name : party.fullname), to: &out)
    submitter.text("name", site.bytes(party.name), to: &out)
    submitter.text("user", site.bytes(party.name), to: &out)
    submitter.literal("type", "user", to: &out)
    submitter.end(&out)
  }

  /// Appends the organization.
  func appendOrganization(of paper: Paper, _ object: inout JSONObject, to out: inout ByteBuffer) {
    guard let row = paper.organization else { return }
    let party = site.store.parties[Int(row)]
    object.key("organization", to: &out)
    var organization = JSONObject()
    organization.text("name", site.bytes(party.name), to: &out)
    organization.text("fullname", site.bytes(party.fullname.isEmpty ? party.name : party.fullname), to: &out)
    organization.optional("avatar", site.bytes(party.avatar), to: &out)
    organization.end(&out)
  }

  private func appendMentions(of paper: Paper, _ object: inout JSONObject, to out: inout ByteBuffer) {
    object.optional("projectPage", site.link("project", of: paper), to: &out)
    object.optional("githubRepo", site.link("code", of: paper), to: &out)
    object.optional("githubStars", paper.stars, to: &out)
    object.optional("ai_summary", site.bytes(paper.summary.source), to: &out)
    appendTexts("ai_keywords", paper.keywords, &object, to: &out)
    appendTexts("mediaUrls", paper.media, &object, to: &out)
  }

  /// Appends a list of texts, unless it is empty.
  func appendTexts(_ name: StaticString, _ rows: ListRef, _ object: inout JSONObject, to out: inout ByteBuffer) {
    object.list(name, rows.range, to: &out) { $1.append(quotingJSON: site.bytes(site.store.texts[$0])) }
  }
}

// MARK: - Fields that the API of Hugging Face doesn't have

extension PaperRecordWriter {
  private func appendOwnFields(
    of paper: Paper, _ index: UInt32, _ object: inout JSONObject, to out: inout ByteBuffer
  ) {
    object.string("url", to: &out) { addresses.appendPermalink(of: PagePlan(kind: .paper, subject: index), to: &$0) }
    object.literal("text", paper.format.name, to: &out)
    object.list("featured", paper.featured.range, to: &out) { row, out in
      out.append("\"")
      site.store.days[row].write(into: &out)
      out.append("\"")
    }
    if let date = paper.updated { object.string("updatedAt", to: &out) { date.writeMilliseconds(into: &$0) } }
    if paper.authorCount > paper.authors.count {
      object.key("authorCount", to: &out)
      out.append(decimal: Int(paper.authorCount))
    }
    appendTexts("tags", paper.tags, &object, to: &out)
    appendLinks(of: paper, &object, to: &out)
    object.optional("numComments", paper.comments, to: &out)
    object.optional("thumbnail", site.bytes(paper.thumbnail), to: &out)
    object.optional("discussion", site.bytes(paper.discussion), to: &out)
    for field in RecordFields.plainDetails {
      guard let key = field.jsonKey else { continue }
      object.optional(key, site.bytes(site.store.line(field, ofPaper: Int(index))), to: &out)
    }
    appendVersions(of: paper, &object, to: &out)
    if paper.isWithdrawn {
      object.key("withdrawn", to: &out)
      out.append("true")
    }
  }

  private func appendLinks(of paper: Paper, _ object: inout JSONObject, to out: inout ByteBuffer) {
    object.list("links", paper.links.range, to: &out) { row, out in
      var link = JSONObject()
      link.text("kind", site.bytes(site.store.links[row].kind), to: &out)
      link.text("url", site.bytes(site.store.links[row].url), to: &out)
      link.end(&out)
    }
  }

  private func appendVersions(of paper: Paper, _ object: inout JSONObject, to out: inout ByteBuffer) {
    object.list("versions", paper.versions.range, to: &out) { row, out in
      let version = site.store.versions[row]
      var entry = JSONObject()
      entry.text("name", site.bytes(version.name), to: &out)
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
