import Foundation
import Testing

/// `sitegen render` gives what the template would give on a site: with the theme's parents, settings and functions.
@Suite struct RenderCommandTests {
  private let site: SiteFixture

  init() throws {
    site = try SiteFixture([
      "c.json": #"""
      {"site": {"title": "S", "language": "en", "outputs": {}, "params": {}, "pages": []},
       "page": {"kind": "paper", "title": "T"}, "paper": {"title": "A *paper*", "links": {}}}
      """#,
      "themes/mine/theme.yml": "extends: default\nundefined: lenient\n",
      "themes/mine/static/own.css": "p {}",
    ])
  }

  private func render(_ name: String, theme: String = "themes/mine") throws -> SiteFixture.Run {
    try SiteFixture.run([
      "render", name, "--context", "\(site.path)/c.json", "--theme", "\(site.path)/\(theme)",
    ])
  }

  @Test func aTemplateThatExtendsTheDefaultThemes() throws {
    try site.write("{% extends \"default:paper.html\" %}", to: "themes/mine/templates/paper.html")
    let run = try render("paper.html")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("<title>T · S</title>") && run.output.contains("<h1>A *paper*</h1>"))
    #expect(run.output.contains("href=\"/style."))
    // A template of the extended theme alone.
    #expect(try render("404.html", theme: "themes/mine/").output.contains("</html>"))
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func whatCantBeWrittenIsNotDone() throws {
    try site.write("text", to: "t.html")
    let arguments = ["-c", "\"$0\" render \"$1\" > /dev/full", SiteFixture.program, "\(site.path)/t.html"]
    let run = try Command.run("/bin/sh", arguments)
    #expect(run.status == 2 && run.errors.contains("can't write to standard output"))
  }

  @Test func aParentBesideTheTheme() throws {
    try site.write("extends: mine\n", to: "themes/other/theme.yml")
    try site.write("base", to: "themes/mine/templates/x.html")
    try site.write("other {% include \"mine:x.html\" %}{{ nothing }}", to: "themes/other/templates/x.html")
    #expect(try render("x.html", theme: "themes/other").output == "other base")
  }

  @Test func theFunctionsAndFiltersOfTheProgram() throws {
    try site.write(
      "{{ asset('own.css')[:5] }} {{ url('/a') }} {{ absolute('/a') }} {{ '/b' | absolute_url }} {{ '*a*' | markdown }}",
      to: "themes/mine/templates/x.html")
    let run = try render("x.html")
    #expect(run.output == "/own. /a http://localhost/a http://localhost/b <p><em>a</em></p>", "\(run.errors)")
    try site.write("{{ asset('won.css') }}", to: "themes/mine/templates/x.html")
    #expect(try render("x.html").errors.contains("help: did you mean \"own.css\"?"))
  }

  @Test func whatIsWrongWithTheThemeIsSaid() throws {
    try site.write("x", to: "themes/mine/templates/x.html")
    #expect(try render("x.html", theme: "themes/none").errors.contains("error: there is no such folder"))
    try site.write("extends: defalt\n", to: "themes/mine/theme.yml")
    let run = try render("x.html")
    #expect(run.status == 1)
    #expect(run.errors.contains("theme.yml:1:10: error: there is no theme \"defalt\""))
    #expect(run.errors.contains("help: did you mean \"default\"?"))
  }

  @Test func aMisspeltAttributeOfTheContext() throws {
    try site.write("extends: default\n", to: "themes/mine/theme.yml")
    try site.write("{{ paper.titel }}", to: "themes/mine/templates/x.html")
    let run = try render("x.html")
    #expect(run.status == 1)
    #expect(run.errors.contains("help: did you mean 'title'?"), "\(run.errors)")
  }

  /// Without a theme a template is plain Jinja: the program's names are variables like others.
  @Test func withoutAThemeNamesAreFree() throws {
    try site.write("{{ url is defined }} {{ asset | default('none') }}", to: "x.html")
    #expect(try SiteFixture.run(["render", "\(site.path)/x.html"]).output == "False none")
  }
}
