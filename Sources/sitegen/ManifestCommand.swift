import ArgumentParser
import ByteText
import Deployment
import Files
import Site

/// `sitegen manifest`
struct ManifestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manifest", abstract: "List the files of the built site with their sizes and hashes.",
    discussion: "Keep the list when you have deployed the site: `sitegen changes --since` tells what to send next time."
  )

  @OptionGroup var built: BuiltSiteOptions

  func run() async throws {
    let terminal = Terminal()
    do throws(BuildFailure) {
      var text = ByteBuffer()
      try await built.manifest(terminal).append(to: &text)
      try terminal.write(text.span)
    } catch {
      throw terminal.exitCode(for: error)
    }
  }
}

/// The options of commands that look at a site which was built.
struct BuiltSiteOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of the site.", valueName: "dir"))
  var site = "."

  @Option(help: ArgumentHelp("The folder that was written into; public/ of the site if left out.", valueName: "dir"))
  var output: String?

  /// The manifest of the output folder.
  func manifest(_ terminal: Terminal) async throws(BuildFailure) -> SiteManifest {
    let folder = output ?? FolderPlace(ownName: "public", in: site).path
    guard FileTree.isFolder(folder) else {
      let diagnostic = Diagnostic(
        .error, "manifest/output", "there is no built site here", path: folder, help: "run `sitegen build` first")
      throw .diagnostics(Diagnostics([diagnostic]))
    }
    do throws(SystemFailure) {
      let scan = try await SiteManifest.scan(folder)
      terminal.show(scan.warnings)
      return scan.manifest
    } catch {
      throw .system(error)
    }
  }
}
