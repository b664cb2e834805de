import Foundation

/// Makes the changes that the program makes to the file system go wrong from a chosen one on, so that every moment at
/// which a build can be cut off is met, and met again.
enum FaultInjection {
  /// What goes wrong.
  enum Kind: String, CaseIterable, Sendable {
    case kill
    case fullDisk
    case brokenDisk
    case readOnlyDisk

    /// What the system answers; 0 where the program is killed.
    var error: Int32 {
      switch self {
      case .kill: 0
      case .fullDisk: ENOSPC
      case .brokenDisk: EIO
      case .readOnlyDisk: EROFS
      }
    }
  }

  /// The library that is loaded into the program; nil where that can't be done.
  static let library = Result<String?, any Error> {
    #if os(Linux)
      let source = "\(Repository.path)/Tests/EndToEndTests/Faults/faults.c"
      let library = TemporaryPath.new("faults")
      for compiler in ["clang", "cc"] {
        let run = try Command.run("/usr/bin/env", [compiler, "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"])
        if run.status == 0 { return library }
      }
      print("skipped: no C compiler to make faults with")
    #else
      print("skipped: faults are made on Linux only")
    #endif
    return nil
  }

  /// The environment in which the program counts its changes into a file.
  static func counting(into path: String, with library: String) -> [String: String] {
    ["LD_PRELOAD": library, "FAULT_COUNT": path]
  }

  /// The environment in which a change goes wrong, and those after it.
  static func fault(_ kind: Kind, at change: Int, with library: String) -> [String: String] {
    ["LD_PRELOAD": library, "FAULT_AT": "\(change)", "FAULT_ERROR": "\(kind.error)"]
  }
}
