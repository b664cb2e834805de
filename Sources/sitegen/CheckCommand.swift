import ArgumentParser
import Site
import SiteBuild

/// `sitegen check`
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Read and render everything, write nothing, and report what is wrong.")

  @OptionGroup var siteOptions: SiteOptions

  func run() async throws {
    let terminal = Terminal()
    do throws(BuildFailure) {
      let checked = try await SiteBuilder(siteOptions.buildOptions).check()
      terminal.show(checked.warnings)
      try terminal.write(line: checked.summary)
    } catch {
      throw terminal.exitCode(for: error)
    }
  }
}
