extension CutOutScanner {
  /// A fence of backticks or tildes: its block is copied as it is.
  mutating func skipFence(_ source: borrowing SourceText) -> Bool {
    var start = index
    while " >\t".utf8.contains(source[start]) { start += 1 }
    let sign = source[start]
    guard sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else { return false }
    let length = source.lengthOfRun(at: start)
    guard length > 2 else { return false }
    var end = source.endOfLine(from: start)
    if sign == UInt8(ascii: "`"), (start + length..<end).contains(where: { source[$0] == sign }) { return false }
    while end < source.count {
      end += 1
      let isClosing = isFence(of: sign, atLeast: length, source, line: end)
      end = source.endOfLine(from: end)
      if isClosing { break }
    }
    copy(source, end - index)
    return true
  }

  private func isFence(of sign: UInt8, atLeast length: Int, _ source: borrowing SourceText, line: Int) -> Bool {
    var start = line
    while " >\t".utf8.contains(source[start]) { start += 1 }
    guard source[start] == sign else { return false }
    let run = source.lengthOfRun(at: start)
    return run >= length && source.indexAfterSpaces(from: start + run) >= source.endOfLine(from: start)
  }

  /// A code span is copied as it is.
  mutating func readBackticks(_ source: borrowing SourceText) {
    let length = source.lengthOfRun(at: index)
    guard length < failedRuns.count, failedRuns[length] <= index else { return copy(source, length) }
    var position = index + length
    while position < end {
      if source.holds("\n\n", at: position) { break }
      if source[position] == UInt8(ascii: "`") {
        let run = source.lengthOfRun(at: position)
        if run == length { return copy(source, position + run - index) }
        position += run
      } else {
        position += 1
      }
    }
    failedRuns[length] = position
    copy(source, length)
  }
}

extension SourceText {
  /// The index of the line feed that ends a line, or of the text's end.
  func endOfLine(from start: Int) -> Int {
    var end = start
    while end < count, self[end] != UInt8(ascii: "\n") { end += 1 }
    return end
  }

  /// How often the byte at an index follows itself.
  func lengthOfRun(at start: Int) -> Int {
    var end = start
    while end < count, self[end] == self[start] { end += 1 }
    return end - start
  }
}
