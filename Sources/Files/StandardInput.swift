public import ByteText

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The standard input of the program.
public enum StandardInput {
  /// All bytes up to its end.
  public static func read() throws(SystemFailure) -> FrozenBytes {
    try SystemFailure.naming("can't read standard input") { () throws(FileError) in
      var bytes = ByteBuffer()
      try FileDescriptor(dup(0)).read(into: &bytes)
      return FrozenBytes(taking: bytes)
    }
  }
}
