/// A function that is running.
struct Frame: BitwiseCopyable {
  /// What becomes of what a function has written.
  enum Result: UInt8 {
    /// It stays in the output.
    case output
    /// It is taken out and given as a text.
    case value
    /// It is taken out and written as a text, so that it is escaped.
    case written
    /// The variables of the function's context are given as a module.
    case module
  }

  var function: Int
  /// Where the caller goes on.
  var returnPosition = 0
  /// The stack position of its first slot.
  var base = 0
  var context = 0
  /// The number of the frame in whose body the function is, or -1.
  var outer = -1
  /// Tells this call from others that had the same place on the stack of frames.
  var serial = 0
  var result = Result.output
  /// Whether the caller escapes what it writes.
  var escapes = true
  /// Whether what the function gives is markup.
  var isMarkup = true
  /// How long the output was, how many loops and captures there were when it began.
  var outputStart = 0
  var loops = 0
  var captures = 0
  /// Where `super` goes on looking for a block.
  var link = -1
  /// Whether the context was made for this call, so that it can go with it.
  var ownsContext = false
  var closures = 0
  /// For a recursive loop, how deep it is inside of itself.
  var loopDepth = 0
}

/// The variables of a template and those it was included or extended with, and the blocks of a chain of templates.
struct RenderContext: BitwiseCopyable {
  /// Where its variables begin in the values of all contexts.
  var start: Int
  /// The links of the templates whose blocks count, from the one that was rendered to the one it extends last.
  var firstLink: Int
  var lastLink: Int
  /// The template that was found to be extended, or -1.
  var parent = -1
  /// Whether the templates of this context escape at this moment.
  var autoescape: Bool
  /// Whether a variable may be one that a template of the context has set.
  var hasAssigned = false
}

/// One template of a chain of templates that extend each other.
struct ChainLink: BitwiseCopyable {
  var template: Int
  var next = -1
}

/// A loop that is running.
struct LoopState: BitwiseCopyable {
  var source: Value
  var index = 0
  var count: Int
  /// For a text, the byte at which the element begins.
  var offset = 0
  /// Tells this loop from others that had the same place.
  var serial: Int
  var depth = 0
  /// The function of a recursive loop, or -1, and the frame around it.
  var function = -1
  var outer = -1
  /// What `changed` was asked last.
  var changed = Value.missing
}
