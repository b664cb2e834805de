import ByteText
import Files
package import Jinja

/// The templates of feeds that every site has, unless its theme has its own of the same name: those of the default
/// theme, for themes that don't extend it.
///
/// Identifiers, addresses, dates and contents come from the program as each format wants them: a theme that writes its
/// own only decides which of them it prints.
package enum BuiltInTemplates {
  private static let names = ["feeds/rss.xml", "feeds/atom.xml"]

  /// All of them, as far as the program finds its default theme.
  package static var sources: [TemplateSource] { names.compactMap(source) }

  private static func source(_ name: String) -> TemplateSource? {
    for folder in ProgramFolder.themes {
      guard let text = FileTree.read("\(folder)/default/templates/\(name)") else { continue }
      return TemplateSource(name: name, file: SourceFile(path: "themes/default/templates/\(name)", text: text))
    }
    return nil
  }
}
