/// The filters of the engine.
enum BuiltinFilter: UInt8, CaseIterable, Sendable {
  case abs, attr, batch, capitalize, center, `default`, dictsort, escape, filesizeformat, first, float, forceescape
  case format, groupby, indent, int, items, join, last, length, list, lower, map, max, min, reject, rejectattr
  case replace, reverse, round, safe, select, selectattr, slice, sort, string, striptags, sum, title, tojson, trim
  case truncate, unique, upper, urlencode, urlize, wordcount, wordwrap, xmlattr
  case date, rfc3339, rfc822, slugify, number, plural, limit, `where`

  /// The other names of filters.
  static let aliases: [String: BuiltinFilter] = ["count": .length, "d": .default, "e": .escape]

  static let named: [String: BuiltinFilter] = Dictionary(
    uniqueKeysWithValues: allCases.map { (String(describing: $0), $0) } + aliases.map { ($0.key, $0.value) })

  /// The parameters after the value that is filtered.
  var signature: Signature {
    switch self {
    case .abs, .capitalize, .escape, .first, .forceescape, .items, .last, .length, .list, .lower, .reverse, .safe,
      .string, .striptags, .title, .upper, .wordcount, .rfc3339, .rfc822, .slugify, .number, .urlencode:
      Signature()
    case .attr: Signature(["name"], required: 1)
    case .batch: Signature(["linecount", "fill_with"], required: 1)
    case .center: Signature(["width"])
    case .default: Signature(["default_value", "boolean"])
    case .dictsort: Signature(["case_sensitive", "by", "reverse"])
    case .filesizeformat: Signature(["binary"])
    case .float: Signature(["default"])
    case .groupby: Signature(["attribute", "default", "case_sensitive"], required: 1)
    case .indent: Signature(["width", "first", "blank"])
    case .int: Signature(["default", "base"])
    case .join: Signature(["d", "attribute"])
    case .max, .min, .unique: Signature(["case_sensitive", "attribute"])
    case .replace: Signature(["old", "new", "count"], required: 2)
    case .round: Signature(["precision", "method"])
    case .slice: Signature(["slices", "fill_with"], required: 1)
    case .sort: Signature(["reverse", "case_sensitive", "attribute"])
    case .sum: Signature(["attribute", "start"])
    case .tojson: Signature(["indent"])
    case .trim: Signature(["chars"])
    case .truncate: Signature(["length", "killwords", "end", "leeway"])
    case .urlize: Signature(["trim_url_limit", "nofollow", "target", "rel", "extra_schemes"])
    case .wordwrap: Signature(["width", "break_long_words", "wrapstring", "break_on_hyphens"])
    case .xmlattr: Signature(["autospace"])
    case .date: Signature(["format"])
    case .plural: Signature(["one", "many"], required: 2)
    case .limit: Signature(["count"], required: 1)
    case .where: Signature(["attribute", "value"], required: 1)
    case .format, .map, .reject, .rejectattr, .select, .selectattr: Signature(isVariadic: true)
    }
  }
}
