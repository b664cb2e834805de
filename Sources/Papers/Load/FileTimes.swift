#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension stat {
  /// When the content was last changed, as the system writes it.
  var modificationTime: timespec {
    #if canImport(Glibc)
      st_mtim
    #else
      st_mtimespec
    #endif
  }

  /// When content, name or rights were last changed; no program can set it back.
  var changeTime: timespec {
    #if canImport(Glibc)
      st_ctim
    #else
      st_ctimespec
    #endif
  }
}
