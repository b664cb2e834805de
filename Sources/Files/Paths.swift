#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What paths lead to.
public enum Paths {
  /// The path of what is at a path, without links on the way; nil where there is nothing.
  public static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The path of the folder in which a path names something.
  public static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A path from the root of the file system; it is not looked up.
  public static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    return "\(String(cString: folder))/\(path)"
  }

  /// The names of which a path is made, with all links resolved; what doesn't exist yet is taken as it is written.
  public static func components(of path: String) -> [String] {
    var head = path.hasPrefix("/") ? path[...] : "./\(path)"[...]
    var tail: [Substring] = []
    while !head.isEmpty {
      if let real = resolved(String(head)) { return normalized(real.split(separator: "/") + tail) }
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
