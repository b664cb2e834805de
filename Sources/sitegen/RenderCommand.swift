import ArgumentParser
import Rendering
import Site

/// `sitegen render`
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Render one template with a JSON context to standard output.")

  @Argument(help: ArgumentHelp("The template: its name in the theme, or the path of a file.", valueName: "template"))
  var template: String

  @Option(help: ArgumentHelp("A JSON file with the template's variables.", valueName: "file"))
  var context: String?

  @Option(help: ArgumentHelp("The folder of a theme, whose templates can be extended and included.", valueName: "dir"))
  var theme: String?

  func run() throws {
    let terminal = Terminal()
    do throws(BuildFailure) {
      let rendered = try TemplateTrial(template: template, contextFile: context, themeFolder: theme).render()
      try terminal.write(rendered.span)
    } catch {
      throw terminal.exitCode(for: error)
    }
  }
}
