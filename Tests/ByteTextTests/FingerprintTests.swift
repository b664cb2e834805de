import ByteText
import Testing

@Suite struct FingerprintTests {
  /// Files of earlier versions hold these numbers.
  @Test func theLastingFormNeverChanges() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    let hashes = [0, 1, 15, 16, 63, 64, 65, 1000].map { Fingerprint(lastingOf: Array(bytes[..<$0]).span).value }
    #expect(
      hashes == [
        12_561_477_420_451_575_865, 15_888_076_177_447_873_826, 14_494_913_240_952_713_650, 13_082_722_871_393_972_521,
        2_532_277_518_221_834_310, 335_767_947_366_223_572, 9_606_445_497_372_346_490, 7_202_661_376_669_675_021,
      ])
  }

  /// Short runs of every length, as a program in another language works them out.
  @Test func theLastingFormOfShortRunsIsAsDefined() {
    let bytes = (0..<100).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    let all = (0..<100).reduce(UInt64(0)) { $0 &* 31 &+ Fingerprint(lastingOf: Array(bytes[..<$1]).span).value }
    #expect(all == 12_946_700_584_667_190_945)
  }

  @Test func everyByteAndTheLengthCount() {
    let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    var seen: Set<UInt64> = []
    for length in 0..<300 { #expect(seen.insert(Fingerprint(of: Array(bytes[..<length]).span).value).inserted) }
    for index in 0..<300 {
      var other = bytes
      other[index] ^= 1
      #expect(seen.insert(Fingerprint(of: other.span).value).inserted)
    }
  }
}
