import ByteText

/// What included templates have written that many pages have: the header and footer of a theme, a menu, a list of
/// tags. They are rendered once for all pages on which they come out alike.
struct KeptParts: ~Copyable {
  /// One output of a template.
  struct Part {
    /// The host's number for what the template asked for.
    var number: Int
    /// The variables that it read.
    var variables: [Value]
    var text: Range<Int>
  }

  /// So many outputs of a template are kept, and so many bytes of all templates.
  private static let limit = 32
  private static let roomForAll = 8 << 20
  /// So many times in a row nothing could be kept or used before a template is let alone.
  private static let patience = 64

  private var parts: [[Part]]
  private var misses: [Int]
  private var text = ByteBuffer()

  /// - Parameter templates: for each, whether its output can be kept at all.
  init(templates: [Bool]) {
    parts = Array(repeating: [], count: templates.count)
    misses = templates.map { $0 ? 0 : Self.patience }
  }

  /// Whether it is worth while to look for a part of a template, or to make one.
  func isPromising(_ template: Int) -> Bool { misses[template] < Self.patience }

  /// Calls `isUsable` with the parts of a template, the newest first, until one is.
  ///
  /// - Returns: what it has written; it stays where it is until the next part is kept.
  mutating func find(_ template: Int, _ isUsable: (Part) -> Bool) -> UnsafeRawBufferPointer? {
    guard let part = parts[template].last(where: isUsable) else {
      miss(template)
      return nil
    }
    misses[template] = 0
    return text.withUnsafeBytes { UnsafeRawBufferPointer(rebasing: $0[part.text]) }
  }

  /// Notes that nothing could be used.
  mutating func miss(_ template: Int) { misses[template] += 1 }

  /// Whether another output of a template may be kept: else the host need not watch what it asks for.
  func hasRoom(for template: Int) -> Bool { parts[template].count < Self.limit && text.count < Self.roomForAll }

  /// Keeps what a template has written.
  mutating func keep(_ template: Int, _ number: Int, _ variables: [Value], _ bytes: UnsafeRawBufferPointer) {
    guard bytes.count <= Self.roomForAll - text.count else { return }
    let start = text.count
    text.append(bytes)
    parts[template].append(Part(number: number, variables: variables, text: start..<text.count))
  }
}

/// A part that is being made.
struct OpenPart {
  let template: Int
  let variables: [Value]
  /// The number of frames around it.
  let depth: Int
}

extension Machine {
  /// Writes what a template has written before, where that is what it would write now; else begins to make a part of
  /// what it will write, where that is possible.
  mutating func writePart(of template: Int, _ instruction: Instruction) throws(TemplateFailure) -> Bool {
    guard keptParts.isPromising(template), openPart == nil, profiler == nil, escapes, scratch.autoescape,
      let names = program.selfContained[template]
    else { return false }
    guard areShared(names, program.bindings[Int(instruction.b)]) else {
      keptParts.miss(template)
      return false
    }
    let (model, globals) = (model, globals)
    let text = keptParts.find(template) { part in
      names.indices.allSatisfy { part.variables[$0].bits == globals[names[$0]].bits } && model.usePart(part.number)
    }
    if let text {
      try scratch.charge(4)
      out.append(text)
      try checkOutput()
      return true
    }
    guard keptParts.hasRoom(for: template) else { return false }
    model.beginPart()
    openPart = OpenPart(template: template, variables: names.map { globals[$0] }, depth: frames.count)
    return false
  }

  /// Ends the part that a function was, which has returned.
  mutating func endPart(_ frame: Frame) {
    guard let part = openPart, part.depth == frames.count else { return }
    openPart = nil
    guard let number = model.endPart() else { return }
    let written = out.withUnsafeBytes { UnsafeRawBufferPointer(rebasing: $0[frame.outputStart...]) }
    keptParts.keep(part.template, number, part.variables, written)
  }

  /// Whether some variables are the same in every context and can be told from others by their bits: objects and
  /// functions, but no texts or lists that this render has made.
  private func areShared(_ names: [Int], _ bindings: [Binding]) -> Bool {
    for name in names {
      let value = globals[name]
      guard contextValues[contextStart + name].isMissing,
        value.isMissing || value.kind == .object || value.kind == .function
      else { return false }
    }
    return bindings.allSatisfy { !names.contains($0.name) }
  }
}

extension Value {
  fileprivate var bits: SIMD2<UInt64> { unsafeBitCast(self, to: SIMD2<UInt64>.self) }
}
