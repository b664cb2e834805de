#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The machine's processors.
package enum Processors {
  /// How many are on. Where a container or `taskset` allows fewer, more workers than those only take turns.
  package static var count: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
