import ArgumentParser
import Site
import SiteBuild

/// `sitegen build`
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "build", abstract: "Build the site.")

  @OptionGroup var siteOptions: SiteOptions

  @Option(help: ArgumentHelp("The folder to write into; public/ of the site if left out.", valueName: "dir"))
  var output: String?

  @Flag(name: .customLong("no-cache"), help: "Neither read nor write what is remembered of earlier builds.")
  var withoutCache = false

  @Option(
    help: ArgumentHelp("The folder that remembers earlier builds; .sitegen/ of the site if left out.", valueName: "dir")
  )
  var cacheDir: String?

  @Option(help: ArgumentHelp("Write what the build did to a JSON file.", valueName: "file"))
  var report: String?

  @Flag(help: "Overwrite files in the output folder that the program did not write.")
  var force = false

  @Option(
    help: ArgumentHelp(
      "Build only a part of the files, as 2/5; the folders of all parts make the site.", valueName: "k/n"))
  var shard: String?

  @Flag(help: "Print how long each template took.")
  var profile = false

  @Flag(help: "Say why each page was rendered, and what was written and removed.")
  var verbose = false

  func validate() throws {
    if let shard, Shard(shard) == nil { throw ValidationError("--shard takes a part and a count, as 2/5: \(shard)") }
  }

  func run() async throws {
    Memory.returnLargeBlocks()
    let terminal = Terminal()
    do throws(BuildFailure) {
      let built = try await SiteBuilder(options).build()
      terminal.show(built.warnings)
      if verbose {
        terminal.show(detailsOf: built)
        terminal.show(built.times)
      }
      if profile { terminal.show(built.profile) }
      try terminal.write(line: built.summary)
      terminal.endProcess()
    } catch {
      throw terminal.exitCode(for: error)
    }
  }

  private var options: BuildOptions {
    var options = siteOptions.buildOptions
    options.outputFolder = output
    options.usesCache = !withoutCache
    options.cacheFolder = cacheDir
    options.force = force
    options.explains = verbose
    options.report = report
    options.onWait = { Terminal().show(waitingFor: $0) }
    options.profiles = profile
    options.endsProcess = true
    options.shard = shard.flatMap(Shard.init) ?? .whole
    return options
  }
}
