public import PaperText

// The forms that values have in stored rows. The cache hands out rows as they are in its file, so a row may consist of
// any bytes, and each pattern of bits must be a value. An optional, a Boolean or an enumeration has patterns that are
// none: reading one is undefined behaviour. What is not sound, the program never writes.

/// A row of a table, or none.
public struct OptionalRow: BitwiseCopyable, Hashable, Sendable {
  private var number = UInt32.max

  /// A row; none without arguments.
  public init(_ row: UInt32? = nil) { value = row }

  /// The row, or nil. The greatest number is none.
  public var value: UInt32? {
    get { number == .max ? nil : number }
    set { number = newValue ?? .max }
  }
}

/// A count, which is never negative, or none.
public struct OptionalCount: BitwiseCopyable, Hashable, Sendable {
  private var number: Int32 = -1

  /// A count; none without arguments.
  public init(_ count: Int32? = nil) { value = count }

  /// The count, or nil. A negative number is none.
  public var value: Int32? {
    get { number < 0 ? nil : number }
    set { number = newValue ?? -1 }
  }

  /// Whether the program writes such bits.
  var isSound: Bool { number >= -1 }
}

/// A moment, or none.
public struct StoredMoment: BitwiseCopyable, Hashable, Sendable {
  private var day = Day(number: .min)
  private var milliseconds: Int32 = -1

  /// A moment; none without arguments.
  public init(_ moment: Moment? = nil) { value = moment }

  /// The moment, or nil. A day that no paper can have is none, and so is a time outside of a day.
  public var value: Moment? {
    get {
      guard Day.all.contains(day) else { return nil }
      return Moment(day: day, milliseconds: Self.times.contains(milliseconds) ? milliseconds : nil)
    }
    set {
      day = newValue?.day ?? Day(number: .min)
      milliseconds = newValue?.milliseconds ?? -1
    }
  }

  /// Whether the program writes such bits.
  var isSound: Bool {
    let hasTime = Self.times.contains(milliseconds)
    return Day.all.contains(day) ? hasTime || milliseconds == -1 : day.number == .min && milliseconds == -1
  }

  private static let times: Range<Int32> = 0..<86_400_000
}

/// Whether something is the case.
public struct StoredFlag: BitwiseCopyable, Hashable, Sendable {
  private var byte: UInt8 = 0

  /// A flag; false without arguments.
  public init(_ flag: Bool = false) { value = flag }

  /// Whether it is the case: every byte but 0 says so.
  public var value: Bool {
    get { byte != 0 }
    set { byte = newValue ? 1 : 0 }
  }

  /// Whether the program writes such bits.
  var isSound: Bool { byte <= 1 }
}

/// How the texts of a record are written.
public struct StoredFormat: BitwiseCopyable, Hashable, Sendable {
  private var byte: UInt8

  /// A format.
  public init(_ format: TextFormat = .tex) { byte = format.rawValue }

  /// The format; TeX where the byte names none.
  public var value: TextFormat {
    get { TextFormat(rawValue: byte) ?? .tex }
    set { byte = newValue.rawValue }
  }

  /// Whether the program writes such bits.
  var isSound: Bool { TextFormat(rawValue: byte) != nil }
}
