/// The symbols by class: a character, then the control words that stand for it.
enum SymbolList {}

extension SymbolList {
  static let greek = """
    α alpha
    β beta
    γ gamma
    δ delta
    ϵ epsilon epsi
    ε varepsilon eps veps vareps
    ζ zeta
    η eta
    θ theta
    ϑ vartheta thetasym
    ι iota
    κ kappa
    ϰ varkappa
    λ lambda
    μ mu
    ν nu
    ξ xi
    ο omicron
    π pi
    ϖ varpi
    ρ rho
    ϱ varrho
    σ sigma
    ς varsigma
    τ tau
    υ upsilon
    ϕ phi
    φ varphi
    χ chi
    ψ psi
    ω omega
    ϝ digamma
    Α Alpha
    Β Beta
    Γ Gamma
    Δ Delta
    Ε Epsilon
    Ζ Zeta
    Η Eta
    Θ Theta
    Ι Iota
    Κ Kappa
    Λ Lambda
    Μ Mu
    Ν Nu
    Ξ Xi
    Ο Omicron
    Π Pi
    Ρ Rho
    Σ Sigma
    Τ Tau
    Υ Upsilon
    Φ Phi
    Χ Chi
    Ψ Psi
    Ω Omega
    ∂ partial
    ∇ nabla
    """

  static let uprightGreek = """
    α upalpha alphaup
    β upbeta betaup
    γ upgamma gammaup
    δ updelta deltaup
    ϵ upepsilon
    ζ upzeta zetaup
    η upeta etaup
    θ uptheta thetaup
    ι upiota
    κ upkappa kappaup
    λ uplambda lambdaup
    μ upmu muup micro textmu
    ν upnu nuup
    ξ upxi xiup
    π uppi piup
    ρ uprho rhoup
    σ upsigma sigmaup
    τ uptau tauup
    υ upupsilon
    ϕ upphi phiup
    φ upvarphi
    χ upchi chiup
    ψ uppsi psiup
    ω upomega omegaup
    """

  /// Capitals of Greek in italics (amsmath).
  static let slantedGreek = """
    Γ varGamma
    Δ varDelta
    Θ varTheta
    Λ varLambda
    Ξ varXi
    Π varPi
    Σ varSigma
    Υ varUpsilon
    Φ varPhi
    Ψ varPsi
    Ω varOmega
    """

  static let letterlike = """
    ∞ infty infinity infin
    ∅ emptyset empty
    ∅ varnothing
    ∀ forall
    ∃ exists exist
    ∄ nexists
    ¬ neg lnot
    ℓ ell
    ℏ hbar hslash
    ℘ wp weierp
    ℜ Re
    ℑ Im image
    ℵ aleph alef alefsym
    ℶ beth
    ℷ gimel
    ℸ daleth
    ı imath
    ȷ jmath
    ð eth
    ℧ mho
    Ⅎ Finv
    ⅁ Game
    Å angstrom Angstrom AA
    ⊤ top
    ⊥ bot
    ∠ angle
    ∡ measuredangle
    ∢ sphericalangle
    ′ prime
    ‵ backprime
    √ surd
    ♯ sharp
    ♭ flat
    ♮ natural
    ♣ clubsuit clubs
    ♢ diamondsuit diamonds
    ♡ heartsuit hearts
    ♠ spadesuit spades
    △ triangle vartriangle
    ▽ triangledown
    ▲ blacktriangle
    ▼ blacktriangledown
    □ square Box
    ■ blacksquare qed
    ◊ lozenge Diamond
    ⬨ medlozenge
    ⧫ blacklozenge
    ★ bigstar
    ∁ complement
    ✓ checkmark
    ✠ maltese
    Ⓢ circledS
    ® circledR textregistered
    © copyright
    ™ texttrademark
    £ pounds textsterling mathsterling
    ¥ yen textyen
    € euro texteuro
    ° degree textdegree degr arcdeg
    ⊙ sun astrosun
    ╱ diagup
    ╲ diagdown
    ∎ QED
    Ш Sha
    ¢ cent textcent
    ∴ therefore
    ∵ because
    ♂ male mars
    ♀ female venus
    ⊕ earth
    ″ arcsec
    ′ arcmin
    ƛ lambdabar
    ▱ parallelogram
    ┄ tripledash
    """

  static let ordinaryOperators = """
    / slash
    ! textexclam
    % percent
    & textampersand and
    # textnumbersign
    @ textat
    ‰ textperthousand permil
    ‱ textpertenthousand
    † textdagger
    ‡ textdaggerdbl
    """

  /// Shorthands that authors define again and again, as texvc of Wikipedia has them.
  static let doubleStruckShorthands = """
    ℝ R RR reals Reals real bbR bR IR RRR Rset
    ℤ Z ZZ integers bbZ bZ IZ Zset
    ℕ N NN naturals natnums nats bbN bN IN Nset
    ℂ C CC cnums complexes Complex bbC bC Cset
    ℚ Q QQ rationals bbQ bQ IQ Qset
    ℙ PP bbP bP
    ℍ bbH
    """

  static let functions = """
    arccos arcsin arctan arg cos cosh cot coth csc deg dim exp hom ker lg ln log sec sin sinh tan tanh
    arccot arcsec arccsc arcosh arsinh artanh arccosh arcsinh arctanh sech csch cotg tg ctg ch sh arctg arcctg cosec cth
    """

  static let limitFunctions = """
    det gcd inf lim max min Pr sup plim lcm
    """
}
