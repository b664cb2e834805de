extension CommandTable {
  /// Defines the characters of every list in this folder.
  mutating func defineSymbols() {
    defineCharacters(SymbolList.greek, as: Meaning(role: .letter))
    defineCharacters(SymbolList.uprightGreek, as: Meaning(role: .letter, detail: Alphabet.roman.rawValue))
    defineCharacters(SymbolList.binaryOperators, as: Meaning(role: .operation, atom: .binary))
    defineCharacters(SymbolList.relations, as: Meaning(role: .operation, atom: .relation))
    defineCharacters(SymbolList.arrows, as: Meaning(role: .operation, atom: .relation))
    defineCharacters(SymbolList.verticalArrows, as: Meaning(role: .fence, atom: .relation))
    defineCharacters(SymbolList.openings, as: Meaning(role: .fence, atom: .opening))
    defineCharacters(SymbolList.closings, as: Meaning(role: .fence, atom: .closing))
    defineCharacters(SymbolList.bars, as: Meaning(role: .fence, atom: .ordinary))
    defineCharacters(SymbolList.punctuation, as: Meaning(role: .operation, atom: .punctuation))
    defineCharacters(SymbolList.dots, as: Meaning(role: .operation, atom: .inner))
    defineCharacters(SymbolList.largeOperators, as: Meaning(role: .large, atom: .operation, detail: 1))
    defineCharacters(SymbolList.integrals, as: Meaning(role: .large, atom: .operation))
    defineCharacters(SymbolList.ordinaryOperators, as: Meaning(role: .operation))
    defineCharacters(SymbolList.letterlike, as: Meaning(role: .ordinary))
    defineCharacters(SymbolList.doubleStruckShorthands, as: Meaning(role: .ordinary))
    defineCharacters(SymbolList.slantedGreek, as: Meaning(role: .letter, detail: Alphabet(.textItalic).rawValue))
    defineCharacters(SymbolList.textSymbols, as: Meaning(role: .ordinary))
    defineFunctions()
  }

  private mutating func defineFunctions() {
    define(SymbolList.functions, as: Meaning(role: .function, atom: .operation))
    define(SymbolList.limitFunctions, as: Meaning(role: .function, atom: .operation, detail: 1))
    define("liminf limsup injlim argmax argmin esssup essinf", as: function(dropping: 0, split: 3))
    define("projlim", as: function(dropping: 0, split: 4))
    define("varinjlim varliminf varlimsup", as: function(dropping: 3, split: 3))
    define("varprojlim", as: function(dropping: 3, split: 4))
  }

  /// A function's name that is its command's, without so many letters, with a space after so many of the rest.
  private func function(dropping dropped: UInt32, split: UInt32) -> Meaning {
    Meaning(role: .function, atom: .operation, detail: 1, scalar: dropped << 8 | split)
  }
}
