extension Parser {
  /// `\ce{H2O}` of the package mhchem, version 4: it is read into TeX, and that is parsed in its place.
  mutating func parseChemistry() throws(BrokenFormula) -> NodeID {
    let source = try rawArgument()
    let outer = (alphabet, isBold, isInChemistry)
    (alphabet, isBold, isInChemistry) = (.italic, false, true)
    let formula = try parse(inPlace: ChemistryReader.tex(of: text[source]))
    (alphabet, isBold, isInChemistry) = outer
    return formula
  }
}
