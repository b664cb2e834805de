import ByteText
import Deployment
import Files
import Site
import SiteBuild

/// The site as it was at a commit: the same commit gives the same bytes, so it is built again, apart from everything.
struct CommittedSite {
  /// What the user named the commit by.
  let revision: String
  /// The folder of the site.
  let site: String
  /// Whether drafts are included.
  let includesDrafts: Bool
  /// An address that replaces the `base_url`.
  let baseURL: String?

  /// The manifest of the site's files.
  func manifest() async throws(BuildFailure) -> SiteManifest {
    let folder = try system { () throws(SystemFailure) in try ScratchFolder(prefix: "sitegen-commit-") }
    try system { () throws(SystemFailure) in try checkOut(into: folder.path) }
    _ = try await SiteBuilder(options(in: folder.path)).build()
    do throws(SystemFailure) { return try await SiteManifest.scan("\(folder.path)/public").manifest } catch {
      throw .system(error)
    }
  }

  private func checkOut(into folder: String) throws(SystemFailure) {
    guard let commit = try Commit(revision, ofSiteIn: Paths.absolute(site)),
      try commit.checkOut(into: "\(folder)/site", scratch: folder)
    else { throw SystemFailure("git can't give the site at \(revision)", nil) }
  }

  private func options(in folder: String) -> BuildOptions {
    var options = BuildOptions()
    options.siteFolder = "\(folder)/site"
    options.outputFolder = "\(folder)/public"
    options.usesCache = false
    options.includesDrafts = includesDrafts
    options.baseURL = baseURL
    return options
  }

  private func system<Result: ~Copyable>(
    _ work: () throws(SystemFailure) -> Result
  ) throws(BuildFailure) -> Result {
    do throws(SystemFailure) { return try work() } catch { throw .system(error) }
  }
}
