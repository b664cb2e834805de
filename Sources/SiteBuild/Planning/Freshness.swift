import ByteText
import Publishing
import Site
import Workers

/// Decides whether a page of the last build would come out the same in this one.
///
/// Pages read the same things over and over, so each thing is looked at once, before any page is.
struct Freshness: Sendable {
  private let values: DependencyValues
  private let table: OutputTable
  /// Whether each item of the table is not what it was.
  private let isStale: [Bool]

  private static let itemsOfChunk = 4096

  /// The judge over what the last build wrote, which looks at it on several cores. Linear in the number of things that
  /// its pages had read.
  init(values: DependencyValues, last: Manifest, jobs: Int) async {
    let table = last.table
    let queue = WorkQueue(count: table.items.count, chunk: Self.itemsOfChunk)
    isStale = await withTaskGroup(of: [UInt32].self) { group in
      for _ in 0..<jobs { group.addTask { Self.staleItems(of: table, queue, values) } }
      var isStale = [Bool](repeating: false, count: table.items.count)
      for await items in group {
        for item in items { isStale[Int(item)] = true }
      }
      return isStale
    }
    self.values = values
    self.table = table
  }

  private static func staleItems(
    of table: OutputTable, _ queue: WorkQueue, _ values: DependencyValues
  ) -> [UInt32] {
    var stale: [UInt32] = []
    while let chunk = queue.take() {
      // First all owners, then all values: so the processor waits for many of them at once, not for one after the other.
      let owners = chunk.map { values.owner(of: table.items[$0]) }
      for (index, owner) in zip(chunk, owners) where reason(table.items[index], owner, values) != nil {
        stale.append(UInt32(index))
      }
    }
    return stale
  }

  /// Why a page that follows from `basis` has to be rendered again, nil where it would be what it was.
  func staleReason(_ entry: OutputTable.Entry, _ basis: PageBasis) -> StaleReason? {
    if entry.basis.settings != basis.settings { return .settings }
    if entry.basis.templates != basis.templates { return .templates }
    for number in table.dependencies(of: entry) where isStale[table.item(ofDependency: number)] {
      let stored = table.items[table.item(ofDependency: number)]
      return Self.reason(stored, values.owner(of: stored), values)
    }
    return nil
  }

  private static func reason(
    _ stored: StoredDependency, _ owner: UInt32?, _ values: DependencyValues
  ) -> StaleReason? {
    let item = Dependency(stored, owner: owner ?? 0)
    guard owner != nil else { return .vanished(item) }
    return values.value(of: item) == stored.value ? nil : .changed(item)
  }

  /// What a page has read, with names and values that the next build understands.
  func stored(_ items: [Dependency]) -> [StoredDependency] {
    items.map { StoredDependency($0, identity: values.identity(of: $0), value: values.value(of: $0)) }
  }
}

extension StoredDependency {
  /// A dependency as it is kept: without the index of its owner, which has no meaning later.
  init(_ item: Dependency, identity: UInt64, value: UInt64) {
    self.init(
      identity: identity, value: value, kind: UInt32(item.kind.rawValue) | (item.isList ? Self.listMark : 0),
      facets: UInt32(item.aspects), start: item.start, count: item.count)
  }

  /// Marks a kind whose list was read.
  private static let listMark: UInt32 = 1 << 8

  /// The kind of the owner.
  var ownerKind: ObjectKind { ObjectKind(rawValue: UInt8(truncatingIfNeeded: kind)) }

  /// Whether a part of the owner's list was read.
  var isList: Bool { kind & Self.listMark != 0 }
}

extension Dependency {
  /// A dependency that was kept, of an owner that is known by now.
  init(_ stored: StoredDependency, owner: UInt32) {
    let aspects = UInt16(truncatingIfNeeded: stored.facets)
    if stored.isList {
      self.init(
        listOf: stored.ownerKind, owner: owner, start: stored.start, count: stored.count, aspects: aspects)
    } else {
      self.init(stored.ownerKind, owner: owner, aspects: aspects)
    }
  }
}

extension DependencyValues {
  /// The owner of what was read, by its name; nil where it is gone.
  func owner(of stored: StoredDependency) -> UInt32? { owner(stored.identity, stored.ownerKind) }
}

/// The groups of fields of papers that are known to be as they were at the last build.
struct UnchangedGroups {
  private var groups: [UInt32: UInt16] = [:]

  /// What pages of the last build read of papers, as far as all of it still is what it was. Linear in what they read.
  init(of table: OutputTable, _ values: DependencyValues) {
    for index in 0..<table.items.count {
      let stored = table.items[index]
      guard stored.ownerKind == .paper, !stored.isList, let owner = values.owner(of: stored) else { continue }
      let item = Dependency(stored, owner: owner)
      if values.value(of: item) == stored.value { groups[owner, default: 0] |= item.aspects }
    }
  }

  /// The reason, without groups that did not change. Pages read many groups at once, and the manifest has one value for
  /// all of them.
  func narrowed(_ reason: StaleReason) -> StaleReason {
    guard case .changed(var item) = reason, item.kind == .paper, !item.isList else { return reason }
    item.aspects &= ~(groups[item.owner] ?? 0)
    return .changed(item)
  }
}
