import ByteText

/// Brings the table of the last build up to date, so that what stayed is not written anew: a file that was written again
/// keeps its place.
struct OutputUpdate {
  /// The table so far; files that are gone are still in it.
  private var table: OutputTable
  private let manifest: Manifest
  /// Which files of the table the site still has.
  private var isLive: [Bool]
  /// Positions of the files that were written.
  private var written: [UInt32] = []
  /// Positions of the files of which something is known anew.
  private var changed: [UInt32] = []

  /// Where most files are new or were rendered again, the table is made anew from its parts.
  private let isAnew: Bool

  /// An update of what the last build wrote, by what the writers did.
  init(of manifest: Manifest, _ logs: [OutputWriter.Log]) {
    self.manifest = manifest
    let kept = logs.flatMap(\.kept)
    let same = kept.count + logs.reduce(0) { $0 + $1.countOfFilesAsBefore }
    isAnew = same < manifest.count / 2 || manifest.count == 0
    table = isAnew ? OutputTable(kept.sorted(), of: manifest.table) : manifest.table
    isLive = Array(repeating: isAnew, count: table.count)
    if !isAnew { for position in kept { isLive[Int(position)] = true } }
    for log in logs { add(log) }
  }

  /// Adds a file, or what it is now.
  mutating func set(
    _ path: Span<UInt8>, _ file: WrittenFile, basis: PageBasis, read: [StoredDependency], isWritten: Bool
  ) {
    var position = table.count
    if !isAnew, let known = manifest.position(of: path) {
      position = known
      isLive[known] = true
      guard isWritten || !table.holds(at: known, file, basis: basis, read: read) else { return }
      table.replace(at: known, file, basis: basis, read: read)
    } else {
      isLive.append(true)
      table.add(path: path, file, basis: basis, read: read)
    }
    changed.append(UInt32(position))
    if isWritten { written.append(UInt32(position)) }
  }

  /// Adds the files that a writer has settled.
  private mutating func add(_ log: OutputWriter.Log) {
    guard !isAnew else { return addAll(log) }
    var isNew = [Bool](repeating: false, count: log.settled.count)
    for position in log.news { isNew[Int(position)] = true }
    for (position, entry) in log.settled.entries.enumerated() {
      let read = log.settled.read(by: entry)
      set(log.settled.path(of: entry), entry.file, basis: entry.basis, read: read, isWritten: isNew[position])
    }
  }

  private mutating func addAll(_ log: OutputWriter.Log) {
    let start = UInt32(table.count)
    table.append(contentsOf: log.settled)
    isLive += Array(repeating: true, count: log.settled.count)
    written += log.news.map { start + $0 }
  }

  /// The table of the files that there are, which of them were written, and which the last build's table doesn't have as
  /// they are; that is nil where the files have other positions now.
  consuming func finish() -> (outputs: OutputTable, written: [UInt32], changed: [UInt32]?) {
    let live = isLive.indices.filter { isLive[$0] }.map { UInt32($0) }
    if live.count == table.count, !table.isWasteful { return (table, written, isAnew ? nil : changed) }
    var places = [UInt32](repeating: 0, count: isLive.count)
    for (place, position) in live.enumerated() { places[Int(position)] = UInt32(place) }
    return (OutputTable(live, of: table), written.map { places[Int($0)] }, nil)
  }
}

extension OutputWriter.Log {
  /// At least so many files, of those that follow from no page's reading, were there before: a theme's are looked at in
  /// every build.
  fileprivate var countOfFilesAsBefore: Int {
    max(0, settled.entries.count { $0.basis.dependencyCount == 0 } - news.count)
  }
}

extension OutputTable {
  /// So many dependencies that no file has are no matter.
  private static let slack = 4096

  /// Whether more than a fifth of the dependencies are of no file any more.
  fileprivate var isWasteful: Bool {
    let live = entries.reduce(0) { $0 + Int($1.basis.dependencyCount) }
    return dependencyCount > live + live / 4 + Self.slack
  }
}
