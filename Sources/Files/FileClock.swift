#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The time of day, as file systems note when something was changed.
public enum FileClock {
  /// Two changes within this time may get the same one, in nanoseconds: clocks of most file systems have a grain of some
  /// milliseconds.
  public static let grain: Int64 = 50_000_000
  /// The same where times are whole seconds, or those of even numbers.
  private static let coarseGrain: Int64 = 2_000_000_000

  /// When a file of which something was changed at a time can't change any more without another time.
  public static func settled(_ changed: Int64) -> Int64 {
    changed + (changed % 1_000_000_000 == 0 ? coarseGrain : grain)
  }

  /// Nanoseconds since 1970.
  public static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
