internal import ByteText

/// The hashes of the groups of fields of one paper.
public struct PaperFingerprints: BitwiseCopyable, Hashable, Sendable {
  // One for each group, in the order of their numbers.
  private var title = Fingerprint()
  private var abstract = Fingerprint()
  private var summary = Fingerprint()
  private var byline = Fingerprint()
  private var dates = Fingerprint()
  private var counts = Fingerprint()
  private var links = Fingerprint()
  private var tags = Fingerprint()
  private var details = Fingerprint()
  private var extra = Fingerprint()

  /// The hashes of nothing.
  init() {}

  /// The hashes of a record. Linear in its text.
  ///
  /// - Parameter source: the lists and the texts that the record refers to.
  init(_ paper: Paper, in source: some RecordSource) {
    add(.record, of: paper, in: source)
  }

  /// Computes the hashes of some groups anew.
  mutating func update(_ groups: FieldGroups, of paper: Paper, in source: some RecordSource) {
    for group in groups.members { self[group] = Fingerprint() }
    add(groups, of: paper, in: source)
  }

  private mutating func add(_ groups: FieldGroups, of paper: Paper, in source: some RecordSource) {
    let hasher = FieldHasher(source: source)
    withUnsafeBytes(of: paper) { row in
      for field in PaperLayout.current.hashed where groups.contains(FieldGroups(field.group)) {
        hasher.add(field, of: row, to: &self[field.group])
      }
    }
  }

  /// The hash of a group.
  subscript(group: FieldGroup) -> Fingerprint {
    get {
      let place = Self.place(of: group)
      return withUnsafeBytes(of: self) { $0.loadUnaligned(fromByteOffset: place, as: Fingerprint.self) }
    }
    set {
      let place = Self.place(of: group)
      withUnsafeMutableBytes(of: &self) { $0.storeBytes(of: newValue, toByteOffset: place, as: Fingerprint.self) }
    }
  }

  private static func place(of group: FieldGroup) -> Int { Int(group.rawValue) * MemoryLayout<Fingerprint>.stride }

  /// One hash of some groups.
  public func hash(of groups: FieldGroups) -> UInt64 {
    var hash = Fingerprint()
    var rest = groups.intersection(.record).rawValue
    withUnsafeBytes(of: self) { hashes in
      while rest != 0 {
        let place = rest.trailingZeroBitCount * MemoryLayout<Fingerprint>.stride
        hash.combine(hashes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        rest &= rest &- 1
      }
    }
    return hash.value
  }
}
