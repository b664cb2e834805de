/// How a node is to be set where it stands.
struct Setting: BitwiseCopyable {
  /// Whether formulas are displayed: big operators are large and have their limits above and below.
  var isDisplay: Bool
  /// Whether this is a script or a part of one, where relations and binary operators have no space around them.
  var isScript = false
  /// The space TeX sets before and after this node, in mu.
  var left = 0
  var right = 0
  /// Whether the node is the first or last of a row of several.
  var isFirst = false
  var isLast = false
  /// Whether the node is a whole script, where browsers set no space around operators.
  var isAlone = false

  /// The setting of a part of this node that stands alone.
  var inside: Setting { Setting(isDisplay: isDisplay, isScript: isScript) }

  /// The setting of a script of this node.
  var script: Setting { Setting(isDisplay: false, isScript: true, isAlone: true) }

  /// The setting of the numerator or denominator of a fraction.
  var fractionPart: Setting { Setting(isDisplay: false, isScript: isScript || !isDisplay) }

  /// The setting of the node's core, which is spaced as the node is.
  var core: Setting {
    var setting = self
    setting.isAlone = false
    return setting
  }
}
