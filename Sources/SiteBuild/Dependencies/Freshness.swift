import ByteText

/// Decides whether a page of the last build would come out the same today.
struct Freshness: Sendable {
  private let values: DependencyValues
  private let table: OutputTable

  /// The judge over what the last build wrote.
  init(values: DependencyValues, last: Manifest) {
    self.values = values
    table = last.table
  }

  /// Why a page that follows from `basis` has to be rendered again, nil where it would be what it was. Linear in the
  /// number of things it read.
  func staleReason(_ entry: OutputTable.Entry, _ basis: PageBasis) -> StaleReason? {
    if entry.basis.settings != basis.settings { return .settings }
    if entry.basis.templates != basis.templates { return .templates }
    for stored in table.dependencies(of: entry) {
      guard let owner = values.owner(stored.identity, stored.item.kind) else { return .vanished(stored.item.kind) }
      var item = stored.item
      item.owner = owner
      if values.value(of: item) != stored.value { return .changed(item) }
    }
    return nil
  }

  /// What a page has read, with names and values that the next build understands.
  func stored(_ items: [Dependency]) -> [StoredDependency] {
    items.map { StoredDependency(item: $0, identity: values.identity(of: $0), value: values.value(of: $0)) }
  }
}
