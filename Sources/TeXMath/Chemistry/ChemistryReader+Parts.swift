extension ChemistryReader {
  mutating func readSpaces() -> Bool {
    guard let first = input.first, first.isTeXSpace else { return readDotsAndStates() }
    let next = input.dropFirst().first ?? 0
    let isBeforeEntity = next &- 0x41 < 26 || next == UInt8(ascii: "\\") || next == UInt8(ascii: "$")
    _ = take(1)
    switch state {
    case _ where state.isLeft && isBeforeEntity: break
    case .amount: state = .amountAndSpace
    case .start: entity.hasSpaceBefore = false
    case .next, .opened: entity.hasSpaceBefore = true
    case _ where state.isArrow:
      finishEntity(.nothing)
      state = .start
    default:
      finishEntity(.nothing)
      entity.hasSpaceBefore = true
      state = .next
    }
    return true
  }

  /// Alignment marks, dots, adducts and states of aggregation.
  private mutating func readDotsAndStates() -> Bool {
    if let length = Pattern.alignment(input) {
      finishEntity(.nothing)
      out.append(contentsOf: take(length))
      write(" ")
      state = .start
      return true
    }
    if Pattern.isEllipsis(input) {
      let isBond = state == .letters || state.isUpper
      finishEntity(isBond ? .nothing : .entity)
      _ = take(3)
      write(isBond ? "{\\cdot}{\\cdot}{\\cdot}" : "\\ldots ")
      state = isBond ? .bonded : .next
      return true
    }
    if let length = Pattern.adduct(input) {
      finishEntity(.nothing)
      _ = take(length)
      write("\\,{\\cdot}\\,")
      state = .next
      return true
    }
    guard let length = Pattern.stateOfAggregation(input) else { return false }
    finishEntity(.nothing)
    write("\\mkern2mu ")
    write(letters: take(length))
    state = .next
    return true
  }

  mutating func readBrackets() -> Bool {
    guard let first = input.first else { return false }
    let length = first == UInt8(ascii: "\\") ? 2 : 1
    let sign = length == 2 ? input.dropFirst().first ?? 0 : first
    if length == 1 ? sign == UInt8(ascii: "[") || sign == UInt8(ascii: "(") : sign == UInt8(ascii: "{") {
      if !state.isFresh && state != .bonded && !state.isAmount && state != .letters { finishEntity(.nothing) }
      entity.letters += take(length)
      finishEntity(.nothing)
      brackets += 1
      state = .opened
      return true
    }
    if length == 1 ? sign == UInt8(ascii: ")") || sign == UInt8(ascii: "]") : sign == UInt8(ascii: "}") {
      if state.isAmount || state.isUpper || state == .lower { finishEntity(.nothing) }
      entity.letters += take(length)
      brackets -= 1
      state = .letters
      return true
    }
    guard sign == UInt8(ascii: ",") || sign == UInt8(ascii: ";"), length == 1 else { return false }
    finishEntity(.nothing)
    _ = take(1)
    let spaces = input.prefix { $0.isTeXSpace }.count
    input = input.dropFirst(spaces)
    write("{\(sign == UInt8(ascii: ",") ? "," : ";")}\\mkern\(spaces > 0 && brackets == 0 ? 6 : 3)mu ")
    state = .start
    return true
  }

  mutating func readScripts() -> Bool {
    guard let sign = input.first, sign == UInt8(ascii: "^") || sign == UInt8(ascii: "_") || sign == UInt8(ascii: "'"),
      !state.isArrow
    else { return false }
    if sign == UInt8(ascii: "'") { return addUpper(Array(take(1)), isBraced: false) }
    guard let (length, content) = script(after: sign) else {
      _ = take(1)
      return true
    }
    let isBraced = input.dropFirst().first == UInt8(ascii: "{") || input.dropFirst().first == UInt8(ascii: "$")
    _ = take(length)
    return sign == UInt8(ascii: "^") ? addUpper(content, isBraced: isBraced) : addLower(content)
  }

  /// The length of a script with its sign, and what is in it.
  private func script(after sign: UInt8) -> (Int, [UInt8])? {
    let rest = input.dropFirst()
    guard let first = rest.first else { return nil }
    if first == UInt8(ascii: "{") {
      guard let length = Pattern.braced(rest) else { return nil }
      return (length + 1, Array(rest.prefix(length).dropFirst().dropLast()))
    }
    if first == UInt8(ascii: "$"), let length = Pattern.math(rest) { return (length + 1, Array(rest.prefix(length))) }
    if first == UInt8(ascii: "\\") {
      guard let length = Pattern.command(rest) else { return nil }
      return (length + 1, Array(rest.prefix(length)))
    }
    if first == UInt8(ascii: "_") || first == UInt8(ascii: "^") { return nil }
    let signs = sign == UInt8(ascii: "_") && "+-".utf8.contains(first) ? 1 : 0
    let digits = rest.dropFirst(signs).prefix { $0.isASCIIDigit }.count
    if digits > 0 { return (1 + signs + digits, Array(rest.prefix(signs + digits))) }
    let length = Parser.sequenceLength(first)
    return (1 + length, Array(rest.prefix(length)))
  }

  private mutating func addUpper(_ content: [UInt8], isBraced: Bool) -> Bool {
    switch state {
    case .start, .next, .opened, .amountAndSpace:
      entity.leftUpper += content
      state = .leftUpper
    case .leftLower:
      entity.leftUpper += content
      state = .leftBoth
    case .letters, .bonded:
      entity.upper = content
      (entity.mayBeOxidation, state) = (true, isBraced ? .upperDone : .upper)
    case .lower:
      entity.upper += content
      state = isBraced ? .lowerUpperDone : .lowerUpper
    case .upperLower:
      finishEntity(.nothing)
      entity.upper += content
      state = isBraced ? .upperDone : .upper
    case .upper, .lowerUpper, .upperDone, .lowerUpperDone:
      if isBraced { finishEntity(.nothing) }
      entity.upper += content
      if isBraced { state = .upperDone }
    case .leftUpper, .leftBoth: entity.leftUpper += content
    default:
      finishEntity(.nothing)
      entity.upper += content
      state = .upper
    }
    return true
  }

  private mutating func addLower(_ content: [UInt8]) -> Bool {
    switch state {
    case .start, .next, .opened, .amountAndSpace:
      entity.leftLower += content
      state = .leftLower
    case .leftUpper:
      entity.leftLower += content
      state = .leftBoth
    case .letters, .bonded:
      entity.lower += content
      state = .lower
    case .upper, .upperDone:
      entity.lower += content
      state = .upperLower
    default:
      finishEntity(.nothing)
      entity.lower += content
      state = .lower
    }
    return true
  }

  mutating func readBonds() -> Bool {
    guard let first = input.first, !state.isArrow else { return false }
    if let sign = Pattern.bonds[first] {
      finishEntity(.entityWithoutAmount)
      _ = take(1)
      write(sign)
      state = .bonded
      return true
    }
    guard input.starts(with: "\\bond{".utf8), let length = Pattern.braced(input.dropFirst(5)) else { return false }
    finishEntity(.entityWithoutAmount)
    let name = String(decoding: take(length + 5).dropFirst(6).dropLast(), as: UTF8.self)
    write(Pattern.namedBonds[name] ?? "{-}")
    state = .bonded
    return true
  }

  mutating func readCommands() -> Bool {
    guard let first = input.first, !state.isArrow else { return false }
    if first == UInt8(ascii: "{"), let length = Pattern.braced(input) {
      if length == 2 {
        finishEntity(.entity)
        _ = take(2)
        state = .next
        return true
      }
      if state.isUpper || state == .lower || state == .letters { finishEntity(.nothing) }
      entity.letters += take(length)
      state = .letters
      return true
    }
    if first == UInt8(ascii: "$"), let length = Pattern.math(input) {
      if state == .amount {
        entity.amount += take(length)
        return true
      }
      if state.isUpper || state == .lower { finishEntity(.nothing) }
      entity.letters += take(length)
      state = .letters
      return true
    }
    guard first == UInt8(ascii: "\\"), let length = Pattern.command(input) else { return false }
    return readCommand(length)
  }

  /// What builds something from formulas of chemistry; other commands stand for themselves.
  private mutating func readCommand(_ length: Int) -> Bool {
    for name in ["\\frac", "\\overset", "\\underset", "\\underbrace", "\\color", "\\ce"]
    where input.starts(with: (name + "{").utf8) {
      finishEntity(.entityWithoutAmount)
      _ = take(name.utf8.count)
      if name == "\\color", let color = Pattern.braced(input) { _ = take(color) }
      if name != "\\ce", name != "\\color" { write(name) }
      writeArguments(of: name)
      state = .bonded
      return true
    }
    if let second = input.dropFirst().first, ", ;:".utf8.contains(second) {
      finishEntity(.entity)
      out.append(contentsOf: take(2))
      state = .next
      return true
    }
    if !(state.isFresh || state == .bonded || state.isAmount || state.isLeft || state == .letters) {
      finishEntity(.nothing)
    }
    entity.letters += take(length)
    finishEntity(.nothing)
    state = .bonded
    return true
  }

  private mutating func writeArguments(of name: String) {
    let count = name == "\\ce" || name == "\\color" ? 1 : 2
    for argument in 0..<count {
      if name == "\\underbrace", argument == 1, input.first == UInt8(ascii: "_") {
        _ = take(1)
        write("_")
      }
      guard let length = Pattern.braced(input) else { return }
      write("{\\ce")
      out.append(contentsOf: take(length))
      write("}")
    }
  }

  mutating func readAnythingElse() {
    switch state {
    case .amount:
      (entity.letters, entity.amount) = (entity.amount, [])
      state = .letters
      return
    case .amountAndSpace:
      finishEntity(.nothing)
      entity.hasSpaceBefore = true
      state = .next
      return
    case _ where state.isArrow:
      finishEntity(.nothing)
      state = .start
      return
    default: break
    }
    let isOther = input.first.map { "/~|".utf8.contains($0) } ?? false
    finishEntity(isOther ? .entity : .nothing)
    let first = input.first ?? 0
    let taken = take(first == UInt8(ascii: "\\") ? 2 : Parser.sequenceLength(first))
    if first != UInt8(ascii: "{"), first != UInt8(ascii: "}"), first != UInt8(ascii: "$") {
      out.append(contentsOf: taken)
    }
    state = .bonded
  }

  /// The length of a group that begins with one character and ends with another outside of braces.
  func group(_ opening: Character, _ closing: Character) -> Int? {
    guard input.first == opening.asciiValue else { return nil }
    var level = 0
    for index in input.indices.dropFirst() {
      if input[index] == UInt8(ascii: "{") { level += 1 }
      if input[index] == UInt8(ascii: "}") { level -= 1 }
      if level == 0, input[index] == closing.asciiValue { return index + 1 - input.startIndex }
    }
    return nil
  }
}
