import ByteText

/// How the terms of a segment are divided between its files.
///
/// Terms that begin with a Latin letter or a digit are divided by fixed ranges of the alphabet, so that the beginning of
/// a word leads to few files: 256 ranges that are equally heavy in scientific English, or each second, fourth … border
/// of them where a segment has fewer files. Other terms are divided by the hash of their first sign, keys by that of the
/// whole key. What decides is the term alone, so an edit changes the files of its words and no other.
struct TermRanges: Sendable {
  /// The most files of a segment.
  static let mostFiles = 256
  /// About so many papers share a file.
  static let papersOfFile = 16

  /// The number of files: a power of two.
  let count: Int

  /// The division of a segment of so many papers.
  init(papers: Int) {
    var count = 1
    while count < Self.mostFiles, count * 2 * Self.papersOfFile <= papers { count *= 2 }
    self.count = count
  }

  /// Where the ranges after the first one begin.
  static let borders: [String] =
    """
    11 2 3 4 6 8 a ac acd ad addm ae ah al all am ana anh ao appr ard as ast au av b bas bb ben beu bio bo br bu ca caq \
    cat ch chb chk cl clj coe com comp compm con cone cons cont conto coo cos cr cs cu d dat de deg den deq det dev dif \
    diq disk dj don ds dy ec effi ek emi enc enh eq est evb ex exl expg ext f fam fei fim fio fm for fos frb fu g gan \
    gen genf gi go grb gt h har hem hig ho hp hv ib il impo in incr ine inh int inter into inv it jb jj k ke kn l lan \
    lat lear lep li lim lio lo los m mai man mas math md mee met mig mit mode moe mor mp mum na ne neu nj noo nq ob oe \
    ol oo oq ot ov p par pas pe perg ph pi pm por pp pred pret prj prod prom proposi ps q qub ra rar rea rech ree reh \
    relh reo rer resp ret ri roc rt sa sao sce sd seh sen set sh sho si sil sin sl sol sp spe spf stah stb str stru su \
    suf sup sv t tao te tes thc thep thp ti tol tr trak trf tv u unders unl ur ut vam vb vi vj w we wh wi wit worl xi \
    y yj z zhe
    """.split(separator: " ").map(String.init)

  /// The borders as numbers that compare like their bytes: all have at most eight.
  private static let keys = borders.map { BytePrefix.number($0.utf8.span) }

  /// The file of a term.
  func file(of term: Span<UInt8>) -> Int {
    guard let first = term.first else { return 0 }
    if first == SearchKey.mark { return Int(Self.hash(term.extracting(1..<term.count))) & (count - 1) }
    if first >= 0x80 { return Int(Self.hash(term.extracting(0..<Self.lengthOfSign(term)))) & (count - 1) }
    return Self.range(of: term) * count / Self.mostFiles
  }

  private static func range(of term: Span<UInt8>) -> Int {
    let key = BytePrefix.number(term)
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] <= key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func lengthOfSign(_ term: Span<UInt8>) -> Int {
    var length = 1
    while length < term.count, term[length] & 0xC0 == 0x80 { length += 1 }
    return length
  }

  /// FNV-1a with 32 bits.
  private static func hash(_ bytes: Span<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for index in bytes.indices { hash = (hash ^ UInt32(bytes[index])) &* 0x0100_0193 }
    return hash
  }
}

extension Span<UInt8> {
  fileprivate var first: UInt8? { isEmpty ? nil : self[0] }
}
