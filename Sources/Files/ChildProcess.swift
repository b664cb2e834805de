internal import ByteText

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Another program that is run to its end.
public enum ChildProcess {
  /// What a run of a program gave.
  public struct Result: Sendable {
    /// The exit code; 128 and the signal's number where a signal ended it.
    public let status: Int32
    /// What it wrote to standard output.
    public let output: String
  }

  /// Runs a program without input; its errors go where this program's do.
  ///
  /// - Parameters:
  ///   - command: the program, which is looked for as the shell does, and its arguments; no shell reads them.
  ///   - environment: variables that it gets besides those of this program.
  /// - Throws: where the program can't be started, as when it isn't installed.
  public static func run(_ command: [String], environment: [String: String] = [:]) throws(SystemFailure) -> Result {
    try SystemFailure.naming("can't run \(command.first ?? "")") { () throws(FileError) in
      var ends: [Int32] = [0, 0]
      try pipe(&ends).orFileError()
      let reading = try FileDescriptor(ends[0])
      let writing = try FileDescriptor(ends[1])
      for end in ends { try fcntl(end, F_SETFD, FD_CLOEXEC).orFileError() }
      let id = try spawn(command, variables(with: environment), output: writing.number)
      // With this end open the other one would never come to the end.
      _ = consume writing
      var output = ByteBuffer()
      try reading.read(into: &output)
      return Result(status: status(ofEnded: id), output: String(bytes: output.span))
    }
  }

  /// This program's variables and others, which win, as `NAME=VALUE`.
  private static func variables(with others: [String: String]) -> [String] {
    var variables: [String] = []
    var next = environ
    while let variable = next.pointee {
      let text = String(cString: variable)
      if !others.keys.contains(where: { text.hasPrefix("\($0)=") }) { variables.append(text) }
      next += 1
    }
    return variables + others.map { "\($0.key)=\($0.value)" }
  }

  private static func spawn(
    _ command: [String], _ variables: [String], output: Int32
  ) throws(FileError) -> pid_t {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    var id: pid_t = 0
    let error = withCStrings(command) { arguments in
      withCStrings(variables) { variables in
        posix_spawnp(&id, command.first ?? "", &actions, nil, arguments, variables)
      }
    }
    guard error == 0 else { throw FileError(code: error) }
    return id
  }

  /// Calls `body` with the array of strings that the system wants, with a nil at its end.
  private static func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    let strings = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: texts.count + 1)
    for (index, text) in texts.enumerated() { (strings + index).initialize(to: strdup(text)) }
    (strings + texts.count).initialize(to: nil)
    defer {
      for index in texts.indices { free(strings[index]) }
      strings.deallocate()
    }
    return body(strings)
  }

  /// Waits for a process to end.
  private static func status(ofEnded id: pid_t) -> Int32 {
    var raw: Int32 = 0
    while waitpid(id, &raw, 0) < 0 {
      if errno != EINTR { return 127 }
    }
    let signal = raw & 0x7F
    return signal == 0 ? raw >> 8 & 0xFF : 128 + signal
  }
}
