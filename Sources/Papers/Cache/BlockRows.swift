internal import ByteText

/// The rows of a block of the cache, read where they are: to copy them before they are put together with all others
/// would cost more than the rest of loading.
///
/// Lists count from the block's own first rows and texts from its own first byte; a row is moved when it is read.
/// Whatever the bytes are, no reference leads out of the block and each value is one that the program writes: a row with
/// another is not sound.
struct BlockRows: Sendable {
  let papers: StoredRows<Paper>
  let authorships: StoredRows<Authorship>
  let parties: StoredRows<Party>
  let days: StoredRows<Day>
  let texts: StoredRows<TextRef>
  let links: StoredRows<PaperLink>
  let versions: StoredRows<PaperVersion>
  /// Where the texts begin in the cache.
  private let textStart: Int
  /// The cache up to the end of the block.
  private let cache: FrozenBytes
  private let end: Int
  /// Where in the content the records are.
  private let file: UInt32
  private let base: Int

  /// The rows of a block.
  ///
  /// - Parameters:
  ///   - counts: the numbers of rows of the tables, and of the bytes of warnings that follow them.
  ///   - reader: at the first table.
  ///   - cache: the first segment of a store.
  ///   - end: where in it the block ends.
  /// - Returns: nil where the block is too short.
  init?(
    _ counts: [Int], warnings: Int, _ reader: inout CacheReader, of cache: FrozenBytes, end: Int, file: UInt32,
    base: Int
  ) {
    papers = reader.rows(counts[0])
    authorships = reader.rows(counts[1])
    parties = reader.rows(counts[2])
    days = reader.rows(counts[3])
    texts = reader.rows(counts[4])
    links = reader.rows(counts[5])
    versions = reader.rows(counts[6])
    textStart = reader.position + warnings
    (self.cache, self.end, self.file, self.base) = (cache, end, file, base)
    guard reader.isGood, textStart <= end else { return nil }
  }

  /// How many rows papers refer to.
  var counts: RowOffsets {
    RowOffsets(
      authorships: authorships.count, parties: parties.count, days: days.count, texts: texts.count, links: links.count,
      versions: versions.count)
  }

  /// Where the texts of the block are.
  private var move: TextShift { TextShift(from: 0..<end - textStart, toSegment: 0, at: textStart) }

  /// The id of a paper; empty where the row is not sound.
  func id(ofPaper row: Int) -> TextRef {
    guard let place = MemoryLayout<Paper>.offset(of: \.id) else { return .empty }
    var id = cache.bytes.loadUnaligned(fromByteOffset: papers.place(of: row) + place, as: TextRef.self)
    var move = move
    move.move(&id)
    return id
  }

  /// A paper, with lists that count from the block's first rows.
  func paper(at row: Int, isSound: inout Bool) -> Paper {
    guard let paper = paper(at: row) else {
      isSound = false
      return Paper()
    }
    return paper
  }

  private func paper(at row: Int) -> Paper? {
    var paper = papers[row, in: cache]
    var move = move
    paper.moveTexts(&move)
    guard move.isClean, !paper.id.isEmpty, isSound(paper), paper.offset <= UInt64(ContentFile.sizeLimit) else {
      return nil
    }
    paper.file = file
    paper.offset += UInt64(base)
    return paper
  }

  /// Whether all that a row says is what the program can have written, its texts apart.
  private func isSound(_ paper: Paper) -> Bool {
    let counts = counts
    return withUnsafeBytes(of: paper) { row in
      for place in PaperLayout.current.lists {
        let list = row.loadUnaligned(fromByteOffset: place.offset, as: ListRef.self)
        guard list.range.upperBound <= counts[place.table] else { return false }
      }
      for place in PaperLayout.current.rows {
        let index = row.loadUnaligned(fromByteOffset: place.offset, as: OptionalRow.self).value
        if let index, index >= counts[place.table] { return false }
      }
      for field in PaperLayout.current.checked where !field.isSound(in: row) { return false }
      return true
    }
  }

  /// Appends the rows that papers refer to; false where one is not sound.
  func appendLists(to rows: inout RecordRows) -> Bool {
    var move = move
    authorships.append(to: &rows.authorships, from: cache, &move)
    parties.append(to: &rows.parties, from: cache, &move)
    texts.append(to: &rows.texts, from: cache, &move)
    links.append(to: &rows.links, from: cache, &move)
    return append(days, to: &rows.days) && append(versions, to: &rows.versions, &move) && move.isClean
  }

  private func append(_ days: StoredRows<Day>, to rows: inout [Day]) -> Bool {
    for row in 0..<days.count {
      let day = days[row, in: cache]
      guard Day.all.contains(day) else { return false }
      rows.append(day)
    }
    return true
  }

  private func append(
    _ versions: StoredRows<PaperVersion>, to rows: inout [PaperVersion], _ move: inout TextShift
  ) -> Bool {
    for row in 0..<versions.count {
      var version = versions[row, in: cache]
      guard version.storedDate.isSound else { return false }
      version.moveTexts(&move)
      rows.append(version)
    }
    return true
  }
}

/// Rows of the cache, where they are in it.
struct StoredRows<Row: BitwiseCopyable & Sendable>: Sendable {
  /// The place of the first one's first byte.
  let start: Int
  let count: Int

  /// Where a row begins.
  @inline(__always)
  func place(of row: Int) -> Int { start + row * MemoryLayout<Row>.stride }

  /// A row; any bytes are one.
  @inline(__always)
  subscript(row: Int, in cache: FrozenBytes) -> Row {
    cache.bytes.loadUnaligned(fromByteOffset: place(of: row), as: Row.self)
  }
}

extension StoredRows where Row: TextHolder {
  /// Appends the rows to a table, with their texts where these are now.
  fileprivate func append(to rows: inout [Row], from cache: FrozenBytes, _ move: inout TextShift) {
    for index in 0..<count {
      var row = self[index, in: cache]
      row.moveTexts(&move)
      rows.append(row)
    }
  }
}
