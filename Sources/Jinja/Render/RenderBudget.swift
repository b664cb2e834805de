internal import Synchronization

/// How much all renders of a build may do together, whichever renderers make them: `RenderLimits` bounds one page only,
/// and a template that takes a second for each of many pages is within it.
///
/// ```swift
/// let budget = RenderBudget(steps: 1_000_000_000)
/// let renderers = (0..<2).map { _ in Renderer(environment: environment, budget: budget) }
/// ```
///
/// Each render takes what it has used when it ends, so renders that run at the same time may use a little more.
public final class RenderBudget: Sendable {
  /// The number of units of work, as `RenderLimits.steps` counts them.
  public let steps: Int
  private let used = Atomic<Int>(0)

  /// A budget of which nothing has been used.
  public init(steps: Int) { self.steps = steps }

  /// How many steps have been used by renders that have ended.
  public var usedSteps: Int { used.load(ordering: .relaxed) }

  /// How many steps a render may take that begins now.
  var stepsLeft: Int { max(0, steps - usedSteps) }

  func use(_ count: Int) { used.add(count, ordering: .relaxed) }
}
