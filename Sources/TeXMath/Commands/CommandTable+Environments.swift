extension CommandTable {
  /// Defines the environments, by their names in braces, and the older commands for the same.
  mutating func defineEnvironments() {
    define("begin", as: Meaning(role: .begin))
    define("end", as: Meaning(role: .end))
    define("\\ cr newline tabularnewline crcr", as: Meaning(role: .newRow))
    let styles: [(TableStyle, String)] = [
      (
        .equation,
        "equation displaymath math gather gathered multline multlined lgathered rgathered document center subequations dmath"
      ),
      (.aligned, "align aligned alignat alignedat flalign split"), (.equations, "eqnarray"),
      (.matrix, "matrix array tabular CD tabularx darray"), (.smallMatrix, "smallmatrix"),
      (.parentheses, "pmatrix"), (.brackets, "bmatrix"), (.braces, "Bmatrix Bsmallmatrix"),
      (.bars, "vmatrix vsmallmatrix"), (.doubleBars, "Vmatrix Vsmallmatrix"), (.smallParentheses, "psmallmatrix"),
      (.smallBrackets, "bsmallmatrix"), (.cases, "cases dcases numcases"), (.rightCases, "rcases drcases"),
      (.stacked, "subarray substack"),
    ]
    for (style, names) in styles {
      for name in names.split(separator: " ") {
        define("{\(name)} {\(name)*}", as: Meaning(role: .environment, detail: style.rawValue))
      }
    }
    defineOldEnvironments()
  }

  /// Tables of plain TeX, `\matrix{…}`, and of AMS-TeX, `\matrix … \endmatrix`.
  private mutating func defineOldEnvironments() {
    define("substack", as: Meaning(role: .plainTable, detail: TableStyle.stacked.rawValue))
    define("matrix", as: Meaning(role: .plainTable, detail: TableStyle.matrix.rawValue))
    define("pmatrix", as: Meaning(role: .plainTable, detail: TableStyle.parentheses.rawValue))
    define("cases", as: Meaning(role: .plainTable, detail: TableStyle.cases.rawValue))
    define("aligned split", as: Meaning(role: .plainTable, detail: TableStyle.aligned.rawValue))
    define("gathered", as: Meaning(role: .plainTable, detail: TableStyle.equation.rawValue))
    define(
      "endaligned endsplit endgathered endmatrix endpmatrix endbmatrix endvmatrix endcases endalign",
      as: Meaning(role: .end, detail: 1))
    define(
      "eqalign eqalignno leqalignno displaylines",
      as: Meaning(role: .plainTable, detail: TableStyle.aligned.rawValue))
  }
}
