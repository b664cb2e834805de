/// Accents and letters of text, as they occur inside `\text{…}`.
enum TextAccent {
  /// The combining character for an accent command.
  static func combining(_ name: UInt8) -> UInt32? {
    switch name {
    case UInt8(ascii: "`"): 0x300
    case UInt8(ascii: "'"): 0x301
    case UInt8(ascii: "^"): 0x302
    case UInt8(ascii: "~"): 0x303
    case UInt8(ascii: "="): 0x304
    case UInt8(ascii: "."): 0x307
    case UInt8(ascii: "\""): 0x308
    case UInt8(ascii: "u"): 0x306
    case UInt8(ascii: "r"): 0x30A
    case UInt8(ascii: "H"): 0x30B
    case UInt8(ascii: "v"): 0x30C
    case UInt8(ascii: "c"): 0x327
    case UInt8(ascii: "k"): 0x328
    default: nil
    }
  }

  /// The letter that a command of text stands for.
  static func letter(_ name: ArraySlice<UInt8>) -> UInt32? {
    switch Array(name) {
    case Array("i".utf8): 0x131
    case Array("j".utf8): 0x237
    case Array("o".utf8): 0xF8
    case Array("O".utf8): 0xD8
    case Array("l".utf8): 0x142
    case Array("L".utf8): 0x141
    case Array("ss".utf8): 0xDF
    case Array("ae".utf8): 0xE6
    case Array("AE".utf8): 0xC6
    case Array("oe".utf8): 0x153
    case Array("OE".utf8): 0x152
    case Array("aa".utf8): 0xE5
    case Array("S".utf8): 0xA7
    case Array("P".utf8): 0xB6
    default: nil
    }
  }

  /// The character that Unicode has for a letter with a mark.
  static func composed(_ letter: UInt32, _ mark: UInt32) -> UInt32? {
    let base = letter == 0x131 ? 0x69 : letter
    var previous: UInt32?
    for scalar in pairs(with: mark).unicodeScalars {
      if let letter = previous {
        if letter == base { return scalar.value }
        previous = nil
      } else {
        previous = scalar.value
      }
    }
    return nil
  }

  /// Letters, each followed by the letter with the mark.
  private static func pairs(with mark: UInt32) -> String {
    switch mark {
    case 0x300: "AÀEÈIÌOÒUÙaàeèiìoòuùNǸnǹ"
    case 0x301: "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźGǴgǵ"
    case 0x302: "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷ"
    case 0x303: "AÃNÑOÕaãnñoõIĨiĩUŨuũ"
    case 0x304: "AĀaāEĒeēIĪiīOŌoōUŪuū"
    case 0x306: "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭ"
    case 0x307: "CĊcċEĖeėGĠgġIİZŻzż"
    case 0x308: "AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸ"
    case 0x30A: "AÅaåUŮuů"
    case 0x30B: "OŐoőUŰuű"
    case 0x30C: "CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzžAǍaǎIǏiǐOǑoǒUǓuǔGǦgǧKǨkǩjǰHȞhȟ"
    case 0x327: "CÇcçGĢgģKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţ"
    case 0x328: "AĄaąEĘeęIĮiįUŲuųOǪoǫ"
    default: ""
    }
  }
}
