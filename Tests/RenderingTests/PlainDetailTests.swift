import ByteText
import Papers
import Site
import Testing

@testable import Rendering

/// Templates reach the plain details of papers by the numbers after those of all other names.
@Test func symbolsOfPlainDetailsAreTheirs() {
  let names = DynamicNames(SiteConfiguration()).all
  let symbols = SymbolTable(names)
  #expect(symbols.count == names.count, "a name is there twice")
  for field in RecordFields.plainDetails {
    #expect(symbols.symbol(for: field.name).flatMap(DynamicNames.plainDetail)?.name == field.name)
  }
  for name in TemplateName.allCases {
    #expect(symbols.symbol(for: name.spelling).flatMap { TemplateName(rawValue: $0.id) } == name)
    #expect(symbols.symbol(for: name.spelling).flatMap(DynamicNames.plainDetail)?.name == nil)
  }
}
