import ByteText
import Papers
import Testing

@testable import SiteBuild

/// Templates reach the plain details of papers by the numbers behind those of all other names.
@Test func symbolsOfPlainDetailsAreTheirs() {
  let symbols = SymbolTable(TemplateName.symbolNames)
  #expect(symbols.count == TemplateName.symbolNames.count, "a name is there twice")
  for field in RecordFields.plainDetails {
    #expect(symbols.symbol(for: field.name).flatMap(TemplateName.plainDetail)?.name == field.name)
  }
  for name in TemplateName.allCases {
    #expect(symbols.symbol(for: name.spelling).flatMap { TemplateName(rawValue: $0.id) } == name)
    #expect(symbols.symbol(for: name.spelling).flatMap(TemplateName.plainDetail)?.name == nil)
  }
}
