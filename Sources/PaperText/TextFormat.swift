/// How a title or an abstract is written.
public enum TextFormat: UInt8, CaseIterable, BitwiseCopyable, Sendable {
  /// TeX text as arXiv has it: `$` opens math.
  case tex
  /// CommonMark with protected math.
  case markdown
  /// Plain text; nothing in it is special.
  case plain
  /// The text of the `daily_papers` API: `$` is money, TeX escapes are undone.
  case daily
}
