import ArgumentParser
import ByteText
import Deployment
import Files
import Site
import SiteBuild

/// `sitegen changes`
struct ChangesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes", abstract: "List how the built site differs from one that was deployed.",
    discussion: """
      Each line is A (added), M (modified) or D (deleted), a tab and a path. With --upload or --delete it is a path \
      alone, those to upload with pages after the files that they may need.
      """)

  /// How the changes are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var built: BuiltSiteOptions

  @Option(
    help: ArgumentHelp("What `sitegen manifest` wrote at the last deployment; - for standard input.", valueName: "file")
  )
  var since: String?

  @Option(help: ArgumentHelp("The commit whose site was deployed: it is built again to compare.", valueName: "rev"))
  var sinceCommit: String?

  @Option(help: ArgumentHelp("text or json.", valueName: "format"))
  var format = Format.text

  @Flag(help: "Only the paths of files to upload.")
  var upload = false

  @Flag(help: "Only the paths of files to delete.")
  var delete = false

  @Flag(name: .customLong("null"), help: "End each path with a zero byte, for xargs -0 and rsync --from0.")
  var endsWithNull = false

  @Flag(help: "The build of the commit includes drafts.")
  var drafts = false

  @Option(help: ArgumentHelp("An address that replaces the base_url in the build of the commit.", valueName: "url"))
  var baseURL: String?

  func validate() throws {
    if (since == nil) == (sinceCommit == nil) { throw ValidationError("Give either --since or --since-commit.") }
    if upload, delete { throw ValidationError("Give --upload or --delete, not both.") }
    if format == .json, upload || delete { throw ValidationError("--upload and --delete are for text.") }
    if endsWithNull, !upload, !delete { throw ValidationError("--null needs --upload or --delete.") }
  }

  func run() async throws {
    let terminal = Terminal()
    do throws(BuildFailure) {
      let old = try await deployed(terminal)
      let changes = SiteChanges(from: old, to: try await built.manifest(terminal))
      try terminal.write(text(of: changes).span)
    } catch {
      throw terminal.exitCode(for: error)
    }
  }

  private func text(of changes: SiteChanges) -> ByteBuffer {
    var text = ByteBuffer()
    switch (format, upload, delete) {
    case (.json, _, _): changes.appendJSON(to: &text)
    case (.text, true, _): append(changes.uploads, to: &text)
    case (.text, _, true): append(changes.removed, to: &text)
    case (.text, _, _): changes.appendStatus(to: &text)
    }
    return text
  }

  private func append(_ files: [PublishedFile], to text: inout ByteBuffer) {
    for file in files {
      text.append(file.path.utf8.span)
      text.append(endsWithNull ? 0 : UInt8(ascii: "\n"))
    }
  }

  // MARK: What was deployed

  private func deployed(_ terminal: Terminal) async throws(BuildFailure) -> SiteManifest {
    if let sinceCommit {
      let site = CommittedSite(
        revision: sinceCommit, site: built.site, includesDrafts: drafts, baseURL: baseURL)
      return try await site.manifest()
    }
    let list = try list(since ?? "-")
    do throws(Diagnostics) { return try SiteManifest(reading: list) } catch { throw .diagnostics(error) }
  }

  private func list(_ path: String) throws(BuildFailure) -> SourceFile {
    do throws(SystemFailure) {
      if path == "-" { return SourceFile(path: "standard input", text: try StandardInput.read()) }
      guard let text = FileTree.read(path, follows: true) else {
        throw SystemFailure("can't read \(path)", FileTree.refusal(of: path))
      }
      return SourceFile(path: path, text: text)
    } catch {
      throw .system(error)
    }
  }
}
