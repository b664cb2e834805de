internal import ByteText

/// The way to a value among the fields of a site's own: `datasets`, or `training.hardware` for a value in a mapping.
public struct ExtraPath: Hashable, Sendable {
  /// The keys, each as a string of JSON.
  private let keys: [[UInt8]]

  /// The way that a text names: keys with full stops between them.
  public init(_ text: String) {
    keys = text.split(separator: ".", omittingEmptySubsequences: false).map { key in
      var quoted = ByteBuffer()
      quoted.append(quotingJSON: String(key))
      return quoted.span.withUnsafeBufferPointer(Array.init)
    }
  }

  /// The texts at the end of the way in some JSON of `PaperStore.extra`.
  ///
  /// Where a text or a number is there, that is the one; of a list, its texts and numbers. Numbers are as they were
  /// written. All else gives none. Linear in the bytes before the end of the value.
  public func texts(in json: UnsafeRawBufferPointer) -> [String] {
    var scanner = ExtraScanner(json)
    for key in keys where !scanner.enter(key) { return [] }
    return scanner.texts()
  }
}

extension PaperStore {
  /// The fields of a site's own that a paper has, as a JSON object without white space; empty where it has none.
  public func extra(ofPaper row: Int) -> UnsafeRawBufferPointer { bytes(papers[row].extra) }

  /// The texts at a place among the fields of a site's own.
  public func extraTexts(at path: ExtraPath, ofPaper row: Int) -> [String] {
    let json = extra(ofPaper: row)
    return json.isEmpty ? [] : path.texts(in: json)
  }
}
