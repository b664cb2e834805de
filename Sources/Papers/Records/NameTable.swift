/// Finds names in a short list by their bytes: by length first, so that most candidates cost one comparison.
struct NameTable: Sendable {
  private let names: [[UInt8]]

  init(_ names: [String]) { self.names = names.map { Array($0.utf8) } }

  func index(of name: Span<UInt8>) -> Int? {
    for index in names.indices where isEqual(names[index], name) { return index }
    return nil
  }

  private func isEqual(_ left: [UInt8], _ right: Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    for index in left.indices where left[index] != right[index] { return false }
    return true
  }
}
