extension SymbolList {
  /// The symbols of text: LaTeX's kernel, the encodings T1 and TS1 (textcomp), AASTeX and Astronomy & Astrophysics.
  static let textSymbols = """
    ‚ quotesinglbase textquotestraightbase
    „ quotedblbase textquotestraightdblbase glqq
    ‹ guilsinglleft
    › guilsinglright
    « guillemotleft guillemetleft
    » guillemotright guillemetright
    “ textquotedblleft
    ” textquotedblright
    \\ textbackslash
    ' textquotesingle
    " textquotedbl
    ` textasciigrave
    ´ textasciiacute
    ¨ textasciidieresis
    ¯ textasciimacron
    ˘ textasciibreve
    ˇ textasciicaron
    ˝ textacutedbl
    ˵ textgravedbl
    ˷ texttildelow
    { textbraceleft
    } textbraceright
    ¿ textquestiondown
    ¡ textexclamdown
    ␣ textvisiblespace
    ␢ textblank
    ‑ textnonbreakinghyphen
    – texttwelveudash
    — textthreequartersemdash
    ⹀ textdblhyphen textdblhyphenchar
    ⁄ textfractionsolidus
    ⟨ textlangle
    ⟩ textrangle
    − textminus
    ℧ textmho
    ◯ textbigcircle
    Ω textohm
    ⟦ textlbrackdbl
    ⟧ textrbrackdbl
    ⋆ textborn
    ⚮ textdivorced
    ⚭ textmarried
    ♪ textmusicalnote
    ‖ textbardbl textdoublebar
    ¦ textbrokenbar
    ℃ textcelsius
    ƒ textflorin
    ₡ textcolonmonetary
    ₩ textwon
    ₦ textnaira
    ₲ textguarani
    ₱ textpeso
    ₤ textlira
    ₫ textdong
    ฿ textbaht
    ¤ textcurrency
    ℞ textrecipe
    ‽ textinterrobang
    ⸘ textinterrobangdown
    ¶ textpilcrow textparagraph
    § textsection
    № textnumero
    ⁒ textdiscount
    ℮ textestimated
    ◦ textopenbullet
    ℠ textservicemark
    ⁅ textlquill
    ⁆ textrquill
    🄯 textcopyleft
    ℗ textcircledP
    ¬ textlnot
    ¹ textonesuperior
    ² texttwosuperior
    ³ textthreesuperior
    ª textordfeminine
    º textordmasculine
    · textperiodcentered
    ∗ textasteriskcentered
    ※ textreferencemark
    √ textsurd
    ¼ textonequarter onequarter
    ½ textonehalf onehalf
    ¾ textthreequarters threequarters
    ⅓ onethird
    ⅔ twothirds
    ± textpm
    × texttimes
    ÷ textdiv
    ⌀ diameter
    """
}
