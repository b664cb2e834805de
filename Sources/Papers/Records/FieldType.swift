internal import ByteText

/// What a field of a record is made of.
public enum FieldType: BitwiseCopyable, Sendable {
  /// The paper's id.
  case id
  /// How texts are written: `tex`, `markdown` or `plain`.
  case format
  /// A text in the record's format that may not be empty.
  case requiredText
  /// A text in the record's format.
  case text
  /// A plain text of one line.
  case line
  /// An address of the web.
  case address
  /// An address of the web, or a file of the site.
  case resource
  /// A number that is not negative.
  case count
  /// A number of authors.
  case authorCount
  /// True or false.
  case flag
  /// A day, with the time where it is known.
  case moment
  /// A day or a list of days.
  case days
  /// A list of plain texts of one line.
  case lines
  /// A list of addresses and files.
  case resources
  /// A list of ids.
  case ids
  /// A list of authors.
  case people
  /// An organization or a reader.
  case party
  /// Addresses by kind.
  case links
  /// A list of versions.
  case versions
  /// Any values by name.
  case mapping
}

/// A type of fields with the type of the property that keeps their values.
struct StoredType<Stored: BitwiseCopyable>: Sendable {
  let type: FieldType
}

extension StoredType where Stored == TextRef {
  static var id: Self { Self(type: .id) }
  static var line: Self { Self(type: .line) }
  static var address: Self { Self(type: .address) }
  static var resource: Self { Self(type: .resource) }
  static var mapping: Self { Self(type: .mapping) }
}

extension StoredType where Stored == FormattedText {
  static var requiredText: Self { Self(type: .requiredText) }
  static var text: Self { Self(type: .text) }
}

extension StoredType where Stored == ListRef {
  static var days: Self { Self(type: .days) }
  static var lines: Self { Self(type: .lines) }
  static var resources: Self { Self(type: .resources) }
  static var ids: Self { Self(type: .ids) }
  static var people: Self { Self(type: .people) }
  static var links: Self { Self(type: .links) }
  static var versions: Self { Self(type: .versions) }
}

extension StoredType where Stored == OptionalRow {
  static var party: Self { Self(type: .party) }
}

extension StoredType where Stored == OptionalCount {
  static var count: Self { Self(type: .count) }
}

extension StoredType where Stored == UInt32 {
  static var authorCount: Self { Self(type: .authorCount) }
}

extension StoredType where Stored == StoredMoment {
  static var moment: Self { Self(type: .moment) }
}

extension StoredType where Stored == StoredFlag {
  static var flag: Self { Self(type: .flag) }
}

extension StoredType where Stored == StoredFormat {
  static var format: Self { Self(type: .format) }
}
