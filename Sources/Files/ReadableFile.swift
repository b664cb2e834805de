public import ByteText

/// An open file, read at any place, closed at the end of its life.
public struct ReadableFile: ~Copyable {
  /// The most bytes that a file of a site may have.
  public static let sizeLimit = 1 << 30

  private let file: FileDescriptor

  /// Why a file can't be read.
  public struct Failure: Error {
    /// The reason in words.
    public let message: String
  }

  /// Opens a file; nothing else, as a pipe, whose bytes might never come.
  ///
  /// - Parameters:
  ///   - path: where it is; links are followed.
  ///   - limit: the most bytes that it may have.
  public init(path: String, upTo limit: Int = .max) throws(Failure) {
    let opened = try Self.explained { () throws(FileError) in try FileDescriptor.file(at: path) }
    let status = try Self.explained { () throws(FileError) in try opened.status() }
    guard status.kind == .file, status.size <= limit else { throw Failure(message: "it is no file, or too large") }
    file = opened
  }

  /// The size in bytes.
  public func size() throws(Failure) -> Int {
    try Self.explained { () throws(FileError) in try file.status().size }
  }

  /// Appends the bytes of a range, fewer where the file ends before.
  public func read(_ range: Range<Int>, into buffer: inout ByteBuffer) throws(Failure) {
    do throws(FileError) { try file.read(range, into: &buffer) } catch { throw Failure(message: error.message) }
  }

  /// The content of a file, or the first `limit` bytes of it.
  public static func content(of path: String, limit: Int = .max) throws(Failure) -> FrozenBytes {
    let file = try ReadableFile(path: path)
    let size = min(try file.size(), limit)
    var buffer = ByteBuffer(capacity: size)
    try file.read(0..<size, into: &buffer)
    return FrozenBytes(taking: buffer)
  }

  private static func explained<Result: ~Copyable>(
    _ body: () throws(FileError) -> Result
  ) throws(Failure) -> Result {
    do throws(FileError) { return try body() } catch { throw Failure(message: error.message) }
  }
}
