/// The methods of Python's texts, lists and dictionaries that templates can call.
enum Method: UInt8, CaseIterable, Sendable {
  // Texts
  case capitalize, casefold, center, count, endswith, expandtabs, find, format, index, isalnum, isalpha
  case isdigit, islower, isnumeric, isspace, istitle, isupper, join, ljust, lower, lstrip, partition, removeprefix
  case removesuffix, replace, rfind, rindex, rjust, rpartition, rsplit, rstrip, split, splitlines, startswith, strip
  case swapcase, title, upper, zfill
  // Markup
  case striptags, unescape
  // Lists; `count`, `index` and `copy` are shared
  case append, clear, copy, extend, insert, pop, remove, reverse, sort
  // Dictionaries
  case get, items, keys, popitem, setdefault, update, values
  // Numbers
  case bitLength, isInteger

  /// The name in templates.
  var name: String {
    switch self {
    case .bitLength: "bit_length"
    case .isInteger: "is_integer"
    default: String(describing: self)
    }
  }

  static let named: [String: Method] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}
