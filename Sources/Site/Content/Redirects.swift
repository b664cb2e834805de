public import ByteText
import Papers

/// The addresses that lead to papers without being theirs: former ids, versions, and `/abs/ID` as on arXiv.
public struct Redirects: Sendable {
  /// Where an address comes from.
  public enum Kind: UInt8, BitwiseCopyable, Sendable {
    /// A former id of the paper.
    case alias
    /// The paper's id with a version.
    case version
    /// The path that arXiv uses.
    case abstract
  }

  /// One address.
  public struct Entry: BitwiseCopyable, Sendable {
    /// Where it comes from.
    public var kind: Kind
    /// The alias or the version's name.
    public var text: TextRef
    /// The paper that it leads to.
    public var paper: UInt32
  }

  /// All of them: aliases, then versions, then arXiv's paths, each in the order of the papers.
  private(set) var entries: [Entry] = []

  /// No redirects.
  init() {}

  /// The redirects of a store's papers.
  init(of store: PaperStore, _ outputs: Outputs.Redirects) {
    for (index, paper) in store.papers.enumerated() where outputs.aliases {
      for row in paper.aliases.range { add(.alias, store.texts[row], index) }
    }
    for (index, paper) in store.papers.enumerated() where outputs.versions && store.hasArXivID(paper) {
      for row in paper.versions.range where store.isVersionName(store.versions[row].name) {
        add(.version, store.versions[row].name, index)
      }
    }
    for (index, paper) in store.papers.enumerated() where outputs.abs && store.hasArXivID(paper) {
      add(.abstract, .empty, index)
    }
    removePapers(of: store)
  }

  private mutating func add(_ kind: Kind, _ text: TextRef, _ paper: Int) {
    entries.append(Entry(kind: kind, text: text, paper: UInt32(paper)))
  }

  /// An id with a version may be that of another paper, whose page is then at this address.
  private mutating func removePapers(of store: PaperStore) {
    let versions = entries.filter { $0.kind == .version }
    guard !versions.isEmpty else { return }
    let ids = Set(store.papers.map { Fingerprint(of: store.segments.bytes(of: $0.id)) })
    entries.removeAll { entry in
      guard entry.kind == .version else { return false }
      var id = ByteBuffer()
      id.append(store.segments.bytes(of: store.papers[Int(entry.paper)].id))
      id.append(store.segments.bytes(of: entry.text))
      return ids.contains(Fingerprint(of: id.span))
    }
  }

  /// Appends the path of an address: no leading slash, a trailing one.
  func appendPath(of index: Int, in site: SiteData, to out: inout ByteBuffer) {
    let entry = entries[index]
    out.append(entry.kind == .abstract ? "abs/" : "papers/")
    if entry.kind != .alias { out.append(site.bytes(site.store.papers[Int(entry.paper)].id)) }
    out.append(site.bytes(entry.text))
    out.append("/")
  }
}

extension PaperStore {
  fileprivate func hasArXivID(_ paper: Paper) -> Bool {
    ArXivID(segments.bytes(of: paper.id)).map { $0.version == nil } ?? false
  }

  /// Whether a text is `v` and a number.
  fileprivate func isVersionName(_ name: TextRef) -> Bool {
    let bytes = segments.bytes(of: name)
    guard (2...5).contains(bytes.count), bytes[0] == UInt8(ascii: "v"), bytes[1] != UInt8(ascii: "0") else {
      return false
    }
    return (1..<bytes.count).allSatisfy { ASCII.isDigit(bytes[$0]) }
  }
}
