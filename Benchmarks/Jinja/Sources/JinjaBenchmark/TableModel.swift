import ByteText
import Jinja

/// Objects in tables, texts in one block of bytes: how a program that renders fast keeps what templates read.
final class TableModel: DataModel {
  let segments: [FrozenBytes]
  private let objects: [[Value]]
  private let lists: [[Value]]
  private let names: [String]

  init(_ builder: consuming Builder) {
    segments = [FrozenBytes(builder.text)]
    objects = builder.objects
    lists = builder.lists
    names = builder.names
  }

  func attribute(_ name: Symbol, of object: ObjectRef, scratch: inout Scratch) throws(TemplateFailure) -> Value {
    guard object.type == 0 else { return .undefined }
    let values = objects[Int(object.index)]
    return Int(name.id) < values.count ? values[Int(name.id)] : .undefined
  }

  func count(of object: ObjectRef) -> Int? { object.type == 1 ? lists[Int(object.index)].count : nil }

  func element(at index: Int, of object: ObjectRef, scratch: inout Scratch) throws(TemplateFailure) -> Value {
    lists[Int(object.index)][index]
  }

  func typeName(of object: ObjectRef) -> String { object.type == 1 ? "list" : "object" }

  func attributeNames(of object: ObjectRef) -> [String] { names }

  func call(_ function: Int, _ arguments: borrowing Arguments, scratch: inout Scratch) throws(TemplateFailure) -> Value
  {
    arguments[0]
  }

  /// Fills the tables.
  struct Builder: ~Copyable {
    let names: [String]
    fileprivate var text = ByteBuffer(capacity: 1 << 18)
    fileprivate var objects: [[Value]] = []
    fileprivate var lists: [[Value]] = []

    init(names: [String]) { self.names = names }

    mutating func text(_ string: String, safe: Bool = false) -> Value {
      let start = text.count
      text.append(string)
      return Value(TextRef(segment: TextSegment.host, offset: start, length: text.count - start), safe: safe)
    }

    mutating func object(_ fields: KeyValuePairs<String, Value>) -> Value {
      var values = [Value](repeating: .undefined, count: names.count)
      for (name, value) in fields {
        if let index = names.firstIndex(of: name) { values[index] = value }
      }
      objects.append(values)
      return Value(ObjectRef(type: 0, index: objects.count - 1))
    }

    mutating func list(_ values: [Value]) -> Value {
      lists.append(values)
      return Value(ObjectRef(type: 1, index: lists.count - 1))
    }
  }
}
