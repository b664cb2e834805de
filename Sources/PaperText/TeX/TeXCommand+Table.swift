extension TeXCommand {
  /// Letters that are no letter with a mark, and signs that touch the word after them.
  static let letters: [(String, StaticString)] = [
    ("ss", "ß"), ("SS", "SS"), ("o", "ø"), ("O", "Ø"), ("l", "ł"), ("L", "Ł"), ("ae", "æ"), ("AE", "Æ"),
    ("oe", "œ"), ("OE", "Œ"), ("aa", "å"), ("i", "ı"), ("j", "ȷ"), ("dh", "ð"), ("DH", "Ð"), ("eth", "ð"),
    ("th", "þ"), ("TH", "Þ"), ("thorn", "þ"), ("dj", "đ"), ("DJ", "Đ"), ("ng", "ŋ"), ("NG", "Ŋ"), ("ij", "ĳ"),
    ("IJ", "Ĳ"),
    ("lq", "‘"), ("rq", "’"), ("textquoteleft", "‘"), ("textquoteright", "’"), ("textquotedblleft", "“"),
    ("textquotedblright", "”"), ("textquotesingle", "'"), ("textquotedbl", "\""), ("quotedblbase", "„"),
    ("guillemotleft", "«"), ("guillemotright", "»"), ("glqq", "„"), ("grqq", "“"), ("og", "« "), ("fg", " »"),
    ("textendash", "–"), ("textemdash", "—"), ("textasciitilde", "~"), ("textasciicircum", "^"),
    ("textunderscore", "_"), ("textbackslash", "\\"), ("textbar", "|"), ("textless", "<"), ("textgreater", ">"),
    ("textquestiondown", "¿"), ("textexclamdown", "¡"), ("slash", "/"), ("textdollar", "$"), ("S", "§"), ("P", "¶"),
    ("hyphen", "-"), ("textmu", "µ"), ("micro", "µ"), ("textnonbreakinghyphen", "‑"), ("textcompwordmark", ""),
    ("lbrack", "["), ("rbrack", "]"), ("textturnm", "ɯ"), ("textscripta", "ɑ"),
  ]

  /// Commands by meaning.
  static let commands: [(String, TeXCommand)] = [
    ("emph", .style(.emphasis)), ("textit textsl mathit", .style(.emphasis)),
    ("textbf textbfseries strong mathbf boldsymbol bm", .style(.strong)),
    ("texttt code pkg lstinline proglang", .style(.code)), ("textsc textsmallcaps", .style(.smallCaps)),
    ("underline uline ul underbar", .style(.underline)), ("sout st", .style(.strike)),
    ("textsuperscript textsuper", .style(.superscript)), ("textsubscript", .style(.subscript)),
    ("it sl", .font(.emphasis)), ("em itshape slshape", .fontShape(.emphasis)),
    ("bf", .font(.strong)), ("bfseries boldmath", .fontShape(.strong)),
    ("tt", .font(.code)), ("ttfamily", .fontShape(.code)), ("sc", .font(.smallCaps)),
    ("scshape", .fontShape(.smallCaps)), ("rm sf normalfont upshape mdseries rmfamily sffamily cal", .font(nil)),
    ("mbox hbox text textrm textsf textup textmd textnormal centerline", .skipping(0)),
    ("textcolor colorbox foreignlanguage scalebox texorpdfstring", .skipping(1)), ("hyperref", .skipping(0)),
    ("fcolorbox", .skipping(2)),
    ("color", .color), ("vspace hspace index pagestyle thispagestyle hypersetup bibliography", .nothing(1)),
    ("bibliographystyle selectlanguage phantom hphantom vphantom input include", .nothing(1)),
    ("footnotemark noindent indent xspace protect leavevmode relax maketitle centering raggedright", .nothing(0)),
    ("small footnotesize scriptsize tiny normalsize large Large LARGE huge Huge unboldmath", .size),
    ("smallskip medskip bigskip hfill vfill hfil clearpage newpage sloppy nobreak allowbreak", .nothing(0)),
    (
      "displaystyle textstyle scriptstyle limits nolimits left right big Big bigg Bigg bigl bigr Bigl Bigr", .nothing(0)
    ),
    ("hline toprule midrule bottomrule", .nothing(0)), ("rule", .nothing(2)),
    ("quad qquad enspace enskip thinspace space nobreakspace hskip", .space),
    ("citenum citeyearpar citealt citealp citeauthor citeyear citep citet cite Cite Citet Citep", .citation),
    ("parencite textcite autocite footcite onlinecite citen shortcite nocite", .citation),
    ("label ref eqref pageref autoref cref Cref vref nameref thmref", .citation),
    ("footnote footnotetext thanks", .note), ("enquote textquote say", .quotation),
    ("href", .href), ("url path nolinkurl burl hyperlink", .url),
    ("begin", .begin), ("end", .end), ("item", .item), ("newline linebreak break", .lineBreak), ("par", .paragraph),
    ("newcommand renewcommand providecommand DeclareMathOperator DeclareRobustCommand def", .definition),
    ("verb", .verbatim), ("char", .character), ("ding", .circled), ("ion", .element),
    ("ce cf", .chemistry), ("ch", .skipping(0)), ("ifmmode", .ifMath), ("else", .elseMath), ("fi", .endOfCondition),
    ("and", .words("and")),
    ("makebox framebox fbox frame reflectbox", .skipping(0)), ("raisebox rotatebox parbox", .skipping(1)),
    ("resizebox", .skipping(2)), ("includegraphics", .nothing(1)), ("textcircled", .textCircled),
    ("frac tfrac dfrac nicefrac sfrac binom tbinom dbinom overset underset stackrel", .formula(2)),
    ("sqrt mathbb mathcal mathfrak mathscr mathrm mathsf mathtt operatorname hat widehat tilde widetilde", .formula(1)),
    ("bar overline vec dot ddot mathring acute grave check breve overrightarrow Bbb frak scr", .formula(1)),
    ("ensuremath math", .math),
    ("LaTeXe", .words("LaTeX2ε")),
    ("ldots dots textellipsis dotsc dotsb cdots", .words("…")), ("today", .words("today")),
    ("log", .words("log")), ("LaTeX", .logo("LaTeX")), ("TeX", .logo("TeX")), ("BibTeX", .logo("BibTeX")),
    ("micron um", .words("μm")), ("eg", .abbreviation("e.g.")), ("ie", .abbreviation("i.e.")),
    ("etal", .abbreviation("et al.")),
    ("etc", .abbreviation("etc.")), ("cf", .abbreviation("cf.")), ("vs", .abbreviation("vs.")),
    ("wrt", .abbreviation("w.r.t.")), ("aka", .abbreviation("a.k.a.")), ("iid", .abbreviation("i.i.d.")),
    ("wlog", .abbreviation("w.l.o.g.")), ("whp", .abbreviation("w.h.p.")),
    ("u", .accent("\u{306}")), ("v", .accent("\u{30C}")), ("H", .accent("\u{30B}")), ("c", .accent("\u{327}")),
    ("k", .accent("\u{328}")), ("r", .accent("\u{30A}")), ("d", .accent("\u{323}")), ("b", .accent("\u{331}")),
    ("t", .accent("\u{361}")), ("h", .accent("\u{309}")),
  ]

  /// Symbols that authors type outside math as well; name and character in turn.
  static let symbols = """
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ \
    lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ \
    chi χ psi ψ omega ω Alpha Α Beta Β Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ \
    Omega Ω Eta Η Kappa Κ textohm Ω textOmega Ω texttheta θ textalpha α textbeta β textgamma γ \
    times × texttimes × div ÷ pm ± textpm ± mp ∓ cdot ⋅ textperiodcentered · ast ∗ star ⋆ circ ∘ bullet • textbullet • \
    oplus ⊕ ominus ⊖ otimes ⊗ odot ⊙ boxtimes ⊠ cap ∩ cup ∪ wedge ∧ land ∧ vee ∨ lor ∨ setminus ∖ rtimes ⋊ ltimes ⋉ \
    leq ≤ le ≤ geq ≥ ge ≥ ll ≪ gg ≫ neq ≠ ne ≠ equiv ≡ sim ∼ simeq ≃ approx ≈ cong ≅ propto ∝ lesssim ≲ gtrsim ≳ \
    textasciiapprox ≈ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ in ∈ notin ∉ ni ∋ perp ⊥ parallel ∥ mid ∣ \
    prec ≺ succ ≻ models ⊨ vdash ⊢ to → rightarrow → textrightarrow → leftarrow ← gets ← textleftarrow ← \
    leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⇔ implies ⇒ longrightarrow ⟶ longleftarrow ⟵ \
    Longrightarrow ⟹ mapsto ↦ hookrightarrow ↪ uparrow ↑ textuparrow ↑ downarrow ↓ textdownarrow ↓ nearrow ↗ \
    forall ∀ exists ∃ neg ¬ emptyset ∅ varnothing ∅ infty ∞ infinity ∞ partial ∂ nabla ∇ ell ℓ hbar ℏ Re ℜ Im ℑ \
    aleph ℵ beth ℶ angle ∠ triangle △ sum ∑ prod ∏ int ∫ oint ∮ langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ \
    prime ′ dagger † dag † textdagger † ddagger ‡ ddag ‡ sharp ♯ flat ♭ natural ♮ checkmark ✓ xmark ✗ cmark ✓ \
    degree ° deg ° textdegree ° arcdeg ° textcelsius ℃ celsius ℃ angstrom Å AA Å \
    copyright © textcopyright © texttrademark ™ textregistered ® textregistered ® pounds £ textsterling £ \
    euro € texteuro € textyen ¥ textcent ¢ textsection § textparagraph ¶ textperthousand ‰ textpertenthousand ‱ \
    textonehalf ½ textonequarter ¼ textthreequarters ¾ textordfeminine ª textordmasculine º textbrokenbar ¦ \
    textasteriskcentered ∗ textbigcircle ○ lhd ⊲ rhd ⊳ trianglelefteq ⊴ square □ Box □ blacksquare ■ diamond ⋄ \
    Diamond ◇ lozenge ◊ clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ vert | Vert ‖
    """
}
