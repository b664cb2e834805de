import ByteText
import Publishing
import Site

/// Warns before a host refuses the site: hosts limit the number of files, the size of one and the size of all.
struct HostLimits {
  /// Numbers of files that common hosts stop at: Cloudflare Pages at 20,000, or 100,000 on paid plans.
  private static let fileCounts = [20_000, 100_000]
  /// Bytes of one file (Cloudflare Pages).
  private static let fileSize = 25 << 20
  /// Bytes of a whole site (GitHub Pages).
  private static let siteSize = 1 << 30

  /// The warnings that follow from how many files of which kind there are.
  static func warnings(plan: SitePlan, of site: SiteData, files: Int) -> [Diagnostic] {
    var counts: [String: Int] = files > 0 ? ["files of the theme": files] : [:]
    var numbers: [UInt16: Int] = [:]
    for page in plan.pages { numbers[UInt16(page.kind.rawValue) << 8 | UInt16(page.format.rawValue), default: 0] += 1 }
    for (key, number) in numbers { counts[fileKind(key, in: site), default: 0] += number }
    return warnings(counts: counts)
  }

  /// The warnings that follow from numbers of files, by what these are called.
  static func warnings(counts: [String: Int]) -> [Diagnostic] {
    let count = counts.values.reduce(0, +)
    guard let limit = fileCounts.last(where: { count >= $0 / 10 * 9 }) else { return [] }
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

  /// What files of a kind and a format are called in a warning.
  private static func fileKind(_ key: UInt16, in site: SiteData) -> String {
    let kind = ObjectKind(rawValue: UInt8(key >> 8))
    let format = site.formatTable[OutputFormat(rawValue: UInt8(key & 0xFF))]
    guard [.page, .feed, .citation, .twin].contains(format.role) else { return format.countName }
    return "\(kind == .notFound || kind == .page ? "free" : site.name(of: kind)) \(format.countName)"
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
