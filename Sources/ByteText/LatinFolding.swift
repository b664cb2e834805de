/// Latin letters without their accents, in lower case: letters that have none are spelt with plain ones (`ß` → `ss`).
public enum LatinFolding {
  // One character for each scalar from U+00C0 and from U+1E00: a letter is itself, a digit for the pair of
  // letters in `pairs`, a full stop for a scalar that is no Latin letter or has no plain form.
  private static let latin: StaticString = """
    aaaaaa1ceeeeiiiidnooooo.ouuuuy32aaaaaa1ceeeeiiiidnooooo.ouuuuy3yaaaaaaccccccccddddeeeeeeeeeegggg\
    gggghhhhiiiiiiiiii55jjkkkllllllllllnnnnnnn99oooooo44rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
    bbbb..occdddd.eeeffg...ikkl..nnooo..pp.....ttttuu.vyyzz.............666777888aaiioouuuuuuuuuueaa\
    aa11ggggkkoooo..j666gg..nnaa11ooaaaaeeeeiiiioooorrrruuuusstt..hh.d..zzaaeeooooooooyylntj..acclts\
    z..bu.eejj..rryy
    """
  private static let latinAdditional: StaticString = """
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr\
    ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyas..2.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......
    """
  private static let pairs: [StaticString] = ["", "ae", "ss", "th", "oe", "ij", "dz", "lj", "nj", "ng"]
  private static let letters: [StaticString] = [
    "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "w",
    "x", "y", "z",
  ]
  private static let digits: [StaticString] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]

  /// The plain letters for a Latin letter or digit, or nil for any other scalar.
  public static func ascii(for scalar: Unicode.Scalar) -> StaticString? {
    switch scalar.value {
    case 0x30...0x39: digits[Int(scalar.value) - 0x30]
    case 0x41...0x5A, 0x61...0x7A: letters[Int(scalar.value | 0x20) - 0x61]
    case 0xC0...0x24F: plain(latin.utf8Start[Int(scalar.value) - 0xC0])
    case 0x1E00...0x1EFF: plain(latinAdditional.utf8Start[Int(scalar.value) - 0x1E00])
    default: nil
    }
  }

  private static func plain(_ code: UInt8) -> StaticString? {
    if ASCII.isDigit(code) { return pairs[Int(code) - 0x30] }
    return ASCII.isLetter(code) ? letters[Int(code) - 0x61] : nil
  }
}
