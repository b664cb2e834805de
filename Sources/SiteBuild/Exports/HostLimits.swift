import ByteText
import Publishing

/// Warns before a host refuses the site: hosts limit the number of files, the size of one and the size of all.
struct HostLimits {
  /// Numbers of files that common hosts stop at: Cloudflare Pages at 20,000, or 100,000 on paid plans.
  private static let fileCounts = [20_000, 100_000]
  /// Bytes of one file (Cloudflare Pages).
  private static let fileSize = 25 << 20
  /// Bytes of a whole site (GitHub Pages).
  private static let siteSize = 1 << 30

  /// The warnings that follow from how many files of which kind there are.
  static func warnings(pages: [PagePlan], files: Int) -> [Diagnostic] {
    let count = pages.count + files
    guard let limit = fileCounts.last(where: { count >= $0 / 10 * 9 }) else { return [] }
    var counts: [String: Int] = files > 0 ? ["files of the theme": files] : [:]
    for (plan, number) in Self.numbers(of: pages) { counts[plan.fileKind, default: 0] += number }
    let largest = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(6)
    let list = largest.map { "\($0.value.grouped) \($0.key)" }.joined(separator: ", ")
    return [
      Diagnostic(
        .warning, "output/files",
        "the site has \(count.grouped) files: \(count > limit ? "more than" : "near") the \(limit.grouped) "
          + "that some hosts take",
        path: "site.yml", help: "switch off what nobody reads under `outputs`", notes: [.init("most are \(list)")])
    ]
  }

  /// How many pages there are of each kind and format.
  private static func numbers(of pages: [PagePlan]) -> [(plan: PagePlan, number: Int)] {
    let formats = PageFormat.allCases.count
    var numbers = [Int](repeating: 0, count: PageKind.allCases.count * formats)
    for page in pages { numbers[Int(page.kind.rawValue) * formats + Int(page.format.rawValue)] += 1 }
    return PageKind.allCases.flatMap { kind in
      PageFormat.allCases.map { format in
        (PagePlan(kind: kind, format: format), numbers[Int(kind.rawValue) * formats + Int(format.rawValue)])
      }
    }.filter { $0.1 > 0 }
  }

  /// The warnings that follow from how large the written files are.
  static func warnings(sizes: OutputTable) -> [Diagnostic] {
    var warnings: [Diagnostic] = []
    var total = 0
    for entry in sizes.entries {
      total += entry.size
      guard entry.size >= fileSize / 10 * 9 else { continue }
      warnings.append(
        warning("output/file-size", "/\(String(bytes: sizes.path(of: entry)))", entry.size, fileSize, "a file"))
    }
    if total >= siteSize / 10 * 9 {
      warnings.append(warning("output/size", "the site", total, siteSize, "a site"))
    }
    return warnings
  }

  private static func warning(
    _ id: String, _ subject: String, _ size: Int, _ limit: Int, _ kind: String
  ) -> Diagnostic {
    Diagnostic(
      .warning, id,
      "\(subject) has \((size >> 20).grouped) MiB: \(size > limit ? "more than" : "near") the "
        + "\((limit >> 20).grouped) MiB that some hosts take for \(kind)",
      path: "site.yml", help: "switch off what nobody reads under `outputs`")
  }
}

extension PagePlan {
  /// What files of the plan's kind and format are called in a warning.
  fileprivate var fileKind: String {
    let owner =
      switch kind {
      case .redirect: "redirect"
      case .notFound, .page: "free"
      default: kind.name
      }
    switch format {
    case .html: return "\(owner) pages"
    case .rss, .atom, .jsonFeed: return "\(owner) feeds"
    case .bibtex, .ris, .csl: return "\(owner) citations"
    case .markdown: return "\(owner) Markdown twins"
    case .linkset: return "linksets"
    case .record, .jsonLines, .apiIndex: return "API files"
    case .searchIndex, .searchTerms, .searchTexts: return "search files"
    default: return "indexes"
    }
  }
}

extension Int {
  /// With commas between groups of three digits.
  fileprivate var grouped: String {
    let digits = String(self)
    var out = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { out += "," }
      out.append(digit)
    }
    return out
  }
}
