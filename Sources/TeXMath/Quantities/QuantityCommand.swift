/// The commands of siunitx (versions 2 and 3) and of the package units, by what they are given.
package enum QuantityCommand: UInt8 {
  /// `\si{…}`, `\unit{…}`; with a number in brackets the package units' `\unit[5]{m}`
  case unit
  /// `\num{…}`
  case number
  /// `\SI{…}[…]{…}`, `\qty{…}{…}`
  case quantity
  /// `\ang{…}`
  case angle
  /// Several numbers: `1, 2 and 3`, `1 to 2`, `1 × 2`
  case numberList, numberRange, numberProduct
  /// Several numbers and their unit
  case quantityList, quantityRange, quantityProduct
  /// `\pu{123 kJ/mol}` of mhchem: a number and a unit by its symbols
  case physical
  /// `\unitfrac[5]{m}{s}` of the package units
  case unitFraction

  /// The names, several to a case.
  static let names: [(QuantityCommand, String)] = [
    (.unit, "si unit"), (.number, "num tablenum complexnum"), (.quantity, "SI qty complexqty"), (.angle, "ang"),
    (.numberList, "numlist"), (.numberRange, "numrange"), (.numberProduct, "numproduct"),
    (.quantityList, "SIlist qtylist"), (.quantityRange, "SIrange qtyrange"), (.quantityProduct, "qtyproduct"),
    (.physical, "pu"), (.unitFraction, "unitfrac"),
  ]

  /// The names of these commands with the number of arguments in braces that each takes.
  package static var argumentCounts: [(names: String, count: Int)] {
    names.map { (names: $0.1, count: $0.0.argumentCount) }
  }

  /// How many arguments in braces it has.
  var argumentCount: Int {
    switch self {
    case .unit, .physical, .number, .angle, .numberList, .numberProduct: 1
    case .quantity, .numberRange, .quantityList, .quantityProduct, .unitFraction: 2
    case .quantityRange: 3
    }
  }
}
