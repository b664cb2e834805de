internal import Files

/// A piece of the work of loading: about as much as a core reads in some milliseconds.
struct LoadChunk: Sendable {
  /// The files, as positions in the list of files.
  var files: Range<Int>
  /// The bytes whose lines are meant, where it is a part of one JSON Lines file.
  var part: Range<Int>?
  /// How many bytes it reads.
  var size: Int
}

/// How content files are cut into chunks. It depends on nothing but the files, so that the number of cores doesn't
/// show in the result.
struct LoadPlan: Sendable {
  /// The files that are read, in the order of their paths.
  let files: [ContentFile]
  /// The chunks, in the order of the files.
  private(set) var chunks: [LoadChunk] = []
  /// When the files were listed, in nanoseconds since 1970.
  private let listed = FileClock.now

  /// Texts name their chunk in 16 bits.
  private static let chunkLimit = 60_000
  private static let filesPerChunk = 256

  init(_ files: [ContentFile]) {
    self.files = files
    let total = files.reduce(0) { $0 + Self.sizeToRead(of: $1) }
    let target = max(1 << 21, total / (Self.chunkLimit / 4))
    for index in files.indices { add(index, target: target) }
  }

  /// The hash of what the file system says of a file; 0 where it changed so shortly before that it may change once more
  /// without another time.
  func status(of file: ContentFile) -> UInt64 {
    FileClock.settled(file.changed) < listed ? RecordKey.of(file) : 0
  }

  private mutating func add(_ index: Int, target: Int) {
    let size = Self.sizeToRead(of: files[index])
    if files[index].fileExtension == "jsonl", size > target { return addParts(of: index, target: target) }
    let filesPerChunk = max(Self.filesPerChunk, files.count / (Self.chunkLimit / 4))
    if let last = chunks.last, last.part == nil, last.size + size <= target, last.files.count < filesPerChunk {
      chunks[chunks.count - 1].files = last.files.lowerBound..<index + 1
      chunks[chunks.count - 1].size += size
    } else {
      chunks.append(LoadChunk(files: index..<index + 1, size: size))
    }
  }

  /// The bytes of a file, of which one that is too large has none to be read.
  private static func sizeToRead(of file: ContentFile) -> Int { file.isTooLarge ? 0 : file.size }

  private mutating func addParts(of index: Int, target: Int) {
    let size = files[index].size
    for start in stride(from: 0, to: size, by: target) {
      let end = min(start + target, size)
      chunks.append(LoadChunk(files: index..<index + 1, part: start..<end, size: end - start))
    }
  }
}
