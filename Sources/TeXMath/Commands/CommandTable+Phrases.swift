extension CommandTable {
  /// Control words that stand for several characters: units and signs of astronomy (AASTeX, Astronomy & Astrophysics),
  /// logos. The sign of a decimal fraction is over its point there.
  static let phrases: [(text: String, names: String)] = [
    ("μm", "micron um"), (".°", "fdg"), (".′", "farcm"), (".″", "farcs"), (".ᵈ", "fd"), (".ʰ", "fh"), (".ᵐ", "fm"),
    (".ˢ", "fs"), (".ᵖ", "fp"), ("LaTeX", "LaTeX"), ("TeX", "TeX"), ("BibTeX", "BibTeX"), ("AMS", "AmS"),
    ("KaTeX", "KaTeX"),
    ("∶≈", "colonapprox"), ("∷≈", "Colonapprox coloncolonapprox"), ("∶∼", "colonsim"), ("∷∼", "Colonsim coloncolonsim"),
    ("∷−", "Coloneq coloncolonminus"), ("−∷", "Eqcolon minuscoloncolon"), ("=∷", "Eqqcolon equalscoloncolon"),
    ("≈∶", "approxcolon"), ("≈∷", "approxcoloncolon"), ("∼∶", "simcolon"), ("∼∷", "simcoloncolon"),
    ("∶=", "colonequals"), ("∷=", "coloncolonequals"), ("=∶", "equalscolon"), ("∶−", "colonminus"),
    ("−∶", "minuscolon"),
    ("U−B", "ub"), ("B−V", "bv"), ("V−R", "vr"), ("U−R", "ur"), ("UBVR", "ubvr"), ("°C", "degreeCelsius degC"),
  ]

  mutating func definePhrases() {
    for (index, phrase) in CommandTable.phrases.enumerated() {
      let isRelation = phrase.text.unicodeScalars.contains { "∶∷".unicodeScalars.contains($0) }
      // The short names are fractions of days and magnitudes after a digit only; else they are letters of Fraktur.
      let isShort = ".ᵈ.ʰ.ᵐ.ˢ.ᵖ".contains(phrase.text)
      define(
        phrase.names,
        as: Meaning(
          role: .phrase, atom: isRelation ? .relation : .ordinary, detail: isShort ? 1 : 0, scalar: UInt32(index)))
    }
  }
}
