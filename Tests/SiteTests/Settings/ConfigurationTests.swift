import ByteText
import Jinja
import Testing

@testable import Site

private func read(_ yaml: String) -> (configuration: SiteConfiguration, diagnostics: [String]) {
  let file = SourceFile(path: "site.yml", text: FrozenBytes(copying: yaml.utf8.span))
  let result = ConfigurationReader.read(file)
  return (result.configuration, result.diagnostics.map { "\($0.line):\($0.column) \($0.message) | \($0.help ?? "")" })
}

@Test func onlyATitleIsRequired() {
  let (configuration, diagnostics) = read("title: Papers\n")
  #expect(diagnostics.isEmpty)
  #expect(configuration.title == "Papers")
  #expect(configuration.pageSize == 50)
  #expect(configuration.outputs.authors == 1)
  #expect(configuration.outputs.feeds.kinds == nil)
}

@Test func everyKeyIsRead() {
  let (configuration, diagnostics) = read(
    """
    title: T
    tagline: L
    description: D
    base_url: https://Example.org/sub
    language: pt-BR
    theme: mine
    listing: {page_size: 7}
    outputs:
      weeks: false
      authors: {min_papers: 2}
      organizations: false
      feeds: {rss: true, atom: false, limit: 3}
    params: {colour: red, sizes: [1, 2]}
    """)
  #expect(diagnostics.isEmpty)
  #expect(configuration.baseURL == "https://Example.org/sub/")
  #expect(configuration.root == "/sub/")
  #expect(configuration.pageSize == 7)
  #expect(!configuration.outputs.weeks)
  #expect(configuration.outputs.authors == 2)
  #expect(configuration.outputs.organizations == nil)
  #expect(configuration.outputs.feeds.rss && !configuration.outputs.feeds.atom && configuration.outputs.feeds.json)
  #expect(configuration.outputs.feeds.limit == 3)
  let sizes = ContextValue.Entry("sizes", .list([.integer(1), .integer(2)]))
  #expect(configuration.params == .dictionary([.init("colour", .string("red")), sizes]))
}

@Test func everyMistakeIsReportedAtItsPlace() {
  let (_, diagnostics) = read(
    """
    titel: T
    base_url: ftp://example.org/
    listing: {page_size: 0}
    outputs: {tags: perhaps}
    theme: ../evil
    """)
  #expect(
    diagnostics == [
      "1:1 unknown field `titel` | did you mean `title`?",
      "2:11 `base_url` must be the http or https address of a folder: \"ftp://example.org/\" | write it as https://papers.example/",
      "3:22 `listing.page_size` must be from 1 to 10000 | ",
      "4:17 `outputs.tags` must be true or false, not a string | ",
      "5:8 `theme` is no name of a folder: \"../evil\" | ",
      "1:1 the site has no title | add a line such as `title: Daily Papers`",
    ])
}

@Test(arguments: [("2", 2), ("7", 7), ("-1", 2), ("many", 2)])
func aNumberOfPapersIsAMapping(value: String, shown: Int) {
  let (_, diagnostics) = read("title: T\noutputs: {authors: \(value)}\n")
  #expect(diagnostics.count == 1)
  #expect(diagnostics.first?.hasPrefix("2:20 `outputs.authors` must be true or false, not ") == true)
  #expect(diagnostics.first?.hasSuffix(" | for those of at least so many papers write {min_papers: \(shown)}") == true)
}

@Test func aTextWithAColonNeedsQuotes() {
  let (_, diagnostics) = read("title: Foo: bar\n")
  #expect(diagnostics == ["1:11 this value has a colon and a space in it | put the value into quotes: `\"Foo: bar\"`"])
}

@Test(arguments: [
  ("https://a.example", "https://a.example/"), ("http://localhost:8000/x/y", "http://localhost:8000/x/y/"),
  ("HTTPS://a.example//x/", "https://a.example/x/"),
])
func baseURLsAreNormalized(url: String, expected: String) {
  #expect(BaseURL.normalized(url) == expected)
}

@Test(arguments: [
  "a.example", "https://", "javascript://x", "https://a/\"><script>", "https://a/../b", "https://a/?q", "/x",
])
func otherBaseURLsAreRefused(url: String) {
  #expect(BaseURL.normalized(url) == nil)
}
