import ByteText
import Files
import Papers
import Publishing
import Site

/// Checks that no two outputs have one address, and that no file is in the place of a folder that another one needs.
struct RouteCheck {
  private let site: SiteData
  private let pages: [OutputPlan]
  private let files: [StaticFile]

  /// A check of a site's pages and static files.
  init(of site: SiteData, pages: [OutputPlan], files: [StaticFile]) {
    self.site = site
    self.pages = pages
    self.files = files
  }

  /// What is wrong with the routes.
  func diagnostics(_ paths: OutputPaths) -> [Diagnostic] {
    var owners = NumberTable(capacity: paths.count)
    var clashes: [[String]: Diagnostic] = [:]
    for index in 0..<paths.count {
      let hash = paths.hashes[index].value
      if let other = owners[hash] { note(clash(paths[index], Int(other), index), in: &clashes) }
      owners.insert(UInt32(index), for: hash)
    }
    var folder = ByteBuffer()
    for index in 0..<paths.count {
      let path = paths[index]
      if let other = fileAbove(path, owners, &folder) { note(clash(path, other, index), in: &clashes) }
    }
    return clashes.values.sorted()
  }

  /// Two pages clash in each of their formats; once is enough to tell.
  private func note(_ clash: Diagnostic, in clashes: inout [[String]: Diagnostic]) {
    let places = [clash.place] + clash.notes.compactMap(\.place)
    clashes[places] = min(clash, clashes[places] ?? clash)
  }

  /// The output whose file is in the place of a folder that a path needs.
  ///
  /// - Parameter folder: the last folder that was looked at; the folders above it need no other look.
  private func fileAbove(_ path: Span<UInt8>, _ owners: NumberTable, _ folder: inout ByteBuffer) -> Int? {
    let shared = folder.span.sharedFolders(with: path)
    let count = path.count - path.lastComponent.count
    guard count > shared else { return nil }
    for end in shared..<count where path[end] == UInt8(ascii: "/") {
      if let owner = owners[Fingerprint(of: path.extracting(0..<end)).value] { return Int(owner) }
    }
    folder.truncate(to: shared)
    folder.append(path.extracting(shared..<count))
    return nil
  }

  private func clash(_ path: Span<UInt8>, _ first: Int, _ second: Int) -> Diagnostic {
    let places = [first, second].map { index in
      index < pages.count ? site.source(of: pages[index]) : ContentPlace(path: files[index - pages.count].source)
    }
    return Diagnostic(
      .error, "site/route", "two pages on one address: /\(String(bytes: path))", at: places[1],
      help: isRedirect(first) || isRedirect(second)
        ? "a former id leads to the paper: leave out the alias that is another page's address"
        : "give one of them another id or name",
      notes: [.init("the other one comes from here", at: places[0].description)])
  }
}

extension RouteCheck {
  private func isRedirect(_ index: Int) -> Bool { index < pages.count && pages[index].kind == .redirect }
}
