/// The functions that every template has; the host's follow after them.
enum BuiltinFunction: UInt8, CaseIterable, Sendable {
  case range, dict, cycler, joiner, namespace

  static let named: [String: BuiltinFunction] = Dictionary(
    uniqueKeysWithValues: allCases.map { (String(describing: $0), $0) })

  var signature: Signature {
    switch self {
    case .joiner: Signature(["sep"])
    case .range, .dict, .cycler, .namespace: Signature(isVariadic: true)
    }
  }
}
