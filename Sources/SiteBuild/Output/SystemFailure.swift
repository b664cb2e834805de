#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The system refused something that has nothing to do with the site's content: exit code 2.
package struct SystemFailure: Error, Sendable, CustomStringConvertible {
  /// What was tried, as "can't write public/index.html".
  package let action: String
  /// The system's error number.
  package let code: Int32

  /// The failure of what was tried last, by `errno`.
  package init(_ action: String, code: Int32 = errno) {
    self.action = action
    self.code = code
  }

  /// One line for the user.
  package var description: String { "\(action): \(String(cString: strerror(code)))" }
}
