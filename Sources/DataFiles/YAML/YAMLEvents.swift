internal import CLibYAML

/// libyaml's parser: one event after the other, without building anything.
struct YAMLEvents: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  /// A parser of UTF-8 bytes, which must stay valid as long as it lives; nil where there is no memory.
  init?(_ bytes: UnsafeRawBufferPointer) {
    // The parser keeps a pointer to itself, so it must not move.
    parser = .allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      return nil
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The next event, or nil where the text is broken: `failure` says how.
  mutating func next() -> YAMLEvent? {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { return nil }
    return YAMLEvent(taking: event)
  }

  /// What is wrong with the text.
  var failure: YAMLFailure {
    let isByteWrong = parser.pointee.error == YAML_READER_ERROR
    let context = parser.pointee.context.map { String(cString: $0) }
    return YAMLFailure(
      problem: parser.pointee.problem.map { String(cString: $0) } ?? "the text can't be read",
      context: context ?? "",
      place: isByteWrong ? .byte(parser.pointee.problem_offset) : .character(parser.pointee.problem_mark.index),
      contextPlace: context.map { _ in parser.pointee.context_mark.index })
  }
}

/// What libyaml says of a text that it can't read.
struct YAMLFailure {
  /// What it found, in its words.
  var problem: String
  /// What it was reading, in its words.
  var context: String
  /// Where the problem is: in characters, or in bytes where a byte itself is wrong.
  var place: YAMLPlace
  /// Where it began to read what the context says, in characters.
  var contextPlace: Int?
}

/// A place in a text that libyaml reads.
enum YAMLPlace {
  case byte(Int)
  case character(Int)
}

/// An event of libyaml, which is freed with this value.
struct YAMLEvent: ~Copyable {
  private var event: yaml_event_t

  fileprivate init(taking event: yaml_event_t) { self.event = event }

  deinit {
    var event = event
    yaml_event_delete(&event)
  }

  var type: yaml_event_type_t { event.type }
  /// Where it begins, in characters.
  var start: Int { event.start_mark.index }
  /// Where it ends, in characters.
  var end: Int { event.end_mark.index }

  /// The anchor's name, of an alias the name that it refers to.
  var anchor: String? {
    switch event.type {
    case YAML_ALIAS_EVENT: Self.string(event.data.alias.anchor)
    case YAML_SCALAR_EVENT: Self.string(event.data.scalar.anchor)
    case YAML_SEQUENCE_START_EVENT: Self.string(event.data.sequence_start.anchor)
    case YAML_MAPPING_START_EVENT: Self.string(event.data.mapping_start.anchor)
    default: nil
    }
  }

  /// The tag that is written, as `tag:yaml.org,2002:str`.
  var tag: String? {
    switch event.type {
    case YAML_SCALAR_EVENT: Self.string(event.data.scalar.tag)
    case YAML_SEQUENCE_START_EVENT: Self.string(event.data.sequence_start.tag)
    case YAML_MAPPING_START_EVENT: Self.string(event.data.mapping_start.tag)
    default: nil
    }
  }

  /// Whether a scalar is written in double quotes, in which there are escapes.
  var isDoubleQuoted: Bool { event.data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE }

  /// Whether a scalar is written without quotes and not as a block.
  var isPlain: Bool { event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE }

  /// The text of a scalar; valid as long as this value.
  var text: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: event.data.scalar.value, count: event.data.scalar.length)
  }

  private static func string(_ name: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    name.map { String(cString: $0) }
  }
}
