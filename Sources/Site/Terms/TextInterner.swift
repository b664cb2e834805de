import ByteText

/// Gives equal texts equal numbers, from 0 in the order in which they come first.
struct TextInterner {
  private var numbers = NumberTable()
  private var texts: [TextRef] = []

  /// How many different texts there are.
  var count: Int { texts.count }

  /// The number of a text, which is new where the text is.
  ///
  /// - Parameter builder: knows the bytes of any text that was interned, and of this one.
  mutating func intern(_ text: TextRef, in builder: SiteTextBuilder) -> (number: UInt32, isNew: Bool) {
    let wanted = builder.bytes(text)
    var key = Fingerprint(of: wanted)
    // Two texts with one hash are rare but can be made on purpose: the later one gets the next key.
    while let found = numbers[key.value] {
      if wanted.isEqual(to: builder.bytes(texts[Int(found)])) { return (found, false) }
      key.combine(1)
    }
    let number = UInt32(texts.count)
    numbers.insert(number, for: key.value)
    texts.append(text)
    return (number, true)
  }
}
