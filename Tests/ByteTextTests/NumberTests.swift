import ByteText
import Foundation
import Testing

/// Numbers in decimal against Foundation's.
@Suite struct NumberTests {
  private func written(_ write: (inout ByteBuffer) -> Void) -> String {
    var out = ByteBuffer(capacity: 1)
    write(&out)
    return String(bytes: out.span)
  }

  @Test func integers() {
    let powers = (0..<19).map { Int(pow(10.0, Double($0))) }
    for number in powers.flatMap({ [$0 - 1, $0, $0 + 1, -$0] }) + [.min, .max] {
      #expect(written { $0.append(decimal: number) } == String(number))
    }
  }

  @Test(arguments: [0, 7, 10, 99, 100, 2026, 12_345])
  func paddedIntegers(number: Int) {
    for width in 1...6 {
      #expect(written { $0.append(decimal: number, width: width) } == String(format: "%0\(width)ld", number))
    }
  }

  @Test func twoDigits() {
    for number in 0..<100 {
      #expect(written { $0.append(twoDigits: number) } == String(format: "%02d", number))
    }
  }
}
