public import ByteText

/// The host's data, as templates see it. A renderer asks for one attribute or element at a time, so nothing is
/// converted that no template reads.
///
/// ```swift
/// final class Shelf: DataModel {
///   let titles = ["A", "C"]
///   var segments: [FrozenBytes] { [] }
///
///   func attribute(_ name: Symbol, of object: ObjectRef, scratch: inout Scratch) -> Value {
///     name.id == 2 ? scratch.string(titles[object.index]) : .undefined
///   }
///
///   func count(of object: ObjectRef) -> Int? { nil }
///   func element(at index: Int, of object: ObjectRef, scratch: inout Scratch) -> Value { .undefined }
///   func typeName(of object: ObjectRef) -> String { "book" }
///   func attributeNames(of object: ObjectRef) -> [String] { ["title"] }
/// }
/// ```
///
/// A model belongs to one renderer and is used by one thread; what it shares with others is immutable.
public protocol DataModel: AnyObject {
  /// The memory that the model's texts refer to: segment `TextSegment.host` is the first, and so on. Segments may
  /// be added between renders; those that are there stay as they are.
  var segments: [FrozenBytes] { get }

  /// The value of an attribute, or `.undefined` where objects of the type have none of this name.
  func attribute(_ name: Symbol, of object: ObjectRef, scratch: inout Scratch) throws(TemplateFailure) -> Value

  /// How many elements the object has, or nil where it is no sequence.
  func count(of object: ObjectRef) -> Int?

  /// The element at an index from 0 that is less than the count.
  func element(at index: Int, of object: ObjectRef, scratch: inout Scratch) throws(TemplateFailure) -> Value

  /// The text of an object that is printed, or nil where it has none and printing it is an error.
  func text(of object: ObjectRef, scratch: inout Scratch) -> Value?

  /// What the type is called in diagnostics, as "paper".
  func typeName(of object: ObjectRef) -> String

  /// The names of all attributes of an object, for suggestions.
  func attributeNames(of object: ObjectRef) -> [String]

  /// The result of a function that the environment was compiled with, by its number there.
  func call(_ function: Int, _ arguments: borrowing Arguments, scratch: inout Scratch) throws(TemplateFailure) -> Value

  /// The result of a filter that the environment was compiled with, by its number there; the first argument is the
  /// value that is filtered.
  func filter(_ filter: Int, _ arguments: borrowing Arguments, scratch: inout Scratch) throws(TemplateFailure) -> Value

  /// Begins to watch what a part of a page asks for: the output of a template that is included, which other
  /// pages may have, too. A part has no other part in it. A render that fails ends it without a word.
  func beginPart()

  /// Ends the part.
  ///
  /// - Returns: a number for what was asked for, or nil where the answers are right for this page alone.
  func endPart() -> Int?

  /// Whether all that a part has asked for would be answered alike on the page that is being rendered; then it counts as
  /// asked for. The objects that the part began with are the same.
  func usePart(_ part: Int) -> Bool
}

extension DataModel {
  /// No object has a text of its own.
  public func text(of object: ObjectRef, scratch: inout Scratch) -> Value? { nil }

  /// No functions.
  public func call(
    _ function: Int, _ arguments: borrowing Arguments, scratch: inout Scratch
  ) throws(TemplateFailure) -> Value {
    .undefined
  }

  /// Parts are not watched.
  public func beginPart() {}

  /// No part is on other pages, too.
  public func endPart() -> Int? { nil }

  /// There are no parts.
  public func usePart(_ part: Int) -> Bool { false }

  /// No filters.
  public func filter(
    _ filter: Int, _ arguments: borrowing Arguments, scratch: inout Scratch
  ) throws(TemplateFailure) -> Value {
    .undefined
  }
}
