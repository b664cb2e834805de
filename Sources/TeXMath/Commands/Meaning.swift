/// What a control sequence or a character does.
enum Role: UInt8 {
  // Characters and symbols
  case letter, digit, phrase, ordinary, operation, large, fence, function
  // Syntax
  case groupStart, groupEnd, upperScript, lowerScript, prime, tab, newRow, dollar, comment
  // Fonts and text
  case alphabet, alphabetSwitch, namedAlphabet, bold, boldSwitch, text, textSymbol, operatorName
  // Structures
  case fraction, binomial, generalFraction, infixFraction, slashFraction, root, oldRoot
  case accent, stack, extensibleArrow, brace, buildrel, sideset, prescript
  case left, right, middle, sized
  /// An argument in delimiters: the left one in the lower half of `scalar`, the right one in the upper half.
  case enclosed
  case begin, end, environment, plainTable, substack, hline
  case classed, negation, limits, style, mathchoice, phantom, smash, box, strike
  // Spaces
  case space, hspace, dimension, rule, raise
  // Special cases
  case definition
  /// A command that is written in others (`Template`).
  case template
  /// A diagram that is not set: the formula is shown by its source.
  case unsupported
  /// `\textcircled`
  case circled
  /// A part of a condition of TeX
  case condition
  case modulo, unicode, characterCode, tag, link, quantity, chemistry
  /// Ignored, with the first so many arguments.
  case ignored
  /// A control word of LaTeX that has no text of its own and leaves its arguments standing.
  case transparent
  case unknown
}

/// A role with its details. Trivial: the table of commands is an array of these.
struct Meaning: BitwiseCopyable {
  var role: Role
  var atom = AtomClass.ordinary
  /// What the role says: an alphabet, flags, a number of arguments.
  var detail: UInt8 = 0
  /// The character, or a space in mu.
  var scalar: UInt32 = 0

  static let unknown = Meaning(role: .unknown)
}
