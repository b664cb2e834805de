public import Foundation

/// The real data beside the checkout, which a clone does not have: tests of it are skipped there by `.enabled(if:)`.
public enum SharedData {
  /// What a skipped test says.
  public static let reason = "the real data is not beside the checkout"

  /// The folder, whether it is there or not.
  public static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/data").standardizedFileURL

  /// Whether a file or folder of the data is there.
  public static func contains(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: name).path)
  }
}
