/// How much one render may do before it is stopped with a diagnostic.
///
/// ```swift
/// var limits = RenderLimits()
/// limits.steps = 1_000_000
/// let renderer = Renderer(environment: environment, limits: limits)
/// ```
public struct RenderLimits: Sendable {
  /// How many units of work: loop passes, calls, and elements or runs of bytes that operations look at.
  public var steps = 50_000_000
  /// How many macros, includes, blocks and recursive loops may be inside each other.
  public var depth = 250
  /// How many bytes of output.
  public var outputBytes = 256 << 20
  /// How many bytes of texts and lists that the render itself makes.
  public var scratchBytes = 256 << 20
  /// How many numbers a `range` may have.
  public var rangeCount = 100_000

  /// Limits that no sensible page reaches.
  public init() {}
}
