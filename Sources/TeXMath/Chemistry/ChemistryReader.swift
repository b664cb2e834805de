/// Reads the input of mhchem's `\ce` and writes TeX: the state machine of mhchemParser, by the description and the
/// order
/// of rules that its author published with version 4.
///
/// A formula is a row of entities. An entity has up to six parts: an amount before it, scripts on its left, its
/// letters,
/// and scripts on its right. What a sign means depends on the part that was read last: a digit is an amount, a
/// subscript or a letter's; a hyphen is a bond, a charge or a minus.
struct ChemistryReader {
  /// What was read last; the names are those of mhchemParser.
  enum State {
    /// Nothing, an entity's end, after an opening bracket, after a bond or a script's end
    case start, next, opened, bonded
    /// An amount, and an amount and a space
    case amount, amountAndSpace
    /// The scripts on the left
    case leftUpper, leftLower, leftBoth
    case letters
    /// A subscript, a superscript that may go on, a superscript in braces, and both
    case lower, upper, upperDone, lowerUpper, lowerUpperDone, upperLower
    /// An arrow, with the font of its label, its first label, the font of the second, both labels
    case arrow, arrowFont, arrowLabel, arrowLabelFont, arrowLabels
  }

  /// The parts of the entity that is being read.
  struct Entity {
    var amount: [UInt8] = []
    var leftUpper: [UInt8] = []
    var leftLower: [UInt8] = []
    var letters: [UInt8] = []
    var lower: [UInt8] = []
    var upper: [UInt8] = []
    /// Whether the superscript may be an oxidation number.
    var mayBeOxidation = false
    var hasSpaceBefore = false

    var isEmpty: Bool {
      amount.isEmpty && leftUpper.isEmpty && leftLower.isEmpty && letters.isEmpty && lower.isEmpty && upper.isEmpty
    }
  }

  /// An arrow that is being read.
  struct Arrow {
    var name: String
    var labels: [[UInt8]] = []
    /// Per label the letter of its font; `C`, a formula of chemistry, where none was given.
    var fonts: [UInt8] = []

    mutating func add(_ label: [UInt8]) {
      if fonts.count == labels.count { fonts.append(UInt8(ascii: "C")) }
      labels.append(label)
    }
  }

  /// What follows an entity that is written.
  enum Follower { case nothing, entity, entityWithoutAmount }

  var input: ArraySlice<UInt8>
  var state = State.start
  var entity = Entity()
  var arrow: Arrow?
  var beginsWithBond = false
  var brackets = 0
  var out: [UInt8] = []

  /// The TeX of a formula of chemistry.
  static func tex(of input: ArraySlice<UInt8>) -> [UInt8] {
    var reader = ChemistryReader(input: input)
    while !reader.input.isEmpty { reader.step() }
    reader.finishEntity(.nothing)
    return reader.out
  }

  mutating func write(_ text: String) { out.append(contentsOf: text.utf8) }

  /// Takes so many bytes of the input.
  mutating func take(_ count: Int) -> ArraySlice<UInt8> {
    let taken = input.prefix(count)
    input = input.dropFirst(count)
    return taken
  }

  private mutating func step() {
    if state.isFresh { beginsWithBond = false }
    if readArrowParts() || readSpecial() || readSigns() || readMinus() || readLettersAndDigits() || readSpaces()
      || readBrackets() || readScripts() || readBonds() || readCommands()
    {
      return
    }
    readAnythingElse()
  }

  /// Writes the entity or the arrow that was read, and begins another.
  mutating func finishEntity(_ follower: Follower) {
    if let arrow {
      write(arrow)
      self.arrow = nil
      entity = Entity()
      return
    }
    guard !entity.isEmpty || follower != .nothing else {
      entity = Entity()
      return
    }
    if entity.hasSpaceBefore { write("~") }
    entity.settle(before: follower)
    write(entity)
    entity = Entity()
  }
}

extension ChemistryReader.State {
  var isFresh: Bool { self == .start || self == .next || self == .opened }
  var isAmount: Bool { self == .amount || self == .amountAndSpace }
  var isLeft: Bool { self == .leftUpper || self == .leftLower || self == .leftBoth }
  var isArrow: Bool {
    switch self {
    case .arrow, .arrowFont, .arrowLabel, .arrowLabelFont, .arrowLabels: true
    default: false
    }
  }
  /// A superscript, with or without a subscript.
  var isUpper: Bool {
    switch self {
    case .upper, .upperDone, .lowerUpper, .lowerUpperDone, .upperLower: true
    default: false
    }
  }
}

extension ChemistryReader.Entity {
  /// Decides which part is which where only some were given.
  fileprivate mutating func settle(before follower: ChemistryReader.Follower) {
    let hasRight = !letters.isEmpty || !lower.isEmpty || !upper.isEmpty
    let hasLeft = !leftUpper.isEmpty || !leftLower.isEmpty
    if !hasRight, !hasLeft, follower != .entityWithoutAmount {
      (letters, amount) = (amount, [])
    } else if !hasRight, hasLeft {
      (letters, upper, lower) = (amount, leftUpper, leftLower)
      (amount, leftUpper, leftLower) = ([], [], [])
    }
  }
}
