import ByteText
import Testing

@testable import Site

@Suite struct AssetTableTests {
  private func paths(_ path: String, _ bytes: [UInt8]) -> [String] {
    AssetTable([StaticFile(path: path, bytes: FrozenBytes(copying: bytes.span), source: path)]).paths
  }

  @Test func theHashIsBeforeTheExtension() {
    let text = Array("hello".utf8)
    let hash = ContentHash(of: text.span).hexadecimal
    #expect(paths("a.b/style.min.css", text) == ["a.b/style.min.\(hash).css"])
    #expect(paths(".well-known/.hidden", text) == [".well-known/.hidden.\(hash)"])
    #expect(hash == "46fb7408d4f285228f4af516ea25851b")
  }

  /// Two files of one fingerprint, which can be made, have names of their own.
  @Test func forgedFilesHaveNamesOfTheirOwn() throws {
    let zero = withUnsafeBytes(of: UInt64(0xa076_1d64_78bd_642f).littleEndian, Array.init)
    let (good, evil) = (zero + Array("good one".utf8), zero + Array("evil one".utf8))
    let fingerprints = [good, evil].map { Fingerprint(of: $0.span) }
    try #require(fingerprints[0] == fingerprints[1])
    #expect(paths("x.bin", good) != paths("x.bin", evil))
  }
}
