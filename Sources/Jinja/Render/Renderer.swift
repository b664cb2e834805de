public import ByteText

/// Renders templates of one environment, one at a time.
///
/// It owns the stack and the scratch memory, which are emptied but kept between renders, so it belongs to one worker.
public final class Renderer {
  /// The templates.
  public let environment: Environment
  private var scratch = Scratch()

  /// A renderer whose objects and functions are those of `model`; without a model there are none.
  public init(environment: Environment, model: (any DataModel)? = nil, limits: RenderLimits = RenderLimits()) {
    self.environment = environment
  }

  /// Appends a rendered template to `output`. Where it fails, the output is cut back to what it was, and the
  /// diagnostic has the place and as notes the templates that led there, innermost first.
  public func render(
    _ template: Template, globals: Globals, variables: [ContextValue.Entry] = [], into output: inout ByteBuffer
  ) throws(Diagnostic) {}

  /// Makes values that stay for all renders to come, as the settings of a site: they can be put into globals, and
  /// templates can read but not change them.
  public func retain(_ make: (inout Scratch) -> Value) -> Value {
    make(&scratch)
  }

  /// The bytes of a text value of the last render.
  public func withBytes<Result>(of value: Value, _ body: (Span<UInt8>) -> Result) -> Result? { nil }

  /// Starts to measure templates with a clock.
  public func startProfile(clock: @escaping () -> UInt64) {}

  /// What was measured since `startProfile`, by template in the environment's order.
  public var profile: [TemplateProfile] { [] }
}
