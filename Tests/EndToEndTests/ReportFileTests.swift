import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A report is written where the user wants it, and nothing else of the user's is touched.
@Suite struct ReportFileTests {
  private let site: SiteFixture

  init() throws {
    site = try SiteFixture(["content/papers/a.json": #"{"id":"a","title":"A","abstract":"B","published":"2026-01-07"}"#]
    )
  }

  @Test func aLinkAndADeviceStayWhatTheyAre() throws {
    let (link, target) = ("\(site.path)/link.json", "\(site.path)/target.json")
    try site.write("old", to: "target.json")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
    #expect(try site.build("--report", link).status == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
    #expect(site.read("target.json")?.hasPrefix("{\"pages\":") == true)
    #expect(try site.build("--report", "/dev/null").status == 0)
    var status = stat()
    #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
  }

  @Test func whatStandsBesideItStays() throws {
    try site.write("mine", to: "reports/.sitegen-new")
    try site.build("--report", "\(site.path)/reports/\(String(repeating: "r", count: 250)).json")
    #expect(site.read("reports/.sitegen-new") == "mine")
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(site.path)/reports").count == 2)
    #expect(try site.build("--report", "\(site.path)/missing/r.json").status == 2)
  }
}
