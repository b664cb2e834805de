/// A format in which outputs are written: a number, whose meaning is in the `OutputFormatDefinition` that was registered
/// with it.
public struct OutputFormat: BitwiseCopyable, Hashable, Sendable {
  /// The position in `FormatTable`.
  public let rawValue: UInt8

  /// The format with a number.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A page for readers, from the theme: the one format that is not registered.
  public static let html = OutputFormat(rawValue: 0)
}
