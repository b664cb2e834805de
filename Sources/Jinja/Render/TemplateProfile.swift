/// How often a template was rendered, included, extended or called, and how long it ran.
public struct TemplateProfile: Sendable {
  /// The template's name.
  public var name: String
  /// How often it was entered.
  public var renders: Int
  /// The time that passed in its own instructions, without the templates it entered; in the clock's unit.
  public var time: UInt64
}
