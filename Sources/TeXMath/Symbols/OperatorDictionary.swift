/// How browsers space an operator that says nothing itself: the operator dictionary of MathML Core, by the operator's
/// position in its row (first, last or between).
///
/// The ranges are those of MathML Core's appendix B; `Tests/Oracles/texmath` compares them with what a browser does.
struct OperatorSpacing: Equatable, BitwiseCopyable {
  /// The space before and after, in mu.
  var left: Int
  var right: Int

  static let none = OperatorSpacing(left: 0, right: 0)
}

/// The kinds of spacing of the operator dictionary.
enum OperatorCategory: UInt8 {
  /// Thick space on both sides: relations, arrows and all that the dictionary doesn't hold.
  case standard
  /// Nothing: fences, accents, postfix and prefix signs.
  case tight
  /// Thin space on both sides.
  case thin
  /// Medium space on both sides.
  case medium
  /// As `medium`, tight at the beginning of a row.
  case sign
  /// A thin space after it.
  case separator
  /// As `standard`, tight at the beginning of a row.
  case similar
  /// A vertical bar: as `standard`, tight at both ends of a row.
  case bar
  /// As `thin`, tight at the end of a row.
  case percent

  /// The spaces in the middle of a row, or at one of its ends.
  func spacing(isFirst: Bool, isLast: Bool) -> OperatorSpacing {
    switch self {
    case .standard: OperatorSpacing(left: 5, right: 5)
    case .tight: .none
    case .thin: OperatorSpacing(left: 3, right: 3)
    case .medium: OperatorSpacing(left: 4, right: 4)
    case .sign: isFirst ? .none : OperatorSpacing(left: 4, right: 4)
    case .separator: OperatorSpacing(left: 0, right: 3)
    case .similar: isFirst ? .none : OperatorSpacing(left: 5, right: 5)
    case .bar: isFirst || isLast ? .none : OperatorSpacing(left: 5, right: 5)
    case .percent: isLast ? .none : OperatorSpacing(left: 3, right: 3)
    }
  }

  /// The category of an operator of one character.
  init(of scalar: UInt32) {
    self =
      switch scalar {
      case 0x2B, 0x2D, 0xB1, 0x2212, 0x2213, 0x2795, 0x2796: .sign
      case 0x2C, 0x3A, 0x3B: .separator
      case 0x7C: .bar
      case 0x223C: .similar
      case 0x25, 0x5E: .percent
      default: OperatorCategory(ofCommon: scalar)
      }
  }

  private init(ofCommon scalar: UInt32) {
    if OperatorCategory.tightRanges.contains(where: { $0.contains(scalar) }) {
      self = .tight
    } else if OperatorCategory.thinRanges.contains(where: { $0.contains(scalar) }) {
      self = .thin
    } else if OperatorCategory.mediumRanges.contains(where: { $0.contains(scalar) }) {
      self = .medium
    } else {
      self = .standard
    }
  }

  private static let tightRanges: [ClosedRange<UInt32>] = [
    0x21...0x22, 0x26...0x29, 0x5B...0x5D, 0x5F...0x60, 0x7B...0x7E, 0xA8...0xA8, 0xAC...0xAC, 0xAF...0xB0,
    0xB2...0xB4, 0xB8...0xB9, 0x2C6...0x2C7, 0x2C9...0x2CB, 0x2CD...0x2CD, 0x2D8...0x2DA, 0x2DC...0x2DD, 0x2F7...0x2F7,
    0x302...0x302, 0x311...0x311,
    0x2016...0x2016, 0x2018...0x201F, 0x2032...0x2037, 0x203E...0x203E, 0x2057...0x2057, 0x2061...0x2064,
    0x20DB...0x20DC, 0x2200...0x2201, 0x2203...0x2204, 0x2206...0x2207, 0x221F...0x2222, 0x2234...0x2235,
    0x22BE...0x22BF, 0x2308...0x230B, 0x2310...0x2310, 0x2319...0x2319, 0x2322...0x2323, 0x2329...0x232A,
    0x23B4...0x23B5, 0x23CD...0x23CD, 0x23DC...0x23E1, 0x2772...0x2773, 0x27C0...0x27C0, 0x27E6...0x27EF,
    0x2980...0x2980, 0x2983...0x2999, 0x299B...0x29AF, 0x29D8...0x29DB, 0x29FC...0x29FD, 0x2AEC...0x2AED,
  ]

  private static let thinRanges: [ClosedRange<UInt32>] = [
    0x2A...0x2A, 0x2E...0x2E, 0x3F...0x40, 0xB7...0xB7, 0xD7...0xD7, 0x2022...0x2022, 0x2043...0x2043,
    0x220F...0x2211, 0x2217...0x2219, 0x222B...0x2233, 0x2240...0x2240, 0x2297...0x2297, 0x2299...0x229B,
    0x22A0...0x22A1, 0x22BA...0x22BA, 0x22C0...0x22C7, 0x22C9...0x22CC, 0x2305...0x2306, 0x27CB...0x27CB,
    0x27CD...0x27CD, 0x29C6...0x29C8, 0x29D4...0x29D7, 0x29E2...0x29E2, 0x2A00...0x2A1E, 0x2A2F...0x2A37,
    0x2A3B...0x2A3D, 0x2A3F...0x2A3F, 0x2A50...0x2A50, 0x2A64...0x2A65, 0x2ADC...0x2ADD, 0x2AFC...0x2AFC,
    0x2AFE...0x2AFF,
  ]

  private static let mediumRanges: [ClosedRange<UInt32>] = [
    0x2F...0x2F, 0xF7...0xF7, 0x2044...0x2044, 0x2214...0x2216, 0x2227...0x222A, 0x2236...0x2236,
    0x2238...0x2238, 0x228C...0x228E, 0x2293...0x2296, 0x2298...0x2298, 0x229D...0x229F, 0x22BB...0x22BD,
    0x22CE...0x22CF, 0x22D2...0x22D3, 0x2797...0x2797, 0x29B8...0x29B8, 0x29BC...0x29BC, 0x29C4...0x29C5,
    0x29F5...0x29FB, 0x2A1F...0x2A2E, 0x2A38...0x2A3A, 0x2A3E...0x2A3E, 0x2A40...0x2A4F, 0x2A51...0x2A63,
    0x2ADB...0x2ADB, 0x2AF6...0x2AF6, 0x2AFB...0x2AFB, 0x2AFD...0x2AFD,
  ]
}
