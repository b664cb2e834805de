/// The files that a build wrote, as places in the table of all outputs: their paths are made when they are asked for.
package struct WrittenFiles: Sendable {
  /// All outputs.
  package var outputs: OutputTable
  /// Which of them were written.
  package var positions: [UInt32]

  /// Some of the files of a table.
  package init(outputs: OutputTable = OutputTable(), positions: [UInt32] = []) {
    (self.outputs, self.positions) = (outputs, positions)
  }

  /// The paths, in order.
  package var paths: [String] { positions.map { outputs.string(at: Int($0)) }.sorted() }
}
