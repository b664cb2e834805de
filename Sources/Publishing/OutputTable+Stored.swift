internal import ByteText

extension OutputTable {
  /// A table of rows that an earlier build has written; nil where one refers to what isn't there.
  init?(
    entries: [Entry], items: GrowingRows<StoredDependency>, dependencies: GrowingRows<UInt32>, text: GrowingRows<UInt8>
  ) {
    (self.entries, self.items, self.dependencies, self.text) = (entries, items, dependencies, text)
    indexStart = items.count
    guard entries.allSatisfy(isWithinBounds), (0..<dependencies.count).allSatisfy({ dependencies[$0] < items.count }),
      hasRowsOfItsOwn
    else {
      return nil
    }
  }

  private func isWithinBounds(_ entry: Entry) -> Bool {
    Int(entry.pathStart) + Int(entry.pathLength) <= text.count
      && Int(entry.basis.dependencyStart) + Int(entry.basis.dependencyCount) <= dependencies.count
      && entry.size >= 0 && entry.size <= Self.largestSize
  }

  /// No file is larger than this many bytes, so that sizes can be added.
  private static let largestSize = 1 << 48

  /// Whether the entries refer to no more rows than there are, so that a copy is no larger than the table.
  private var hasRowsOfItsOwn: Bool {
    let used = entries.reduce(into: (text: 0, dependencies: 0)) { used, entry in
      used.text += Int(entry.pathLength)
      used.dependencies += Int(entry.basis.dependencyCount)
    }
    return used.text <= text.count && used.dependencies <= dependencies.count
  }

  /// Whether no row is in a file.
  var isInMemory: Bool { items.storedCount + dependencies.storedCount + text.storedCount == 0 }

  /// Gives the memory of a table of which no row is in a file: entries, items, dependencies, text.
  func withMemory<Result, Failure: Error>(
    _ body: ([UnsafeRawBufferPointer]) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try entries.span.withUnsafeBytes { entries throws(Failure) in
      try items.withMemory { items throws(Failure) in
        try dependencies.withMemory { dependencies throws(Failure) in
          try text.withMemory { text throws(Failure) in try body([entries, items, dependencies, text]) }
        }
      }
    }
  }
}
