/// The names of siunitx for units, prefixes and powers (its manual, tables 1 to 8 of version 3, and the abbreviations).
enum UnitName {
  /// A unit by its symbol.
  case unit(String)
  /// A prefix by its symbol, for the next unit.
  case prefix(String)
  /// A power of the unit before.
  case powerOfLast(String)
  /// A power of the next unit.
  case powerOfNext(String)
  /// The next unit is below the line.
  case per
  /// A power in braces: of the unit before or of the next.
  case powerArgument(isOfNext: Bool)
  /// What the unit before is a unit of, in braces.
  case qualifier

  /// The meaning of a name, nil for one that is no unit's.
  static func named(_ name: String) -> UnitName? { table[name] ?? abbreviated(name) }

  /// `\um`, `\kWh`, `\MeV`: a letter of a prefix and the symbol of a unit.
  private static func abbreviated(_ name: String) -> UnitName? {
    if abbreviations.contains(name) { return .unit(spelled(name)) }
    guard let first = name.first, "yzafpnumcdhkMGTPEZY".contains(first) else { return nil }
    let rest = String(name.dropFirst())
    guard abbreviations.contains(rest) else { return nil }
    return .unit((first == "u" ? "μ" : String(first)) + spelled(rest))
  }

  private static func spelled(_ symbol: String) -> String { symbol == "ohm" ? "Ω" : symbol }

  private static let abbreviations: Set<String> = [
    "g", "m", "s", "mol", "A", "l", "L", "Hz", "N", "Pa", "V", "W", "J", "eV", "F", "H", "C", "T", "K", "ohm", "Wh",
    "B", "dB", "amu", "bar", "cd", "rad", "sr", "Bq", "Gy", "Sv", "pc", "yr", "Jy", "G",
  ]

  private static let units = """
    ampere A candela cd kelvin K kilogram kg metre m meter m mole mol second s gram g \
    becquerel Bq degreeCelsius °C coulomb C farad F gray Gy hertz Hz henry H joule J lumen lm katal kat lux lx newton N \
    ohm Ω pascal Pa radian rad siemens S sievert Sv steradian sr tesla T volt V watt W weber Wb celsius °C \
    astronomicalunit au bel B dalton Da day d decibel dB degree ° electronvolt eV hectare ha hour h litre L liter L \
    arcminute ′ arcmin ′ minute min arcsecond ″ arcsec ″ neper Np tonne t percent % permille ‰ degreeFahrenheit °F \
    angstrom Å atomicmassunit u bar bar barn b knot kn mmHg mmHg nauticalmile M gon gon mmHg mmHg \
    atomicmass u bohr a₀ clight c₀ electronmass mₑ elementarycharge e hartree Eₕ planckbar ħ \
    bit bit byte B parsec pc year yr julianyear yr gauss G erg erg micron μm torr Torr atm atm inch in foot ft rpm rpm \
    amu u fg fg pg pg ng ng ug μg mg mg kg kg kWh kWh uL μL ul μl mL mL ml ml molar M Molar M cal cal kcal kcal
    """

  private static let prefixes = """
    quecto q ronto r yocto y zepto z atto a femto f pico p nano n micro μ milli m centi c deci d deca da deka da hecto h \
    kilo k mega M giga G tera T peta P exa E zetta Z yotta Y ronna R quetta Q \
    kibi Ki mebi Mi gibi Gi tebi Ti pebi Pi exbi Ei zebi Zi yobi Yi
    """

  private static let table: [String: UnitName] = {
    var table: [String: UnitName] = [
      "per": .per, "squared": .powerOfLast("2"), "cubed": .powerOfLast("3"), "square": .powerOfNext("2"),
      "cubic": .powerOfNext("3"), "tothe": .powerArgument(isOfNext: false), "raiseto": .powerArgument(isOfNext: true),
      "of": .qualifier,
    ]
    func add(_ list: String, _ make: (String) -> UnitName) {
      let words = list.split(separator: " ").map(String.init)
      for index in stride(from: 0, to: words.count - 1, by: 2) { table[words[index]] = make(words[index + 1]) }
    }
    add(prefixes) { .prefix($0) }
    add(units) { .unit($0) }
    return table
  }()
}
