import ByteText
import Papers

/// Sees to it that no two outputs want one address, and that none stands where another needs a folder.
struct RouteCheck {
  private let site: Site
  private let addresses: Addresses
  private var owners = RouteOwners(capacity: 0)

  /// A check of a site's pages.
  init(of site: Site) {
    self.site = site
    addresses = Addresses(of: site)
  }

  /// What is wrong with the routes of the pages and static files.
  mutating func diagnostics(pages: [PagePlan], files: [Theme.StaticFile]) -> [Diagnostic] {
    owners = RouteOwners(capacity: pages.count + files.count)
    var clashes: [[String]: Diagnostic] = [:]
    var path = ByteBuffer()
    let count = pages.count + files.count
    for index in 0..<count {
      write(index, pages, files, to: &path)
      if let other = owners.add(index, at: Fingerprint(of: path.span)) {
        note(clash(String(bytes: path.span), pages, files, other, index), in: &clashes)
      }
    }
    for index in 0..<count {
      write(index, pages, files, to: &path)
      if let other = fileAbove(path.span) {
        note(clash(String(bytes: path.span), pages, files, other, index), in: &clashes)
      }
    }
    return clashes.values.sorted()
  }

  /// Two pages clash in each of their formats; once is enough to tell.
  private func note(_ clash: Diagnostic, in clashes: inout [[String]: Diagnostic]) {
    let places = [clash.place] + clash.notes.compactMap(\.place)
    clashes[places] = min(clash, clashes[places] ?? clash)
  }

  private func write(_ index: Int, _ pages: [PagePlan], _ files: [Theme.StaticFile], to path: inout ByteBuffer) {
    path.removeAll()
    if index < pages.count {
      addresses.appendFile(of: pages[index], to: &path)
    } else {
      path.append(files[index - pages.count].path)
    }
  }

  /// The output whose file stands where a path needs a folder.
  private func fileAbove(_ path: Span<UInt8>) -> Int? {
    for end in 0..<path.count where path[end] == UInt8(ascii: "/") {
      if let owner = owners.owner(of: Fingerprint(of: path.extracting(0..<end))) { return owner }
    }
    return nil
  }

  private func clash(
    _ path: String, _ pages: [PagePlan], _ files: [Theme.StaticFile], _ first: Int, _ second: Int
  ) -> Diagnostic {
    let places = [first, second].map { index in
      index < pages.count ? site.source(of: pages[index]) : ContentPlace(path: files[index - pages.count].source)
    }
    return Diagnostic(
      .error, "site/route", "two pages on one address: /\(path)", at: places[1],
      help: "give one of them another id or name",
      notes: [.init("the other one comes from here", at: places[0].description)])
  }
}

/// Which output has a path, by the hash of the path.
private struct RouteOwners {
  private var slots: [(path: UInt64, owner: Int)]

  /// Room for so many paths.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: (0, -1), count: size)
  }

  /// Makes an output the owner of a path.
  ///
  /// - Returns: the one that was before.
  mutating func add(_ owner: Int, at path: Fingerprint) -> Int? {
    let slot = slot(of: path)
    defer { slots[slot] = (path.value, owner) }
    return slots[slot].owner < 0 ? nil : slots[slot].owner
  }

  /// The owner of a path, or nil.
  func owner(of path: Fingerprint) -> Int? {
    let owner = slots[slot(of: path)].owner
    return owner < 0 ? nil : owner
  }

  private func slot(of path: Fingerprint) -> Int {
    var slot = Int(truncatingIfNeeded: path.value) & (slots.count - 1)
    while slots[slot].owner >= 0, slots[slot].path != path.value { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }
}

extension Site {
  /// The place that a page comes from: the record, the free page or the configuration.
  func source(of page: PagePlan) -> ContentPlace {
    switch page.kind {
    case .paper: store.place(of: Int(page.subject))
    case .page: ContentPlace(path: pages[Int(page.subject)].source)
    default: ContentPlace(path: "site.yml")
    }
  }
}
