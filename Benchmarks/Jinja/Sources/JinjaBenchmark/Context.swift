/// The day as dictionaries, for engines that look names up while they render.
///
/// - Parameter escape: what is done to text that has to be escaped; engines that escape by themselves get it as it is.
func dictionaries(_ day: Day, escape: (String) -> String) -> [String: Any] {
  [
    "papers": day.papers.map { dictionary($0, escape: escape) },
    "count": "\(day.papers.count)", "papers_word": plural(day.papers.count, "paper", "papers"),
    "tagline": escape("by AK & the community"),
  ]
}

private func dictionary(_ paper: Day.Paper, escape: (String) -> String) -> [String: Any] {
  var fields: [String: Any] = [
    "url": paper.url, "title": escape(paper.title), "coins": paper.coins, "abstract": paper.abstract,
    "upvotes": grouped(paper.votes), "votes_word": plural(paper.votes, "vote", "votes"),
    "comments": grouped(paper.comments), "comments_word": plural(paper.comments, "comment", "comments"),
    "authors": grouped(paper.authorCount), "authors_word": plural(paper.authorCount, "author", "authors"),
    "pdf": paper.pdf, "published": "2026-01-05", "published_text": "5 Jan 2026",
  ]
  fields["organization"] = paper.organization.map { ["name": escape($0.name), "url": $0.url] }
  fields["code"] = paper.code
  fields["project"] = paper.project
  fields["thumbnail"] = paper.thumbnail
  return fields
}

/// Replaces what can't stand in HTML as it is.
func escaped(_ text: String) -> String {
  text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
}
