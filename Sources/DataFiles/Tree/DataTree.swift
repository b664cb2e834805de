internal import ByteText

/// The values of one JSON or YAML text, flat: every node is followed by what it contains.
///
/// A tree is read into again and again and keeps its memory, so that a worker that reads a hundred thousand records
/// allocates nothing once the largest has been seen. An object's members are a key (a string node) and its value.
public struct DataTree: Sendable {
  /// The languages that a tree is read from.
  public enum Syntax: Sendable {
    case json
    case yaml
  }

  /// How many values and keys a tree may have: what is more is no record and no configuration.
  public static let nodeLimit = 1 << 22
  /// How many bytes one text may have: a longer one is none that people read.
  public static let textLimit = 16 << 20

  /// The language of the text.
  public internal(set) var syntax = Syntax.json
  var source: FrozenBytes
  var scratch: [UInt8] = []
  var nodes: [DataNode] = []
  var open: [OpenContainer] = []
  var keys: [KeySignature] = []
  var largeObjectKeys: [LargeObjectKey: Int] = [:]

  /// An empty tree: its root is null.
  public init() {
    source = FrozenBytes(ByteBuffer())
  }

  /// The outermost value; null where nothing was read.
  public var root: DataNode {
    nodes.first ?? DataNode(.null, at: DataNode.Slot(index: 0, parent: 0, ordinal: 0), range: 0..<0)
  }

  /// The text of a string, unescaped; of any other value its source.
  @_lifetime(borrow self)
  public func bytes(_ node: DataNode) -> Span<UInt8> {
    guard node.kind == .string else { return sourceBytes(node.range) }
    switch node.storage {
    case .source: return sourceBytes(node.textRange)
    case .scratch: return _overrideLifetime(scratch.span.extracting(node.textRange), borrowing: self)
    }
  }

  @_lifetime(borrow self)
  private func sourceBytes(_ range: Range<Int>) -> Span<UInt8> {
    _overrideLifetime(source.span.extracting(range), borrowing: self)
  }

  /// The text of a string, unescaped; of any other value its source.
  public func string(_ node: DataNode) -> String {
    String(bytes: bytes(node))
  }

  /// Whether a node's text is `literal`.
  public func text(of node: DataNode, is literal: StaticString) -> Bool {
    bytes(node).isEqual(to: literal)
  }
}
