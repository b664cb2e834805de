extension SymbolList {
  static let binaryOperators = """
    ± pm plusmn
    ∓ mp
    × times
    ÷ div
    ⋅ cdot cdotp bcdot sdot
    · centerdot
    ∗ ast
    ⋆ star
    ∘ circ
    ∙ bullet
    • textbullet bull
    ∩ cap
    ∪ cup
    ⊎ uplus
    ⊓ sqcap
    ⊔ sqcup
    ∨ vee lor
    ∧ wedge land
    ⊕ oplus
    ⊖ ominus
    ⊗ otimes
    ⊘ oslash
    ⊙ odot
    ∖ setminus smallsetminus
    ≀ wr
    ⨿ amalg
    † dagger dag
    ‡ ddagger ddag Dagger
    ⋄ diamond
    △ bigtriangleup
    ▽ bigtriangledown
    ◃ triangleleft
    ▹ triangleright
    ⊲ lhd
    ⊳ rhd
    ⊴ unlhd
    ⊵ unrhd
    ◯ bigcirc
    ∔ dotplus
    ⋒ Cap doublecap
    ⋓ Cup doublecup
    ⊼ barwedge
    ⊻ veebar
    ⩞ doublebarwedge
    ⊟ boxminus
    ⊞ boxplus
    ⊠ boxtimes
    ⊡ boxdot
    ⋇ divideontimes
    ⋉ ltimes
    ⋊ rtimes
    ⋋ leftthreetimes
    ⋌ rightthreetimes
    ⋏ curlywedge
    ⋎ curlyvee
    ⊝ circleddash
    ⊛ circledast
    ⊚ circledcirc
    ⊺ intercal
    ∸ dotminus
    ⊘ obslash
    ⧢ shuffle
    """

  static let relations = """
    ≤ leq le
    ≥ geq ge
    < lt
    > gt
    = eq
    ≠ neq ne
    ≡ equiv
    ∼ sim
    ≃ simeq
    ≈ approx
    ≅ cong
    ≐ doteq
    ∝ propto
    ∈ in
    ∋ ni owns
    ∉ notin
    ∌ notni
    ⊂ subset
    ⊃ supset
    ⊆ subseteq
    ⊇ supseteq
    ⊊ subsetneq
    ⊋ supsetneq
    ⊊ varsubsetneq
    ⊋ varsupsetneq
    ⫋ subsetneqq varsubsetneqq
    ⫌ supsetneqq varsupsetneqq
    ⫅ subseteqq
    ⫆ supseteqq
    ⊄ nsubset
    ⊅ nsupset
    ⊈ nsubseteq
    ⊉ nsupseteq
    ⊏ sqsubset
    ⊐ sqsupset
    ⊑ sqsubseteq
    ⊒ sqsupseteq
    ⋐ Subset
    ⋑ Supset
    ≺ prec
    ≻ succ
    ⪯ preceq
    ⪰ succeq
    ≼ preccurlyeq
    ≽ succcurlyeq
    ≾ precsim
    ≿ succsim
    ⪷ precapprox
    ⪸ succapprox
    ⊀ nprec
    ⊁ nsucc
    ⋠ npreceq
    ⋡ nsucceq
    ≪ ll
    ≫ gg
    ⋘ lll llless
    ⋙ ggg gggtr
    ≲ lesssim lsim simlt apprle ltsim ltsima lta simless simle alt
    ≳ gtrsim gsim simgt apprge gtsim gtsima gta simgr simge agt
    ⪅ lessapprox lapprox
    ⪆ gtrapprox gapprox
    ⩽ leqslant
    ⩾ geqslant
    ≦ leqq
    ≧ geqq
    ⪕ eqslantless
    ⪖ eqslantgtr
    ≶ lessgtr
    ≷ gtrless
    ⋚ lesseqgtr
    ⋛ gtreqless
    ⪋ lesseqqgtr
    ⪌ gtreqqless
    ⋖ lessdot
    ⋗ gtrdot
    ≮ nless
    ≯ ngtr
    ≰ nleq nle nleqslant nleqq
    ≱ ngeq nge ngeqslant ngeqq
    ⪇ lneq
    ⪈ gneq
    ≨ lneqq lvertneqq
    ≩ gneqq gvertneqq
    ⋦ lnsim
    ⋧ gnsim
    ⪉ lnapprox
    ⪊ gnapprox
    ≁ nsim
    ≇ ncong
    ≉ napprox
    ≢ nequiv
    ≍ asymp
    ≎ Bumpeq
    ≏ bumpeq
    ≖ eqcirc
    ≗ circeq
    ≜ triangleq
    ≑ doteqdot Doteq
    ≒ fallingdotseq
    ≓ risingdotseq
    ≔ coloneqq coloneq defeq
    ≕ eqqcolon eqcolon
    ⩴ Coloneqq
    ≟ questeq
    ≝ eqdef
    ≂ eqsim
    ≊ approxeq
    ∽ backsim
    ⋍ backsimeq
    ⊢ vdash
    ⊣ dashv
    ⊨ models vDash
    ⊩ Vdash
    ⊪ Vvdash
    ⊬ nvdash
    ⊭ nvDash
    ⊮ nVdash
    ⊯ nVDash
    ⊥ perp
    ⫫ indep upmodels
    ∣ mid shortmid
    ∤ nmid nshortmid
    ∥ parallel shortparallel
    ∦ nparallel nshortparallel
    ⌣ smile smallsmile
    ⌢ frown smallfrown
    ⋈ bowtie
    ⨝ Join
    ⊴ trianglelefteq
    ⊵ trianglerighteq
    ⊲ vartriangleleft
    ⊳ vartriangleright
    ⋪ ntriangleleft
    ⋫ ntriangleright
    ⋬ ntrianglelefteq
    ⋭ ntrianglerighteq
    ◀ blacktriangleleft
    ▶ blacktriangleright
    ≬ between
    ⋔ pitchfork
    ∍ backepsilon
    ∝ varpropto
    ∼ thicksim
    ≈ thickapprox
    ∷ Colon dblcolon coloncolon
    ⋞ curlyeqprec
    ⋟ curlyeqsucc
    ⋨ precnsim
    ⋩ succnsim
    ⪹ precnapprox
    ⪺ succnapprox
    ⪵ precneqq
    ⪶ succneqq
    ⊈ nsubseteqq
    ⊉ nsupseteqq
    ⊶ origof
    ⊷ imageof
    ⦵ minuso
    ∈ isin
    ⊆ sube
    ⊇ supe
    ∹ minuscolon
    ∶ ratio vcentcolon
    ⌒ arc
    """

  static let largeOperators = """
    ∑ sum
    ∏ prod
    ∐ coprod
    ⋂ bigcap
    ⋃ bigcup
    ⋁ bigvee
    ⋀ bigwedge
    ⨀ bigodot
    ⨁ bigoplus
    ⨂ bigotimes
    ⨄ biguplus
    ⨆ bigsqcup
    ⨅ bigsqcap
    ⨉ bigtimes
    """

  static let integrals = """
    ∫ int intop smallint
    ∬ iint
    ∭ iiint
    ⨌ iiiint
    ∮ oint
    ∯ oiint
    ∰ oiiint
    ⨍ fint
    ∱ intclockwise
    ∲ varointclockwise
    ∳ ointctrclockwise
    ⨏ dashint avint
    """

  static let dots = """
    … ldots dots dotsc dotso textellipsis hdots mathellipsis
    ⋯ cdots dotsb dotsm dotsi
    ⋮ vdots
    ⋱ ddots
    ⋰ iddots adots
    """

  static let punctuation = """
    : colon
    , comma
    ; semicolon
    """
}
