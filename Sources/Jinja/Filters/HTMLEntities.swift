/// The named characters of HTML 4 and the replacement of character references.
enum HTMLEntities {
  /// Text with character references replaced by the characters that they name, as Python's `html.unescape` does for these names.
  static func unescape(_ source: [UInt8]) -> [UInt8] {
    guard source.contains(UInt8(ascii: "&")) else { return source }
    var out: [UInt8] = []
    var index = 0
    while index < source.count {
      if source[index] == UInt8(ascii: "&"), let (text, end) = reference(source, index + 1) {
        out += text
        index = end
      } else {
        out.append(source[index])
        index += 1
      }
    }
    return out
  }

  private static func reference(_ source: [UInt8], _ start: Int) -> ([UInt8], Int)? {
    guard start < source.count else { return nil }
    if source[start] == UInt8(ascii: "#") { return number(source, start + 1) }
    var end = start
    while end < source.count, end - start < 32, isAlphanumeric(source[end]) { end += 1 }
    let name = String(decoding: source[start..<end], as: UTF8.self)
    if end < source.count, source[end] == UInt8(ascii: ";"), let known = named[name] {
      return (known.text, end + 1)
    }
    for length in stride(from: end - start, to: 1, by: -1) {
      let prefix = String(decoding: source[start..<start + length], as: UTF8.self)
      if let known = named[prefix], known.isLegacy { return (known.text, start + length) }
    }
    return nil
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (byte >= 48 && byte <= 57) || ((byte | 0x20) >= 97 && (byte | 0x20) <= 122)
  }

  private static func number(_ source: [UInt8], _ start: Int) -> ([UInt8], Int)? {
    let isHex = start < source.count && source[start] | 0x20 == UInt8(ascii: "x")
    let first = isHex ? start + 1 : start
    var (end, value) = (first, 0)
    while end < source.count, let digit = Character(Unicode.Scalar(source[end])).hexDigitValue, isHex || digit < 10 {
      value = min(value * (isHex ? 16 : 10) + digit, 0x11_0000)
      end += 1
    }
    if end == first { return nil }
    if end < source.count, source[end] == UInt8(ascii: ";") { end += 1 }
    return (text(of: value), end)
  }

  private static func text(of number: Int) -> [UInt8] {
    if (0x80...0x9F).contains(number), windows1252[number - 0x80] != 0 {
      return text(of: windows1252[number - 0x80])
    }
    if number == 0x0D { return [0x0D] }
    if (1...8).contains(number) || (0x0E...0x1F).contains(number) || (0x7F...0x9F).contains(number) || number == 0x0B {
      return []
    }
    guard number > 0, let scalar = Unicode.Scalar(UInt32(number)) else { return Array("\u{FFFD}".utf8) }
    return Array(String(scalar).utf8)
  }

