import ArgumentParser
import Site
import SiteBuild

/// The program: its subcommands are files of their own.
@main
struct Sitegen: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sitegen",
    abstract: "Turns a repository of paper records into a daily-papers site.",
    version: Version.number,
    subcommands: [
      BuildCommand.self, CheckCommand.self, ManifestCommand.self, ChangesCommand.self, RenderCommand.self,
    ])
}
