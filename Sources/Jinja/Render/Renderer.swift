public import ByteText

/// Renders templates of one environment, one at a time.
///
/// It owns the stack and the scratch memory, which are emptied but kept between renders, so it belongs to one worker.
public final class Renderer {
  /// The templates.
  public let environment: Environment
  private var machine: Machine

  /// A renderer whose objects and functions are those of `model`; without a model there are none.
  ///
  /// - Parameters:
  ///   - limits: what one render may do.
  ///   - budget: what this and other renderers may do together; nil where there is no such limit.
  public init(
    environment: Environment, model: (any DataModel)? = nil, limits: RenderLimits = RenderLimits(),
    budget: RenderBudget? = nil
  ) {
    self.environment = environment
    machine = Machine(environment: environment, model: model ?? NoModel(), limits: limits)
    machine.budget = budget
  }

  /// Appends a rendered template to `output`. Where it fails, the output is cut back to what it was, and the
  /// diagnostic has the place and as notes the templates that led there, innermost first.
  public func render(
    _ template: Template, globals: Globals, variables: [ContextValue.Entry] = [], into output: inout ByteBuffer
  ) throws(Diagnostic) {
    let start = output.count
    machine.refreshSegments()
    swap(&machine.out, &output)
    defer {
      swap(&machine.out, &output)
      machine.endWork()
    }
    do throws(TemplateFailure) {
      try machine.render(template.index, globals, variables)
    } catch {
      machine.out.truncate(to: start)
      machine.profiler?.stop()
      throw machine.diagnostic(for: error, globals: globals)
    }
  }

  /// The value of an expression of the environment. It is good until the next render.
  ///
  /// - Throws: where the expression fails, with the place in the expression's file.
  public func value(of expression: CompiledExpression, globals: Globals) throws(Diagnostic) -> Value {
    machine.refreshSegments()
    defer { machine.endWork() }
    do throws(TemplateFailure) {
      return try machine.evaluate(expression.function, globals)
    } catch {
      throw machine.diagnostic(for: error, globals: globals)
    }
  }

  /// Whether an expression of the environment holds, as in a condition of a template.
  ///
  /// - Throws: where the expression fails, with the place in the expression's file.
  public func truth(of expression: CompiledExpression, globals: Globals) throws(Diagnostic) -> Bool {
    let value = try value(of: expression, globals: globals)
    return machine.scratch.truth(value)
  }

  /// Makes values that stay for all renders to come, as the settings of a site: they can be put into globals, and
  /// templates can read but not change them. What earlier renders made is forgotten.
  public func retain(_ make: (inout Scratch) -> Value) -> Value {
    machine.scratch.reset()
    let value = make(&machine.scratch)
    machine.scratch.retain()
    return value
  }

  /// Gives the bytes of a text value of the last render, or of globals, to `body`; nil for other values.
  public func withBytes<Result>(of value: Value, _ body: (Span<UInt8>) -> Result) -> Result? {
    guard value.kind == .string else { return nil }
    return machine.withBytes(of: value, body)
  }

  /// Starts to measure templates with a clock.
  public func startProfile(clock: @escaping () -> UInt64) {
    machine.profiler = Profiler(templates: environment.templateNames, clock: clock)
  }

  /// What was measured since `startProfile`, by template in the environment's order.
  public var profile: [TemplateProfile] { machine.profiler?.profiles ?? [] }
}

/// The model of a host that has none.
private final class NoModel: DataModel {
  var segments: [FrozenBytes] { [] }
  func attribute(_ name: Symbol, of object: ObjectRef, scratch: inout Scratch) -> Value { .undefined }
  func count(of object: ObjectRef) -> Int? { nil }
  func element(at index: Int, of object: ObjectRef, scratch: inout Scratch) -> Value { .undefined }
  func typeName(of object: ObjectRef) -> String { "object" }
  func attributeNames(of object: ObjectRef) -> [String] { [] }
}
