import ByteText

/// Decides whether a page of the last build would come out the same today.
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
      let owners = chunk.map { values.owner(table.items[$0].identity, table.items[$0].item.kind) }
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
    for item in table.dependencies(of: entry) where isStale[Int(item)] {
      let stored = table.items[Int(item)]
      return Self.reason(stored, values.owner(stored.identity, stored.item.kind), values)
    }
    return nil
  }

  private static func reason(
    _ stored: StoredDependency, _ owner: UInt32?, _ values: DependencyValues
  ) -> StaleReason? {
    guard let owner else { return .vanished(stored.item.kind) }
    var item = stored.item
    item.owner = owner
    return values.value(of: item) == stored.value ? nil : .changed(item)
  }

  /// What a page has read, with names and values that the next build understands.
  func stored(_ items: [Dependency]) -> [StoredDependency] {
    items.map { item in
      var stored = StoredDependency(item: item, identity: values.identity(of: item), value: values.value(of: item))
      stored.item.owner = 0
      return stored
    }
  }
}
