/// Finds the templates whose output follows from the variables of the context that they read, and from nothing else:
/// what they write for one page is right for another one, where these are the same.
struct SelfContainment {
  private let program: Program
  private var known: [Int: [Int]?] = [:]

  /// A look at a linked program.
  init(of program: Program) { self.program = program }

  /// The variables that a template reads, itself or through what it includes; nil where it does more than that.
  mutating func names(of template: Int) -> [Int]? {
    if let names = known[template] { return names }
    // A template that includes itself is none.
    known[template] = .some(nil)
    let names = findNames(of: template)
    known[template] = .some(names)
    return names
  }

  private mutating func findNames(of template: Int) -> [Int]? {
    let functions = program.functions.indices.filter { program.functions[$0].template == template }
    guard functions == [program.templates[template].root], program.templates[template].autoescape else { return nil }
    var names: Set<Int> = []
    for instruction in code(of: functions[0]) {
      switch instruction.operation {
      case .loadName, .loadOwnName: names.insert(Int(instruction.a))
      case .emitNameAttribute, .loadNameAttribute: names.insert(Int(instruction.b))
      case .include:
        guard let others = self.names(of: Int(instruction.a)) else { return nil }
        names.formUnion(others)
      default: if !instruction.operation.isContained { return nil }
      }
    }
    return names.sorted()
  }

  private func code(of function: Int) -> ArraySlice<Instruction> {
    let start = program.functions[function].entry
    let end = program.functions.lazy.map(\.entry).filter { $0 > start }.min() ?? program.code.count
    return program.code[start..<end]
  }
}

extension Operation {
  /// Whether it touches nothing but the stack, loops, the output and the variables that its template sets.
  fileprivate var isContained: Bool {
    switch self {
    case .text, .emit, .emitPart, .emitSafe, .emitSlot, .emitSlotAttribute, .constant, .loadSlot, .loadSlotAttribute,
      .attribute, .item, .slice, .storeSlot, .storeName, .unpack, .pop, .duplicate, .makeList, .makeTuple,
      .makeDictionary, .binary, .negate, .plus, .not, .concatenate, .compare, .compareChain, .jump, .jumpIfFalse,
      .jumpIfTrue, .jumpIfFalseKeeping, .jumpIfTrueKeeping, .jumpIfSet, .loopBegin, .loopItemToSlot, .loopItem,
      .loopToSlot, .loopAttribute, .loopNext, .loopExit, .loopKeep, .call, .callMethod, .filter, .filterDynamic,
      .hostFilter, .hostFilterDynamic, .test, .testDynamic, .returnFromFunction, .endOfRoot, .captureBegin,
      .captureEnd, .captureDrop:
      true
    default: false
    }
  }
}
