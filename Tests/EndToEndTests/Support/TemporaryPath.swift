import Foundation
import Synchronization

/// Paths for what tests make. What a test that is over hasn't removed, as a site that others share, goes with the process.
enum TemporaryPath {
  private static let made = Mutex<[String]>([])

  /// A path at which nothing is yet.
  static func new(_ name: String) -> String {
    let path = NSTemporaryDirectory() + "sitegen-\(name)-\(UUID().uuidString)"
    made.withLock { made in
      if made.isEmpty { atexit { TemporaryPath.removeAll() } }
      made.append(path)
    }
    return path
  }

  private static func removeAll() {
    for path in made.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: path) }
  }
}