  private static let windows1252 = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ].map { $0 < 0xA0 ? 0 : $0 }

  private static let named: [String: (text: [UInt8], isLegacy: Bool)] = {
    var named: [String: (text: [UInt8], isLegacy: Bool)] = [:]
    for entry in table.split(separator: ",") {
      let parts = entry.split(whereSeparator: { $0 == " " || $0 == "\n" })
      let isLegacy = parts[1].hasSuffix("!")
      let digits = isLegacy ? parts[1].dropLast() : parts[1]
      if let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) {
        named[String(parts[0])] = (Array(String(scalar).utf8), isLegacy)
      }
    }
    return named
  }()

  /// Name and code point; `!` marks names that count without a semicolon too.
  private static let table = """
    AElig C6!, AMP 26!, Aacute C1!, Acirc C2!, Agrave C0!, Alpha 391, Aring C5!, Atilde C3!, Auml C4!, Beta 392,
    COPY A9!, Ccedil C7!, Chi 3A7, Dagger 2021, Delta 394, ETH D0!, Eacute C9!, Ecirc CA!, Egrave C8!,
    Epsilon 395, Eta 397, Euml CB!, GT 3E!, Gamma 393, Iacute CD!, Icirc CE!, Igrave CC!, Iota 399, Iuml CF!,
    Kappa 39A, LT 3C!, Lambda 39B, Mu 39C, Ntilde D1!, Nu 39D, OElig 152, Oacute D3!, Ocirc D4!, Ograve D2!,
    Omega 3A9, Omicron 39F, Oslash D8!, Otilde D5!, Ouml D6!, Phi 3A6, Pi 3A0, Prime 2033, Psi 3A8, QUOT 22!,
    REG AE!, Rho 3A1, Scaron 160, Sigma 3A3, THORN DE!, Tau 3A4, Theta 398, Uacute DA!, Ucirc DB!, Ugrave D9!,
    Upsilon 3A5, Uuml DC!, Xi 39E, Yacute DD!, Yuml 178, Zeta 396, aacute E1!, acirc E2!, acute B4!, aelig E6!,
    agrave E0!, alefsym 2135, alpha 3B1, amp 26!, and 2227, ang 2220, apos 27, aring E5!, asymp 2248, atilde E3!,
    auml E4!, bdquo 201E, beta 3B2, brvbar A6!, bull 2022, cap 2229, ccedil E7!, cedil B8!, cent A2!, chi 3C7,
    circ 2C6, clubs 2663, cong 2245, copy A9!, crarr 21B5, cup 222A, curren A4!, dArr 21D3, dagger 2020,
    darr 2193, deg B0!, delta 3B4, diams 2666, divide F7!, eacute E9!, ecirc EA!, egrave E8!, empty 2205,
    emsp 2003, ensp 2002, epsilon 3B5, equiv 2261, eta 3B7, eth F0!, euml EB!, euro 20AC, exist 2203, fnof 192,
    forall 2200, frac12 BD!, frac14 BC!, frac34 BE!, frasl 2044, gamma 3B3, ge 2265, gt 3E!, hArr 21D4,
    harr 2194, hearts 2665, hellip 2026, iacute ED!, icirc EE!, iexcl A1!, igrave EC!, image 2111, infin 221E,
    int 222B, iota 3B9, iquest BF!, isin 2208, iuml EF!, kappa 3BA, lArr 21D0, lambda 3BB, lang 2329, laquo AB!,
    larr 2190, lceil 2308, ldquo 201C, le 2264, lfloor 230A, lowast 2217, loz 25CA, lrm 200E, lsaquo 2039,
    lsquo 2018, lt 3C!, macr AF!, mdash 2014, micro B5!, middot B7!, minus 2212, mu 3BC, nabla 2207, nbsp A0!,
    ndash 2013, ne 2260, ni 220B, not AC!, notin 2209, nsub 2284, ntilde F1!, nu 3BD, oacute F3!, ocirc F4!,
    oelig 153, ograve F2!, oline 203E, omega 3C9, omicron 3BF, oplus 2295, or 2228, ordf AA!, ordm BA!,
    oslash F8!, otilde F5!, otimes 2297, ouml F6!, para B6!, part 2202, permil 2030, perp 22A5, phi 3C6, pi 3C0,
    piv 3D6, plusmn B1!, pound A3!, prime 2032, prod 220F, prop 221D, psi 3C8, quot 22!, rArr 21D2, radic 221A,
    rang 232A, raquo BB!, rarr 2192, rceil 2309, rdquo 201D, real 211C, reg AE!, rfloor 230B, rho 3C1, rlm 200F,
    rsaquo 203A, rsquo 2019, sbquo 201A, scaron 161, sdot 22C5, sect A7!, shy AD!, sigma 3C3, sigmaf 3C2,
    sim 223C, spades 2660, sub 2282, sube 2286, sum 2211, sup 2283, sup1 B9!, sup2 B2!, sup3 B3!, supe 2287,
    szlig DF!, tau 3C4, there4 2234, theta 3B8, thetasym 3D1, thinsp 2009, thorn FE!, tilde 2DC, times D7!,
    trade 2122, uArr 21D1, uacute FA!, uarr 2191, ucirc FB!, ugrave F9!, uml A8!, upsih 3D2, upsilon 3C5,
    uuml FC!, weierp 2118, xi 3BE, yacute FD!, yen A5!, yuml FF!, zeta 3B6, zwj 200D, zwnj 200C
    """
}
