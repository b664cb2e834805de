import ByteText
import Papers

/// Writes days as `/api/daily_papers?date=…` of Hugging Face gives them: an array of items, by votes.
struct DailyPapersWriter {
  private let site: Site
  private let records: PaperRecordWriter

  /// A writer for a site's days.
  init(of site: Site) {
    self.site = site
    records = PaperRecordWriter(of: site)
  }

  /// Appends a day of the calendar.
  func append(day index: Int, to out: inout ByteBuffer) {
    let entry = site.calendar.days[index]
    out.append("[")
    for row in entry.papers.range {
      if row > entry.papers.range.lowerBound { out.append(",") }
      append(item: site.calendar.papers[row], on: entry.day, to: &out)
    }
    out.append("]\n")
  }

  private func append(item index: UInt32, on day: Day, to out: inout ByteBuffer) {
    let paper = site.store.papers[Int(index)]
    var item = JSONObject()
    item.key("paper", to: &out)
    records.append(index, on: day, to: &out)
    if let date = paper.published { item.string("publishedAt", to: &out) { date.writeMilliseconds(into: &$0) } }
    item.text("title", site.bytes(paper.title.source), to: &out)
    item.text("summary", site.bytes(paper.abstract.source), to: &out)
    records.appendTexts("mediaUrls", paper.media, &item, to: &out)
    item.optional("thumbnail", site.bytes(paper.thumbnail), to: &out)
    item.optional("numComments", paper.comments, to: &out)
    records.appendSubmitter(of: paper, as: "submittedBy", &item, to: &out)
    records.appendOrganization(of: paper, &item, to: &out)
    item.end(&out)
  }
}
