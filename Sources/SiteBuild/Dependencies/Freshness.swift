import ByteText

/// Decides whether a page of the last build would come out the same today.
///
/// Pages read the same things over and over, so each thing is looked at once, before any page is.
struct Freshness: Sendable {
  private let values: DependencyValues
  private let table: OutputTable
  /// Whether each item of the table is not what it was.
  private let isStale: [Bool]

  /// The judge over what the last build wrote. Linear in the number of things that its pages had read.
  init(values: DependencyValues, last: Manifest) {
    self.values = values
    table = last.table
    isStale = table.items.map { Self.reason($0, values) != nil }
  }

  /// Why a page that follows from `basis` has to be rendered again, nil where it would be what it was.
  func staleReason(_ entry: OutputTable.Entry, _ basis: PageBasis) -> StaleReason? {
    if entry.basis.settings != basis.settings { return .settings }
    if entry.basis.templates != basis.templates { return .templates }
    for item in table.dependencies(of: entry) where isStale[Int(item)] {
      return Self.reason(table.items[Int(item)], values)
    }
    return nil
  }

  private static func reason(_ stored: StoredDependency, _ values: DependencyValues) -> StaleReason? {
    guard let owner = values.owner(stored.identity, stored.item.kind) else { return .vanished(stored.item.kind) }
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
