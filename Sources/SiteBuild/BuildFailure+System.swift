import Files
import Site

extension BuildFailure {
  /// Does something that the system may refuse, and says so in the terms of a build.
  static func naming<Result: ~Copyable>(
    system work: () throws(SystemFailure) -> Result
  ) throws(BuildFailure) -> Result {
    do throws(SystemFailure) { return try work() } catch { throw .system(error) }
  }
}
