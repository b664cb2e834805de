import ByteText

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where a build may write: not among what it reads.
struct OutputPlace {
  private let options: BuildOptions

  /// The place that the user chose.
  init(_ options: BuildOptions) { self.options = options }

  /// Why the folder can't be written into, nil where it can.
  var diagnostic: Diagnostic? {
    let output = Self.components(of: options.output)
    if output == Self.components(of: options.siteFolder) { return refusal("is the folder of the site itself") }
    for name in ["content", "themes"] where output.starts(with: Self.components(of: "\(options.siteFolder)/\(name)")) {
      return refusal("lies in the site's \(name)/")
    }
    let isInCache = options.usesCache && output.starts(with: Self.components(of: options.cache))
    return isInCache ? refusal("lies in the folder that remembers builds") : nil
  }

  /// What the folder is called from build to build: where both it and what is remembered lie in the site's folder, by
  /// its place there, so that another checkout of the site finds it; else by its full path, since other sites may be
  /// remembered in the same place.
  var name: String {
    let output = Self.components(of: options.output)
    let site = Self.components(of: options.siteFolder)
    return output.starts(with: site) && Self.components(of: options.cache).starts(with: site)
      ? output.dropFirst(site.count).joined(separator: "/") : "/" + output.joined(separator: "/")
  }

  private func refusal(_ reason: String) -> Diagnostic {
    Diagnostic(
      .error, "output/place", "the output folder \(reason)", path: options.output,
      help: "choose a folder that holds nothing else, such as public")
  }

  /// The parts of a path with all links resolved; what doesn't exist yet is taken as it is written.
  private static func components(of path: String) -> [String] {
    var head = path.hasPrefix("/") ? path[...] : "./\(path)"[...]
    var tail: [Substring] = []
    while !head.isEmpty {
      if let real = realpath(String(head), nil) {
        defer { free(real) }
        return normalized(String(cString: real).split(separator: "/") + tail)
      }
      let slash = head.lastIndex(of: "/") ?? head.startIndex
      tail.insert(head[slash...].drop { $0 == "/" }, at: 0)
      head = head[..<slash]
    }
    return normalized(tail)
  }

  private static func normalized(_ parts: [Substring]) -> [String] {
    parts.reduce(into: []) { path, part in
      switch part {
      case "", ".": break
      case "..": _ = path.popLast()
      default: path.append(String(part))
      }
    }
  }
}
