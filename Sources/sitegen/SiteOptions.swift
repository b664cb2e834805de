import ArgumentParser
import Site
import SiteBuild

/// The options of every command that reads a whole site.
struct SiteOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of the site.", valueName: "dir"))
  var site = "."

  @Option(help: ArgumentHelp("How many workers; one for each processor if left out.", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Include drafts.")
  var drafts = false

  @Option(help: ArgumentHelp("An address that replaces the base_url of site.yml.", valueName: "url"))
  var baseURL: String?

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 1024.") }
    if let baseURL, BaseURL.normalized(baseURL) == nil {
      throw ValidationError("--base-url takes an http or https address: \(baseURL)")
    }
  }

  /// What the options say to a build.
  var buildOptions: BuildOptions {
    var options = BuildOptions()
    options.siteFolder = site
    options.jobs = jobs
    options.includesDrafts = drafts
    options.baseURL = baseURL
    return options
  }
}
