/// Why a formula has no structure that can be set.
enum BrokenFormula: Error {
  case unbalancedBraces
  case unbalancedDelimiters
  case unbalancedEnvironment
  case missingArgument
  case tooDeep
  /// Something that MathML has no structure for.
  case unsupported
  /// The formula defines commands, which have to be expanded first.
  case hasDefinitions
}
