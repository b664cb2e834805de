extension SymbolList {
  static let arrows = """
    → rightarrow to rta tto rarrow rarr
    ← leftarrow gets larr
    ↔ leftrightarrow harr lrarr
    ⇒ Rightarrow rArr Rarr
    ⇐ Leftarrow lArr Larr
    ⇔ Leftrightarrow hArr Harr lrArr Lrarr
    ⟶ longrightarrow longto
    ⟵ longleftarrow
    ⟷ longleftrightarrow
    ⟹ Longrightarrow implies
    ⟸ Longleftarrow impliedby
    ⟺ Longleftrightarrow iff
    ↦ mapsto
    ⟼ longmapsto
    ↪ hookrightarrow
    ↩ hookleftarrow
    ↠ twoheadrightarrow onto surjects
    ↞ twoheadleftarrow
    ↣ rightarrowtail
    ↢ leftarrowtail
    ⇀ rightharpoonup
    ⇁ rightharpoondown
    ↼ leftharpoonup
    ↽ leftharpoondown
    ⇌ rightleftharpoons
    ⇋ leftrightharpoons
    ⇄ rightleftarrows
    ⥂ rightequilibrium
    ⥄ leftequilibrium
    ⇆ leftrightarrows
    ⇉ rightrightarrows
    ⇇ leftleftarrows
    ⇝ leadsto rightsquigarrow
    ↭ leftrightsquigarrow
    ↗ nearrow
    ↘ searrow
    ↙ swarrow
    ↖ nwarrow
    ⇢ dashrightarrow
    ⇠ dashleftarrow
    ↛ nrightarrow
    ↚ nleftarrow
    ↮ nleftrightarrow
    ⇏ nRightarrow
    ⇍ nLeftarrow
    ⇎ nLeftrightarrow
    ⇛ Rrightarrow
    ⇚ Lleftarrow
    ↷ curvearrowright
    ↶ curvearrowleft
    ↻ circlearrowright
    ↺ circlearrowleft
    ↬ looparrowright
    ↫ looparrowleft
    ↱ Rsh
    ↰ Lsh
    ⊸ multimap
    → shortrightarrow textrightarrow
    ← shortleftarrow textleftarrow
    ↾ upharpoonright restriction
    ↿ upharpoonleft
    ⇃ downharpoonleft
    ⇂ downharpoonright
    ⇈ upuparrows
    ⇊ downdownarrows
    ⥲ isorightarrow
    """

  static let verticalArrows = """
    ↑ uparrow textuparrow uarr
    ↓ downarrow textdownarrow darr
    ↕ updownarrow
    ⇑ Uparrow uArr Uarr
    ⇓ Downarrow dArr Darr
    ⇕ Updownarrow
    """

  static let openings = """
    ( lparen
    [ lbrack
    { { lbrace
    ⟨ langle lang
    ⌊ lfloor
    ⌈ lceil
    ⟦ llbracket lBrack llbrack
    ⟪ llangle lAngle
    ⟮ lgroup
    ⎰ lmoustache
    ⌜ ulcorner
    ⌞ llcorner
    ⦃ lBrace
    """

  static let closings = """
    ) rparen
    ] rbrack
    } } rbrace
    ⟩ rangle rang
    ⌋ rfloor
    ⌉ rceil
    ⟧ rrbracket rBrack rrbrack
    ⟫ rrangle rAngle
    ⟯ rgroup
    ⎱ rmoustache
    ⌝ urcorner
    ⌟ lrcorner
    ⦄ rBrace
    """

  /// Bars have no side of their own. Their double forms follow in `defineStructures`.
  static let bars = """
    | vert arrowvert
    ‖ | Vert Arrowvert
    \\ backslash
    """
}
