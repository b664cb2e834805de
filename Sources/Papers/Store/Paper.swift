public import ByteText

/// A title, abstract or summary: as written, as HTML and as plain text. All are empty where the record has none.
public struct FormattedText: BitwiseCopyable, Sendable {
  /// As the author wrote it.
  public var source = TextRef.empty
  /// Safe HTML: inline for titles and summaries, `<p>` and other blocks for abstracts.
  public var html = TextRef.empty
  /// Plain text in one line, without markup of any kind.
  public var plain = TextRef.empty

  /// An absent text.
  public init() {}
}

/// A run of rows in one of the store's tables.
public struct ListRef: BitwiseCopyable, Hashable, Sendable {
  /// The first row.
  public var start: UInt32
  /// The number of rows.
  public var count: UInt32

  /// The rows from `start`; the empty list without arguments.
  public init(start: Int = 0, count: Int = 0) {
    self.start = UInt32(start)
    self.count = UInt32(count)
  }

  /// The rows' range.
  public var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
}

/// One author of one paper, as that paper gives them.
public struct Authorship: BitwiseCopyable, Sendable {
  /// The name, cleaned to plain text.
  public var name = TextRef.empty
  /// The ORCID iD without its host, or empty.
  public var orcid = TextRef.empty
  /// The affiliation, or empty.
  public var affiliation = TextRef.empty
  /// The author's own page, or empty.
  public var url = TextRef.empty

  /// An author without a name.
  public init() {}
}

/// An organization as a record gives it, or a submitter.
public struct Party: BitwiseCopyable, Sendable {
  /// The short name or key.
  public var name = TextRef.empty
  /// The name that is shown, or empty where it is `name`.
  public var fullname = TextRef.empty
  /// The address of a picture, or empty.
  public var avatar = TextRef.empty
  /// The page, or empty.
  public var url = TextRef.empty

  /// A party without a name.
  public init() {}
}

/// A link of a record, as `code` to a repository.
public struct PaperLink: BitwiseCopyable, Sendable {
  /// What it leads to: `arxiv`, `pdf`, `doi`, `code`, `project`, `video` or a name of the author's.
  public var kind: TextRef
  /// The address: http or https.
  public var url: TextRef

  /// A link.
  public init(kind: TextRef, url: TextRef) {
    self.kind = kind
    self.url = url
  }
}

/// A version of a paper.
public struct PaperVersion: BitwiseCopyable, Sendable {
  /// Its name, as `v2`.
  public var name: TextRef
  /// The stored form of `date`.
  public var storedDate: StoredMoment

  /// A version.
  public init(name: TextRef, date: Moment?) {
    self.name = name
    storedDate = StoredMoment(date)
  }

  /// When it came out, where known.
  public var date: Moment? {
    get { storedDate.value }
    set { storedDate.value = newValue }
  }
}

/// A record as it was read, checked and cleaned: trivial to copy, all texts in the store's segments.
///
/// What can be missing and what is true or false is stored in a form of which every pattern of bits is a value, under a
/// name of its own; the properties of the plain types are in `Paper+Values.swift`.
public struct Paper: BitwiseCopyable, Sendable {
  /// The file that the record is in: an index of `PaperStore.files`.
  public var file: UInt32 = 0
  /// The byte offset of the record's id in its file, for diagnostics.
  public var offset: UInt64 = 0
  /// The id, which is the page's path.
  public var id = TextRef.empty
  /// The identifier on arXiv without a version, where the paper is there, or empty.
  public var arXivID = TextRef.empty
  /// The DOI without its host, given or that of the arXiv identifier, or empty.
  public var doi = TextRef.empty
  /// The stored form of `format`.
  public var storedFormat = StoredFormat()
  /// The title.
  public var title = FormattedText()
  /// The abstract.
  public var abstract = FormattedText()
  /// One or two sentences.
  public var summary = FormattedText()
  /// Rows of `PaperStore.authorships`, in the paper's order.
  public var authors = ListRef()
  /// How many authors the paper has, listed or not.
  public var authorCount: UInt32 = 0
  /// The stored form of `organization`.
  public var storedOrganization = OptionalRow()
  /// The stored form of `published`.
  public var storedPublished = StoredMoment()
  /// The stored form of `updated`.
  public var storedUpdated = StoredMoment()
  /// Rows of `PaperStore.days`: ascending, without repetitions, never empty after loading.
  public var featured = ListRef()
  /// Rows of `PaperStore.texts`.
  public var tags = ListRef()
  /// Rows of `PaperStore.texts`.
  public var keywords = ListRef()
  /// Rows of `PaperStore.links`, those included that follow from the id or that the abstract has.
  public var links = ListRef()
  /// The stored form of `upvotes`.
  public var storedUpvotes = OptionalCount()
  /// The stored form of `comments`.
  public var storedComments = OptionalCount()
  /// The stored form of `stars`.
  public var storedStars = OptionalCount()
  /// The address of the discussion, or empty.
  public var discussion = TextRef.empty
  /// The stored form of `submittedBy`.
  public var storedSubmittedBy = OptionalRow()
  /// The address of a picture, or empty.
  public var thumbnail = TextRef.empty
  /// Rows of `PaperStore.texts`: addresses of pictures and videos.
  public var media = ListRef()
  /// Where it appeared, or empty.
  public var venue = TextRef.empty
  /// The journal reference, or empty.
  public var journalRef = TextRef.empty
  /// The licence, or empty.
  public var license = TextRef.empty
  /// Who paid for the work, or empty.
  public var funding = TextRef.empty
  /// Rows of `PaperStore.versions`.
  public var versions = ListRef()
  /// The stored form of `isWithdrawn`.
  public var storedIsWithdrawn = StoredFlag()
  /// The stored form of `isDaily`.
  public var storedIsDaily = StoredFlag()
  /// The stored form of `isDraft`.
  public var storedIsDraft = StoredFlag()
  /// Rows of `PaperStore.texts`: former ids.
  public var aliases = ListRef()
  /// The fields of a site's own, as a JSON object without white space, or empty.
  public var extra = TextRef.empty
  /// The hashes of all that a page can show of the record, by group of fields.
  public var fingerprints = PaperFingerprints()

  /// A record without fields.
  public init() {}
}
