import ByteText
import Papers

/// Writes all papers as JSON Lines, and the index that tells where they are.
///
/// A month's file holds the papers whose newest featured day lies in it, so a new paper rewrites one of them; each
/// paper is in exactly one.
struct DumpWriter {
  /// The most papers of a site that has a file with all of them: more would be larger than hosts take.
  static let wholeLimit = 10_000

  private let site: Site
  private let records: PaperRecordWriter

  /// A writer for a site's papers.
  init(of site: Site) {
    self.site = site
    records = PaperRecordWriter(of: site)
  }

  /// Appends all papers, newest first.
  func appendWhole(to out: inout ByteBuffer) {
    for paper in site.order { append(paper, to: &out) }
  }

  /// Appends the papers of a month, newest first.
  func append(month index: Int, to out: inout ByteBuffer) {
    let month = site.calendar.months[index]
    for row in month.papers.range {
      let paper = site.calendar.papers[row]
      if site.store.newestDay(of: paper)?.month.first == month.start { append(paper, to: &out) }
    }
  }

  private func append(_ paper: UInt32, to out: inout ByteBuffer) {
    records.append(paper, to: &out)
    out.append("\n")
  }

  /// Appends the index: where the API's files are and which months have papers.
  func appendIndex(to out: inout ByteBuffer) {
    let api = site.configuration.outputs.api
    let addresses = Addresses(of: site)
    var index = JSONObject()
    index.text("title", site.configuration.title, to: &out)
    index.text("home", site.configuration.baseURL, to: &out)
    if api.papers { template("paper", "papers/{id}.json", &index, to: &out) }
    if api.days { template("day", "daily_papers/{date}.json", &index, to: &out) }
    if api.dump {
      index.list("papers", site.calendar.months.indices, to: &out) { month, out in
        out.append("\"")
        addresses.appendFileLink(of: PagePlan(kind: .month, format: .jsonLines, subject: UInt32(month)), to: &out)
        out.append("\"")
      }
    }
    index.end(&out)
    out.append("\n")
  }

  private func template(
    _ name: StaticString, _ path: StaticString, _ index: inout JSONObject, to out: inout ByteBuffer
  ) {
    index.string(name, to: &out) { out in
      out.append(site.configuration.baseURL)
      out.append("api/")
      out.append(path)
    }
  }
}

extension Site {
  /// Whether one file can hold all papers.
  var hasWholeDump: Bool { store.papers.count <= DumpWriter.wholeLimit }
}
