import ByteText
import PaperText

@testable import Papers

extension RecordField {
  /// A value that the field may have, as JSON, another one for each variant.
  func sample(_ variant: Int = 0) -> String {
    switch type {
    case .id: "\"id-\(name)-\(variant)\""
    case .format: variant == 0 ? "\"plain\"" : "\"markdown\""
    case .requiredText, .text, .line: "\"\(name) of *kind* \(variant)\""
    case .address, .resource: "\"https://\(name.replacing("_", with: "-")).example/\(variant)\""
    case .count: "\(7 + variant)"
    case .authorCount: "\(70 + variant)"
    case .flag: variant == 0 ? "true" : "false"
    case .moment, .days: "\"2023-0\(variant + 1)-02\""
    case .lines: "[\"\(name) \(variant)\", \"both\"]"
    case .resources: "[\"https://a.example/\(variant)\", \"/b.png\"]"
    case .ids: "[\"old/\(variant)\"]"
    case .people:
      #"["Ada \#(variant)", {"name": "Bo", "orcid": "0000-0002-1825-0097", "affiliation": "Y", "url": "https://b.example"}]"#
    case .party:
      #"{"name": "o\#(variant)", "fullname": "Org", "avatar": "/\#(name).png", "url": "https://o.example"}"#
    case .links: #"{"code": "https://code.example/\#(variant)", "slides": ["https://s.example/1"]}"#
    case .versions: #"["v1", {"name": "v2", "date": "2024-05-0\#(variant + 1)T01:02:03Z"}]"#
    case .mapping: #"{"datasets": ["A\#(variant)", "B"], "a": {"b": 1.50}, "none": null, "yes": true}"#
    }
  }
}

extension PaperStore {
  /// The value of a field in words, whatever its type is.
  func words(_ field: RecordField, of paper: Paper) -> String {
    func value<Value: BitwiseCopyable>(_ type: Value.Type) -> Value {
      withUnsafeBytes(of: paper) { $0.loadUnaligned(fromByteOffset: field.offset, as: type) }
    }
    switch field.type {
    case .id, .line, .address, .resource, .mapping: return string(value(TextRef.self))
    case .requiredText, .text:
      let text = value(FormattedText.self)
      return "\([text.source, text.html, text.plain].map(string))"
    case .format: return "\(value(StoredFormat.self).value)"
    case .count: return "\(String(describing: value(OptionalCount.self).value))"
    case .authorCount: return "\(value(UInt32.self))"
    case .flag: return "\(value(StoredFlag.self).value)"
    case .moment: return "\(String(describing: value(StoredMoment.self).value))"
    case .party:
      return value(OptionalRow.self).value.map { row in
        let party = parties[Int(row)]
        return "\([party.name, party.fullname, party.avatar, party.url].map(string))"
      } ?? "nobody"
    case .days: return "\(days(value(ListRef.self)))"
    case .lines, .resources, .ids: return "\(strings(value(ListRef.self)))"
    case .people:
      return "\(authorships[value(ListRef.self).range].map { [$0.name, $0.orcid, $0.affiliation, $0.url].map(string) })"
    case .links: return "\(links[value(ListRef.self).range].map { [$0.kind, $0.url].map(string) })"
    case .versions:
      return "\(versions[value(ListRef.self).range].map { "\(string($0.name)) \(String(describing: $0.date))" })"
    }
  }
}
