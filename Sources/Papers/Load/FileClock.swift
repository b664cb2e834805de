#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The time of day, as file systems note when something was changed.
package enum FileClock {
  /// Two changes within this time may get the same one, in nanoseconds: clocks of file systems have a grain of some
  /// milliseconds.
  package static let grain: Int64 = 50_000_000

  /// Nanoseconds since 1970.
  package static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
