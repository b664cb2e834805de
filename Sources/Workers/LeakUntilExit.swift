/// Keeps some values until the process ends: the system takes all memory back at once, which is a hundred times faster
/// than to free each piece.
package func leakUntilExit(_ values: any Sendable...) { _ = Unmanaged.passRetained(LeakedValues(values)) }

private final class LeakedValues: Sendable {
  private let values: [any Sendable]

  init(_ values: [any Sendable]) { self.values = values }
}
