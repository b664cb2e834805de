import ByteText

extension Scratch {
  /// The result of a filter of the engine; its arguments are in the order of its parameters.
  mutating func apply(
    _ filter: BuiltinFilter, to value: Value, _ arguments: FilterArguments
  ) throws(TemplateFailure) -> Value {
    try charge(1)
    if filter == .default { return self.default(value, arguments) }
    if value.isUndefined { try checkUndefined(value, filter) }
    return try applyText(filter, value, arguments)
  }

  private mutating func applyText(
    _ filter: BuiltinFilter, _ value: Value, _ arguments: FilterArguments
  ) throws(TemplateFailure) -> Value {
    switch filter {
    case .upper: return try changeCase(value, .upper)
    case .lower: return try changeCase(value, .lower)
    case .capitalize: return try changeCase(value, .capitalize)
    case .title: return try changeCase(value, .titleFilter)
    case .string: return try stringValue(value)
    case .trim: return try trim(value, arguments[0], leading: true, trailing: true)
    case .center: return try pad(value, try arguments.integer(0, default: 80, of: "width"), .center)
    case .replace: return try replaceFilter(value, arguments)
    case .truncate: return try truncate(value, arguments)
    case .indent: return try indent(value, arguments)
    case .wordcount: return try wordCount(value)
    case .wordwrap: return try wordWrap(value, arguments)
    case .striptags: return try stripTags(value)
    case .escape: return try escape(value)
    case .forceescape: return try escape(value, force: true)
    case .safe: return try stringValue(value).markup(true)
    case .urlencode: return try urlEncode(value)
    case .urlize: return try urlize(value, arguments)
    case .xmlattr: return try xmlAttributes(value, arguments)
    case .tojson: return try toJSON(value, arguments)
    default: return try applyList(filter, value, arguments)
    }
  }

  private mutating func applyList(
    _ filter: BuiltinFilter, _ value: Value, _ arguments: FilterArguments
  ) throws(TemplateFailure) -> Value {
    switch filter {
    case .first: return try first(value)
    case .last: return try last(value)
    case .length: return try lengthFilter(value)
    case .list: return try copiedList(value)
    case .join: return try joinFilter(value, arguments)
    case .reverse: return try reverse(value)
    case .batch: return try batch(value, arguments)
    case .slice: return try slices(value, arguments)
    case .sum: return try sum(value, arguments)
    case .min: return try extreme(value, arguments, wantsGreater: false)
    case .max: return try extreme(value, arguments, wantsGreater: true)
    case .unique: return try unique(value, arguments)
    case .sort: return try sortFilter(value, arguments)
    case .groupby: return try groupBy(value, arguments)
    case .dictsort: return try sortDictionary(value, arguments)
    case .items: return try itemsFilter(value)
    case .attr: return try attributeFilter(value, arguments)
    case .limit: return try limit(value, arguments)
    case .where: return try whereFilter(value, arguments)
    default: return try applyNumber(filter, value, arguments)
    }
  }

  private mutating func applyNumber(
    _ filter: BuiltinFilter, _ value: Value, _ arguments: FilterArguments
  ) throws(TemplateFailure) -> Value {
    switch filter {
    case .abs: return try absolute(value)
    case .int: return try toInteger(value, arguments)
    case .float: return try toNumber(value, arguments)
    case .round: return try round(value, arguments)
    case .filesizeformat: return try fileSize(value, arguments)
    case .number: return try groupedNumber(value)
    case .plural: return try plural(value, arguments)
    case .date: return try date(value, arguments)
    case .rfc3339: return try rfc3339(value)
    case .rfc822: return try rfc822(value)
    case .slugify: return try slugify(value)
    default: return value
    }
  }

  /// What lenient undefined values allow: to be printed and looped over, but not to be calculated with.
  private func checkUndefined(_ value: Value, _ filter: BuiltinFilter) throws(TemplateFailure) {
    switch filter {
    case .items: return
    case .dictsort, .indent, .wordwrap, .attr: throw undefinedFailure(value)
    default: if !isLenient(value) { throw undefinedFailure(value) }
    }
  }

  private func `default`(_ value: Value, _ arguments: FilterArguments) -> Value {
    let isAbsent = value.isUndefined || (truth(arguments[1]) && !truth(value))
    return isAbsent ? arguments.value(0, default: Value(.empty)) : value
  }

  /// Whether an argument that is a flag is set.
  func flag(_ value: Value, default fallback: Bool = false) -> Bool {
    value.isMissing ? fallback : truth(value)
  }
}
