import ByteText
import Testing

/// Room in large pages is room as any other.
@Test(arguments: [0, 1000, 1 << 21])
func roomKeepsWhatAnArrayHolds(count: Int) {
  var numbers: [UInt64] = [3, 1, 4]
  numbers.reserveFilled(count)
  #expect(numbers == [3, 1, 4])
  #expect(numbers.capacity >= count)
  let room = numbers.capacity
  for number in numbers.count..<max(count, 3) { numbers.append(UInt64(number)) }
  #expect(numbers.capacity == room)
  #expect(numbers.prefix(3) == [3, 1, 4] && numbers.dropFirst(3).enumerated().allSatisfy { $1 == $0 + 3 })
}
