import ByteText
import Jinja

/// A host of a shelf with books: object type 0 is the shelf, 1 a book by its number, 2 the list of books.
final class ShelfModel: DataModel {
  static let names = ["shelf", "books", "title", "pages", "subtitle", "first"]
  static let shelf = Value(ObjectRef(type: 0, index: 0))

  private let memory: FrozenBytes
  private var titles: [Value] = []

  init(titles: [String] = ["A & B", "C"]) {
    var buffer = ByteBuffer()
    for title in titles {
      let start = buffer.count
      buffer.append(title)
      self.titles.append(
        Value(TextRef(segment: TextSegment.host, offset: start, length: buffer.count - start)))
    }
    memory = FrozenBytes(buffer)
  }

  var segments: [FrozenBytes] { [memory] }

  static var options: EnvironmentOptions {
    var options = EnvironmentOptions()
    options.names = names
    options.functions = [HostSignature("asset", [.required("name"), .optional("suffix")])]
    options.filters = [HostSignature("shout", [.optional("mark")])]
    return options
  }

  func attribute(_ name: Symbol, of object: ObjectRef, scratch: inout Scratch) throws(TemplateFailure) -> Value {
    switch (object.type, name.id) {
    case (0, 1): Value(ObjectRef(type: 2, index: 0))
    case (0, 5): Value(ObjectRef(type: 1, index: 0))
    case (1, 2): titles[Int(object.index)]
    case (1, 3): Value(Int(object.index) * 100)
    default: .undefined
    }
  }

  func count(of object: ObjectRef) -> Int? { object.type == 2 ? titles.count : nil }

  func element(at index: Int, of object: ObjectRef, scratch: inout Scratch) throws(TemplateFailure) -> Value {
    Value(ObjectRef(type: 1, index: index))
  }

  func text(of object: ObjectRef, scratch: inout Scratch) -> Value? {
    object.type == 1 ? titles[Int(object.index)] : nil
  }

  func typeName(of object: ObjectRef) -> String { ["shelf", "book", "books"][Int(object.type)] }

  func attributeNames(of object: ObjectRef) -> [String] {
    object.type == 1 ? ["title", "pages", "subtitle"] : ["books"]
  }

  func call(
    _ function: Int, _ arguments: borrowing Arguments, scratch: inout Scratch
  ) throws(TemplateFailure) -> Value {
    guard let name = scratch.text(of: arguments[0]) else { throw TemplateFailure("asset needs a name") }
    if name == "none" { throw TemplateFailure("there is no asset 'none'") }
    return scratch.string("/" + name + (scratch.text(of: arguments[1]) ?? ""))
  }

  func filter(
    _ filter: Int, _ arguments: borrowing Arguments, scratch: inout Scratch
  ) throws(TemplateFailure) -> Value {
    scratch.string((scratch.text(of: arguments[0]) ?? "").uppercased() + (scratch.text(of: arguments[1]) ?? "!"))
  }
}
