package import ByteText
package import Files

/// Where a build reads, writes, and remembers what it wrote. The last two may not be among the sources.
package struct BuildPlace: Sendable {
  /// The folder of the site.
  package let siteFolder: String
  /// The folder to write into.
  package let output: FolderPlace
  /// The folder that remembers builds, whether it is used or not.
  package let cache: FolderPlace
  /// Whether anything is remembered.
  package let usesCache: Bool
  /// The hash of the program: what another program remembered can't be used.
  package let program: Fingerprint

  /// A place.
  package init(siteFolder: String, output: FolderPlace, cache: FolderPlace, usesCache: Bool, program: Fingerprint) {
    (self.siteFolder, self.output, self.cache) = (siteFolder, output, cache)
    (self.usesCache, self.program) = (usesCache, program)
  }

  /// Why the folders can't be written into, nil where they can.
  package var diagnostic: Diagnostic? { linkDiagnostic ?? outputDiagnostic }

  /// A link in place of one of the program's own folders may have come with the site, and may lead anywhere.
  private var linkDiagnostic: Diagnostic? {
    if output.isForbiddenLink {
      return Diagnostic(
        .error, "output/link", "the output folder is a symbolic link", path: output.path,
        help: "remove the link, or name the folder that it leads to with --output")
    }
    guard usesCache, cache.isForbiddenLink else { return nil }
    return Diagnostic(
      .error, "cache/link", "the folder that remembers builds is a symbolic link", path: cache.path,
      help: "remove the link, or name the folder that it leads to with --cache-dir")
  }

  private var outputDiagnostic: Diagnostic? {
    let output = Paths.components(of: output.path)
    if output == Paths.components(of: siteFolder) { return refusal("is the folder of the site itself") }
    for name in ["content", "themes"] where output.starts(with: Paths.components(of: "\(siteFolder)/\(name)")) {
      return refusal("lies in the site's \(name)/")
    }
    let isInCache = usesCache && output.starts(with: Paths.components(of: cache.path))
    return isInCache ? refusal("lies in the folder that remembers builds") : nil
  }

  /// What the output folder is called from build to build: where both it and what is remembered lie in the site's folder,
  /// by its place there, so that another checkout of the site finds it; else by its full path, since other sites may be
  /// remembered in the same place.
  var name: String {
    let output = Paths.components(of: output.path)
    let site = Paths.components(of: siteFolder)
    return output.starts(with: site) && Paths.components(of: cache.path).starts(with: site)
      ? output.dropFirst(site.count).joined(separator: "/") : "/" + output.joined(separator: "/")
  }

  /// Why a report can't be written to a file, nil where it can: it may take the place of no source, and a link that came
  /// with the site may not lead it elsewhere.
  package func refusal(ofReport path: String) -> Diagnostic? {
    let site = Paths.components(of: siteFolder)
    let target = Paths.components(of: path)
    let isSource =
      target == site + ["site.yml"]
      || ["content", "themes", ".git"].contains { target.starts(with: Paths.components(of: "\(siteFolder)/\($0)")) }
    if isSource { return reportRefusal("would take the place of a file that the site is made of", path) }
    if usesCache, target.starts(with: Paths.components(of: cache.path)) {
      return reportRefusal("lies in the folder that remembers builds", path)
    }
    let folder = Paths.components(of: Paths.folder(of: path))
    let leadsOut = FileTree.isLink(path) && folder.starts(with: site) && !target.starts(with: site)
    return leadsOut ? reportRefusal("is a symbolic link that leads out of the site's folder", path) : nil
  }

  private func reportRefusal(_ reason: String, _ path: String) -> Diagnostic {
    Diagnostic(.error, "report/place", "the report \(reason)", path: path, help: "write it elsewhere")
  }

  /// Whether the output folder lies outside the site while what is remembered of it lies inside.
  ///
  /// What is remembered may have come with a stranger's repository. Of an output folder in the site that does no harm
  /// which files of the repository could not do: it says what is removed there and what stays as it is. Of another folder
  /// it is believed only in the very folder of the file system that the program wrote it into, which no checkout brings:
  /// else a repository could have the reader's own files removed.
  var isForeign: Bool {
    let site = Paths.components(of: siteFolder)
    return !Paths.components(of: output.path).starts(with: site)
      && Paths.components(of: cache.path).starts(with: site)
  }

  private func refusal(_ reason: String) -> Diagnostic {
    Diagnostic(
      .error, "output/place", "the output folder \(reason)", path: output.path,
      help: "choose a folder that holds nothing else, such as public")
  }
}
