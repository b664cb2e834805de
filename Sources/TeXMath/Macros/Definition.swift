/// What a formula says a control sequence stands for.
struct Definition {
  /// The number of arguments.
  var arguments = 0
  /// What the first argument is where none is given in brackets.
  var defaultArgument: [UInt8]?
  /// The replacement, with `#1` to `#9` for the arguments.
  var body: [UInt8]
}

/// The commands that define others.
enum DefinitionCommand: UInt8 {
  /// `\newcommand{\name}[n][default]{body}` and its relatives
  case newCommand
  /// `\providecommand`: where the command isn't known yet
  case provided
  /// `\def\name#1{body}`
  case plain
  /// `\let\name=\other`
  case alias
  /// `\DeclareMathOperator{\name}{text}`
  case mathOperator
}
