internal import PaperText

/// A row in which not all bytes mean something: those of Booleans and enumerations, and those that tell whether there is
/// a value. To read a row with another byte there is not defined.
protocol TaggedRow: BitwiseCopyable {
  /// The bytes.
  static var tags: [RowTag] { get }
}

/// A byte of a row that means something up to a number.
struct RowTag {
  /// Where in the row it stands.
  let place: Int
  /// The most that it may be.
  let most: UInt8

  /// The tag of a Boolean.
  init?<Row>(of flag: KeyPath<Row, Bool>) {
    guard let place = MemoryLayout<Row>.offset(of: flag) else { return nil }
    (self.place, most) = (place, 1)
  }

  /// The tag of an enumeration of so many cases, counted from 0.
  init?<Row>(of value: KeyPath<Row, some RawRepresentable<UInt8>>, cases: Int) {
    guard let place = MemoryLayout<Row>.offset(of: value) else { return nil }
    (self.place, most) = (place, UInt8(cases - 1))
  }

  /// The tag of a number that may be missing, which stands behind it.
  init?<Row, Number: FixedWidthInteger>(of number: KeyPath<Row, Number?>) {
    guard let place = MemoryLayout<Row>.offset(of: number) else { return nil }
    (self.place, most) = (place + MemoryLayout<Number>.size, 1)
  }

  /// The tag of a moment that may be missing: that of its time tells this too.
  init?<Row>(of moment: KeyPath<Row, Moment?>) {
    guard let place = MemoryLayout<Row>.offset(of: moment), let time = RowTag(of: \Moment.milliseconds) else {
      return nil
    }
    (self.place, most) = (place + time.place, 2)
  }
}

extension Paper: TaggedRow {
  static let tags = [
    RowTag(of: \Paper.format, cases: TextFormat.allCases.count), RowTag(of: \Paper.organization),
    RowTag(of: \Paper.submittedBy), RowTag(of: \Paper.published), RowTag(of: \Paper.updated),
    RowTag(of: \Paper.upvotes),
    RowTag(of: \Paper.comments), RowTag(of: \Paper.stars), RowTag(of: \Paper.isWithdrawn), RowTag(of: \Paper.isDaily),
    RowTag(of: \Paper.isDraft),
  ].compactMap(\.self)
}

extension PaperVersion: TaggedRow {
  static let tags = [RowTag(of: \PaperVersion.date)].compactMap(\.self)
}
