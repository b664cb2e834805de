/// The position of a node in its tree.
struct NodeID: Equatable, BitwiseCopyable {
  var index: Int32

  /// No node.
  static let none = NodeID(index: -1)

  /// Whether there is a node.
  var exists: Bool { index >= 0 }
}

/// One element of a formula. Trivial to copy: children and texts are named by their position.
struct Node: BitwiseCopyable {
  /// What a node is, and what its fields mean.
  enum Kind: UInt8 {
    /// A letter: `scalar` in `alphabet`.
    case letter
    /// Several letters that stand for one thing: a text in `alphabet`.
    case letters
    /// A number: a text of digits in `alphabet`.
    case number
    /// A symbol that stands for itself, as ∞: `scalar`.
    case symbol
    /// An operator: `scalar`, or a text where `scalar` is 0.
    case operation
    /// The upright name of a function, as `log`: a text.
    case name
    /// Text: a text in `alphabet`.
    case text
    /// A space of `scalar` mu (a signed number's bits).
    case space
    /// A row of the children from `first`.
    case row
    /// `first` with the subscript `second` and the superscript `third`.
    case scripts
    /// `first` with `second` under it and `third` over it.
    case stack
    /// `first` over `second`.
    case fraction
    /// The root of `first`, of degree `second`.
    case root
    /// `first` with the accent `scalar`.
    case accent
    /// The children from `first`, in another style.
    case style
    /// The space that `first` would take.
    case phantom
    /// `first` in a frame.
    case box
    /// Rows from `first`, each with cells, each with children.
    case table
    /// A row of a table: the cells from `first`.
    case tableRow
    /// A cell of a table: the children from `first`.
    case cell
  }

  var kind: Kind
  var atom: AtomClass
  var alphabet = Alphabet.italic
  /// Where the scripts of this atom stand, unless the formula says otherwise.
  var placement = LimitPlacement.beside
  /// What the kind says: flags of an operator, a style, where limits stand.
  var option: UInt8 = 0
  var scalar: UInt32 = 0
  /// The next node of the same list.
  var next = NodeID.none
  /// The first child or, in a node with text, the text's first byte.
  var first = NodeID.none
  /// The second child or the end of the text.
  var second = NodeID.none
  var third = NodeID.none

  init(_ kind: Kind, _ atom: AtomClass = .ordinary) {
    self.kind = kind
    self.atom = atom
  }
}

extension Node {
  /// The text's place in `FormulaTree.text`.
  var textRange: Range<Int> { Int(first.index)..<Int(second.index) }

  /// A space in mu.
  var mu: Int { Int(Int32(bitPattern: scalar)) }

  /// Flags in the `option` of an operator.
  struct OperatorOption {
    /// Grows with what it encloses.
    static let stretchy: UInt8 = 1
    /// A fence or arrow that would grow by default and must not.
    static let rigid: UInt8 = 2
    /// The sizes of `\big`, `\Big`, `\bigg` and `\Bigg` are 1 to 4 of these.
    static let sizeUnit: UInt8 = 4
    static let sizeMask: UInt8 = 28
    /// Crossed out by `\not`.
    static let negated: UInt8 = 32
    /// A vertical bar whose side is known.
    static let prefix: UInt8 = 64
    static let postfix: UInt8 = 128
  }

  /// Makes a delimiter that was to grow keep its size.
  mutating func makeRigid() {
    option = option & ~OperatorOption.stretchy | OperatorOption.rigid
  }

  /// Flags in the `option` of scripts.
  struct ScriptOption {
    /// In plain text a subscript is a number on the line: H2O.
    static let chemical: UInt8 = 1
  }

  /// Where the scripts of an atom stand, in the `option` of `scripts`.
  enum LimitPlacement: UInt8 {
    /// Beside it.
    case beside
    /// Above and below it in displayed formulas, else beside it.
    case displayed
    /// Always above and below it.
    case always
  }

  /// The style that `\displaystyle` and its like switch to, in the `option` of `style`.
  enum MathStyle: UInt8 {
    case display
    case text
    case script
    case scriptscript
  }
}
