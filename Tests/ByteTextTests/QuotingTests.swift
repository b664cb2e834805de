import ByteText
import Foundation
import Testing

/// JSON strings and URIs, with Foundation as the judge.
@Suite struct QuotingTests {
  private func text(_ write: (inout ByteBuffer) -> Void) -> String {
    var out = ByteBuffer()
    write(&out)
    return out.span.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  /// Every ASCII character at every place of a text that is longer than a machine word.
  private var texts: [String] {
    (0..<128).flatMap { byte in
      (0..<18).map { place in
        var text = [UInt8]("naïve words, eighteen".utf8)
        text.insert(UInt8(byte), at: place < 3 ? place : place + 2)
        return String(decoding: text, as: UTF8.self)
      }
    }
  }

  @Test(arguments: [false, true]) func quotedTextIsReadBackFromJSON(inScript: Bool) throws {
    for text in texts {
      let json = self.text { $0.append(quotingJSON: text, inScript: inScript) }
      #expect(try JSONDecoder().decode(String.self, from: Data(json.utf8)) == text)
      #expect(!inScript || !json.contains("<"))
    }
  }

  @Test func percentEncodingIsUndoneByFoundation() {
    for text in texts {
      var bytes = text
      let value = bytes.withUTF8 { utf8 in self.text { $0.append(percentEncodingValue: UnsafeRawBufferPointer(utf8)) } }
      #expect(value.removingPercentEncoding == text)
      #expect(value.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-._~%".contains($0)) })
    }
  }

  @Test func pathsAndAddressesKeepWhatMayStandInThem() {
    func path(_ text: String) -> String {
      self.text { out in text.utf8.span.withUnsafeBytes { out.append(percentEncodingPath: $0) } }
    }
    func uri(_ text: String) -> String {
      self.text { out in text.utf8.span.withUnsafeBytes { out.append(uriOf: $0) } }
    }
    #expect(path("a/b c?d#é%:@!$&'()*+,;=") == "a/b%20c%3Fd%23%C3%A9%25:@!$&'()*+,;=")
    #expect(
      uri("https://é.org/a b?c=d#e%20[f]\"<>\\^`{|}")
        == "https://%C3%A9.org/a%20b?c=d#e%20[f]%22%3C%3E%5C%5E%60%7B%7C%7D")
  }
}
