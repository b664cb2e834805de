extension ChemistryReader {
  /// The fonts and labels of an arrow.
  mutating func readArrowParts() -> Bool {
    if state == .arrow || state == .arrowLabel, let font = input.first, "CMT".utf8.contains(font),
      input.dropFirst().first == UInt8(ascii: "[")
    {
      arrow?.fonts.append(font)
      _ = take(1)
      state = state == .arrow ? .arrowFont : .arrowLabelFont
      return true
    }
    guard state.isArrow, state != .arrowLabels, let length = group("[", "]") else { return false }
    let isFirst = state == .arrow || state == .arrowFont
    let label = Array(take(length).dropFirst().dropLast())
    arrow?.add(label)
    state = isFirst ? .arrowLabel : .arrowLabels
    return true
  }

  /// Oxidation numbers alone, precipitates and gases, names that are no elements, orbitals, arrows.
  mutating func readSpecial() -> Bool {
    if state == .start, let number = Pattern.oxidation(input) {
      write("{")
      write(oxidation: take(number))
      write("}")
      return true
    }
    if state.isFresh || state == .amountAndSpace, let length = Pattern.upOrDown(input) {
      entity.hasSpaceBefore = false
      finishEntity(.nothing)
      write(take(length).contains(UInt8(ascii: "^")) ? "~\\mathord{\\uparrow}" : "~\\mathord{\\downarrow}")
      state = .next
      return true
    }
    if state.isFresh, let length = Pattern.uprightName(input) {
      entity.letters += take(length)
      finishEntity(.nothing)
      state = .next
      return true
    }
    if state.isFresh || state == .bonded, let length = Pattern.orbital(input) {
      entity.letters += take(length)
      state = .letters
      return true
    }
    guard let (length, name) = Pattern.arrow(input) else { return false }
    if !state.isFresh && state != .bonded || !entity.isEmpty { finishEntity(.nothing) }
    entity = Entity()
    _ = take(length)
    arrow = Arrow(name: name)
    state = .arrow
    return true
  }

  /// Plus signs, amounts, operators.
  mutating func readSigns() -> Bool {
    if input.first == UInt8(ascii: "+"), readPlus() { return true }
    if state == .start || state == .opened, let length = Pattern.amount(input) {
      entity.amount += take(length)
      state = .amount
      return true
    }
    guard state.isFresh || state.isAmount, let (length, sign) = Pattern.operation(input) else { return false }
    entity.hasSpaceBefore = false
    finishEntity(.nothing)
    _ = take(length)
    write(sign)
    state = .start
    return true
  }

  private mutating func readPlus() -> Bool {
    switch state {
    case .letters:
      entity.upper = Array(take(1))
      (entity.mayBeOxidation, state) = (true, .upper)
    case .upper, .upperDone:
      entity.upper += take(1)
      state = .upper
    case .lower:
      entity.upper += take(1)
      state = .lowerUpper
    case .lowerUpper, .lowerUpperDone: entity.upper += take(1)
    case .upperLower:
      finishEntity(.nothing)
      entity.upper += take(1)
      state = .upper
    case .bonded:
      entity.hasSpaceBefore = false
      finishEntity(.nothing)
      _ = take(1)
      write("+")
      state = .start
    default: return false
    }
    return true
  }

  /// A hyphen: a charge, a bond, a minus or a hyphen.
  mutating func readMinus() -> Bool {
    guard input.first == UInt8(ascii: "-") else { return false }
    if Pattern.isMinusAtEnd(input), readMinusAtEnd() { return true }
    let next = input.dropFirst().first ?? 0
    if state == .bonded || state == .letters, next.isASCIIDigit { return writeHyphen(then: .bonded) }
    if state == .letters || state == .upper, Pattern.isOrbitalAfterMinus(input) { return writeHyphen(then: .opened) }
    return readMinusBetween()
  }

  private mutating func writeHyphen(then next: State) -> Bool {
    finishEntity(.nothing)
    _ = take(1)
    write("\\text{-}")
    state = next
    return true
  }

  private mutating func readMinusAtEnd() -> Bool {
    switch state {
    case .letters, .lower:
      if beginsWithBond {
        writeBond(then: .bonded)
      } else {
        entity.upper = Array(take(1))
        finishEntity(.nothing)
      }
      state = .lowerUpper
    case .upper, .lowerUpper: entity.upper += take(1)
    case .upperDone, .lowerUpperDone, .upperLower: writeBond(then: .bonded)
    default: return false
    }
    return true
  }

  private mutating func writeBond(then next: State, _ follower: Follower = .nothing) {
    finishEntity(follower)
    _ = take(1)
    write("{-}")
    state = next
  }

  private mutating func readMinusBetween() -> Bool {
    switch state {
    case .start, .next, .opened:
      writeBond(then: .bonded, .entity)
      beginsWithBond = true
    case .bonded:
      _ = take(1)
      write("{-}")
    case .amount: return writeHyphen(then: .opened)
    case .amountAndSpace: writeBond(then: .bonded, .entityWithoutAmount)
    case .leftUpper: entity.leftUpper += take(1)
    case .letters, .lower: readMinusAfterEntity(isAfterUpper: false)
    case .upper, .lowerUpper, .upperLower: readMinusAfterEntity(isAfterUpper: true)
    case .upperDone, .lowerUpperDone, .leftLower: writeBond(then: .bonded)
    default: return false
    }
    return true
  }

  private mutating func readMinusAfterEntity(isAfterUpper: Bool) {
    let name = entity.letters.filter { $0 != UInt8(ascii: "$") }
    let isVariable = name.count == 1 && name[0] &- 0x61 < 26
    let isGreek = Pattern.isLowercaseGreek(name[...])
    if isVariable || isGreek || Pattern.orbital(name[...]) == name.count, !name.isEmpty {
      let isAlone = entity.amount.isEmpty && entity.leftUpper.isEmpty && entity.lower.isEmpty && entity.upper.isEmpty
      if isVariable, isAlone { entity.letters = [0x24] + name + [0x24] }
      _ = writeHyphen(then: .opened)
    } else if isAfterUpper, !entity.upper.isEmpty, entity.upper.allSatisfy(\.isASCIIDigit) {
      entity.upper += take(1)
      finishEntity(.nothing)
      state = .opened
    } else {
      writeBond(then: .opened)
    }
  }

  mutating func readLettersAndDigits() -> Bool {
    if state == .next || state == .bonded, let length = Pattern.amount(input) {
      entity.amount += take(length)
      state = .amount
      return true
    }
    if let length = Pattern.letters(input), !state.isArrow { return readLetters(length) }
    guard let first = input.first, first.isASCIIDigit else { return false }
    let length = input.prefix { $0.isASCIIDigit }.count
    switch state {
    case .letters:
      entity.lower += take(length)
      state = .lower
    case .upper, .upperDone:
      entity.lower += take(length)
      state = .upperLower
    case .lower:
      finishEntity(.nothing)
      entity.letters += take(length)
      state = .letters
    case .amount:
      entity.letters += take(length)
      state = .letters
    default: return false
    }
    return true
  }

  private mutating func readLetters(_ length: Int) -> Bool {
    switch state {
    case .lower, .upperLower: finishEntity(.nothing)
    case .upper, .upperDone, .lowerUpper, .lowerUpperDone:
      if !entity.upper.isEmpty, entity.upper.allSatisfy(\.isASCIIDigit) {
        let number = entity.upper
        entity.upper = []
        finishEntity(.nothing)
        entity.leftUpper = number
      } else {
        finishEntity(.nothing)
      }
    default: break
    }
    entity.letters += take(length)
    state = .letters
    return true
  }
}
