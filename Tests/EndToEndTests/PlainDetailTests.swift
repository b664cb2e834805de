import Papers
import Testing

/// A plain detail is a row of the table of fields: with that it is on the paper's page and in the exports.
@Test func plainDetailsAreShownAndExported() throws {
  let details = RecordFields.plainDetails
  let fields = details.map { "\"\($0.name)\": \"What \($0.name) says\"" }.joined(separator: ", ")
  let site = try SiteFixture(
    ["content/papers/a.json": #"{"id": "a", "title": "T", "abstract": "A", "published": "2026-01-07", \#(fields)}"#],
    settings: "outputs: {api: true, markdown: true}\n")
  let run = try site.build()
  #expect(run.status == 0, "\(run.errors)")
  let page = try #require(site.read("public/papers/a/index.html"))
  let json = try #require(site.read("public/api/papers/a.json"))
  let markdown = try #require(site.read("public/papers/a/index.md"))
  #expect(details.count >= 3)
  for field in details {
    let value = "What \(field.name) says"
    #expect(page.contains(">\(value)<"), "\(field.name)")
    if let key = field.jsonKey { #expect(json.contains("\"\(key)\":\"\(value)\""), "\(field.name)") }
    if let label = field.label {
      #expect(markdown.replacing("\\", with: "").contains("- \(label): \(value)\n"), "\(field.name)")
    }
  }
}
