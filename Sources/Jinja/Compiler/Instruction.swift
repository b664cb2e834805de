/// One step of a compiled template. What `x`, `y`, `a` and `b` mean depends on the operation.
struct Instruction: BitwiseCopyable, Sendable {
  var operation: Operation
  var x: UInt8 = 0
  var y: UInt16 = 0
  var a: UInt32 = 0
  var b: UInt32 = 0
}

/// What an instruction does. "Takes" and "gives" are about the value stack.
enum Operation: UInt8, Sendable {
  // Output
  /// Writes `b` bytes of the literals from offset `a`.
  case text
  /// Takes a value and writes it, escaped if escaping is on.
  case emit
  /// As `emit`, for a part of a concatenation, where a module is a text like others.
  case emitPart
  /// Takes a value and writes it as it is.
  case emitSafe
  /// Writes the variable in slot `y`.
  case emitSlot
  /// Writes attribute `a` of the variable in slot `y`.
  case emitSlotAttribute
  /// Writes attribute `a` of the context's variable `b`.
  case emitNameAttribute

  // Loading and storing
  /// Gives constant `a`.
  case constant
  case loadSlot
  /// Gives the variable in slot `y` of the function `x` levels further out.
  case loadOuter
  /// Gives the context's variable `a`.
  case loadName
  /// As `loadName`, but gives nothing where the template has not set the variable itself.
  case loadOwnName
  case loadSlotAttribute
  case loadNameAttribute
  /// Takes a value and gives its attribute `a`.
  case attribute
  /// Takes a value and an index and gives the element.
  case item
  /// Takes a value and three bounds and gives the part. Of a constant (`x`) that has no parts, it is undefined.
  case slice
  case storeSlot
  /// Takes a value for the context's variable `a`; `x` says that modules show it.
  case storeName
  /// Takes a value and sets attribute `b` of the namespace below it.
  case storeNamespaceAttribute
  /// Takes a sequence of exactly `a` elements and gives them, the first on top.
  case unpack
  case pop
  case duplicate
  case makeList
  case makeTuple
  /// Takes `a` keys and values.
  case makeDictionary

  // Operators
  /// `x` is the number of a `BinaryOperator`.
  case binary
  case negate
  case plus
  case not
  /// Takes `a` values and gives one text.
  case concatenate
  /// `x` is the number of a `ComparisonOperator`.
  case compare
  /// As `compare`; where it does not hold, gives false and jumps to `a`, otherwise gives back the right value.
  case compareChain

  // Jumps to `a`
  case jump
  case jumpIfFalse
  case jumpIfTrue
  /// Jumps and keeps the value where it is false, otherwise takes it.
  case jumpIfFalseKeeping
  case jumpIfTrueKeeping
  /// Jumps where slot `y` has a value.
  case jumpIfSet
  /// Jumps where the template has been found to extend another.
  case jumpIfExtended

  // Loops
  /// Takes a sequence and begins a loop over it; jumps to `a` where it is empty.
  case loopBegin
  /// Puts the loop's element into slot `y`.
  case loopItemToSlot
  case loopItem
  /// Puts the loop itself into slot `y`.
  case loopToSlot
  /// Gives the attribute of the innermost loop whose `LoopAttribute` is `x`.
  case loopAttribute
  /// Goes on to the next element at `a`, or ends the loop.
  case loopNext
  case loopExit
  /// Adds the loop's element to the list in slot `y`.
  case loopKeep
  /// Takes a sequence and runs the recursive loop that is function `a` over it.
  case loopRecursive

  // Calls; `x` says that the result is written instead of given.
  /// Takes a callable and arguments of shape `b`.
  case call
  /// Takes a value and arguments of shape `b` and calls the value's method `a`.
  case callMethod
  /// Takes a value and `y` arguments for filter `a`.
  case filter
  /// Takes a value and arguments of shape `b` for filter `a`, which binds them itself.
  case filterDynamic
  case hostFilter
  /// Takes a value and arguments of shape `b` for the host's filter `a`.
  case hostFilterDynamic
  case test
  case testDynamic
  case makeMacro
  case callBlock
  case callSuper
  case selfBlock
  case returnFromFunction

  // Templates
  case include
  case includeDynamic
  case importModule
  case importDynamic
  case moduleMember
  case extends
  case extendsDynamic
  case endOfRoot
  /// Ends an expression, whose value is on the stack.
  case endOfExpression

  // Captured output
  case captureBegin
  /// Gives what was written since the capture began.
  case captureEnd
  case captureDrop
  case autoescapeSave
  case autoescapeSet
  case autoescapeRestore

  /// Whether `a` is the position of an instruction.
  var isJump: Bool {
    switch self {
    case .jump, .jumpIfFalse, .jumpIfTrue, .jumpIfFalseKeeping, .jumpIfTrueKeeping, .jumpIfSet, .jumpIfExtended,
      .compareChain, .loopBegin, .loopNext:
      true
    default: false
    }
  }
}

/// What `loop` can be asked.
enum LoopAttribute: UInt8, CaseIterable {
  case index, index0, first, last, length, revindex, revindex0, depth, depth0, previtem, nextitem

  var name: String { String(describing: self) }
}
