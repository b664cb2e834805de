package import ByteText
package import Files

/// Where a build reads, writes, and remembers what it wrote: not among what it reads.
package struct BuildPlace: Sendable {
  /// The folder of the site.
  package let siteFolder: String
  /// The folder to write into.
  package let output: FolderPlace
  /// The folder that remembers builds, whether it is used or not.
  package let cache: FolderPlace
  /// Whether anything is remembered.
  package let usesCache: Bool
  /// The hash of the program: what another one remembered is of no use to it.
  package let program: Fingerprint

  /// A place.
  package init(siteFolder: String, output: FolderPlace, cache: FolderPlace, usesCache: Bool, program: Fingerprint) {
    (self.siteFolder, self.output, self.cache) = (siteFolder, output, cache)
    (self.usesCache, self.program) = (usesCache, program)
  }

  /// Why the folder can't be written into, nil where it can.
  package var diagnostic: Diagnostic? {
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

  private func refusal(_ reason: String) -> Diagnostic {
    Diagnostic(
      .error, "output/place", "the output folder \(reason)", path: output.path,
      help: "choose a folder that holds nothing else, such as public")
  }
}
