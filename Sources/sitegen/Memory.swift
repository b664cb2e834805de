#if canImport(Glibc)
  import CMalloc
#endif

/// How the program keeps its memory.
enum Memory {
  /// From so many bytes on a block is given back to the system as soon as it is freed.
  private static let largeBlock: Int32 = 1 << 20

  /// Lets large blocks go for good when they are freed. Left to itself, the C library soon takes blocks of up to 32 MB
  /// from a heap that never shrinks, and a build has many of them that live only for a moment.
  static func returnLargeBlocks() {
    #if canImport(Glibc)
      _ = mallopt(M_MMAP_THRESHOLD, largeBlock)
    #endif
  }
}
