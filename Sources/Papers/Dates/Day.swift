/// A day of the proleptic Gregorian calendar, counted from 1970-01-01.
package struct Day: BitwiseCopyable, Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  package var number: Int32

  /// The day with this number.
  package init(number: Int32) { self.number = number }

  /// Earlier days are less.
  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

/// A day and, where it is known, the time in UTC.
package struct Moment: BitwiseCopyable, Hashable, Sendable {
  /// The day, in UTC.
  package var day: Day
  /// Milliseconds since midnight, or nil where only the day is known.
  package var milliseconds: Int32?

  /// A moment.
  package init(day: Day, milliseconds: Int32? = nil) {
    self.day = day
    self.milliseconds = milliseconds
  }
}
