/// The system refused something that has nothing to do with the site's content: exit code 2.
public struct SystemFailure: Error, Sendable, CustomStringConvertible {
  /// What was tried, as "can't write public/index.html".
  public let action: String
  /// Why it was refused; nil where the system didn't say.
  public let reason: FileError?

  /// The failure of an action.
  public init(_ action: String, _ reason: FileError?) {
    self.action = action
    self.reason = reason
  }

  /// One line for the user.
  public var description: String { reason.map { "\(action): \($0.message)" } ?? action }

  /// What a body gives, with the action in the error that it may throw.
  public static func naming<Result: ~Copyable>(
    _ action: @autoclosure () -> String, _ body: () throws(FileError) -> Result
  ) throws(SystemFailure) -> Result {
    do throws(FileError) { return try body() } catch { throw SystemFailure(action(), error) }
  }
}
