import ByteText
import Papers
import Site

/// Writes days as `/api/daily_papers?date=…` of Hugging Face gives them: an array of items, by votes.
struct DailyPapersWriter {
  private let view: SiteView
  private let records: PaperRecordWriter

  /// A writer for a site's days.
  init(of view: SiteView) {
    self.view = view
    records = PaperRecordWriter(of: view)
  }

  /// Appends a day of the calendar.
  func append(day index: Int, to out: inout ByteBuffer) {
    out.append("[")
    for (position, paper) in view.papers(of: view.list(.day, owner: index), reading: .record).enumerated() {
      if position > 0 { out.append(",") }
      append(item: paper, on: view.date(ofDay: index), to: &out)
    }
    out.append("]\n")
  }

  private func append(item paper: PaperView, on day: Day, to out: inout ByteBuffer) {
    var item = JSONObject()
    item.key("paper", to: &out)
    records.append(paper, on: day, to: &out)
    if let date = paper.published { item.string("publishedAt", to: &out) { date.writeMilliseconds(into: &$0) } }
    item.text("title", view.bytes(paper.title.source), to: &out)
    item.text("summary", view.bytes(paper.abstract.source), to: &out)
    records.appendTexts("mediaUrls", paper.media, &item, to: &out)
    item.optional("thumbnail", view.bytes(paper.thumbnail), to: &out)
    item.optional("numComments", paper.comments, to: &out)
    records.appendSubmitter(of: paper, as: "submittedBy", &item, to: &out)
    records.appendOrganization(of: paper, &item, to: &out)
    item.end(&out)
  }
}
