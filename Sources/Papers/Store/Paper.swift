package import ByteText

/// A title, abstract or summary: as written, as HTML and as plain text. All are empty where the record has none.
package struct FormattedText: BitwiseCopyable, Sendable {
  /// As the author wrote it.
  package var source = TextRef.empty
  /// Safe HTML: inline for titles and summaries, `<p>` and other blocks for abstracts.
  package var html = TextRef.empty
  /// Plain text in one line, without markup of any kind.
  package var plain = TextRef.empty

  /// An absent text.
  package init() {}
}

/// A run of rows in one of the store's tables.
package struct ListRef: BitwiseCopyable, Hashable, Sendable {
  /// The first row.
  package var start: UInt32
  /// The number of rows.
  package var count: UInt32

  /// The rows from `start`; the empty list without arguments.
  package init(start: Int = 0, count: Int = 0) {
    self.start = UInt32(start)
    self.count = UInt32(count)
  }

  /// The rows' range.
  package var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
}

/// One author of one paper, as that paper gives them.
package struct Authorship: BitwiseCopyable, Sendable {
  /// The name, cleaned to plain text.
  package var name = TextRef.empty
  /// The ORCID iD without its host, or empty.
  package var orcid = TextRef.empty
  /// The affiliation, or empty.
  package var affiliation = TextRef.empty
  /// The author's own page, or empty.
  package var url = TextRef.empty

  /// An author without a name.
  package init() {}
}

/// An organization as a record gives it, or a submitter.
package struct Party: BitwiseCopyable, Sendable {
  /// The short name or key.
  package var name = TextRef.empty
  /// The name that is shown, or empty where it is `name`.
  package var fullname = TextRef.empty
  /// The address of a picture, or empty.
  package var avatar = TextRef.empty
  /// The page, or empty.
  package var url = TextRef.empty

  /// A party without a name.
  package init() {}
}

/// A link of a record, as `code` to a repository.
package struct PaperLink: BitwiseCopyable, Sendable {
  /// What it leads to: `arxiv`, `pdf`, `doi`, `code`, `project`, `video` or a name of the author's.
  package var kind: TextRef
  /// The address: http or https.
  package var url: TextRef

  /// A link.
  package init(kind: TextRef, url: TextRef) {
    self.kind = kind
    self.url = url
  }
}

/// A version of a paper.
package struct PaperVersion: BitwiseCopyable, Sendable {
  /// Its name, as `v2`.
  package var name: TextRef
  /// The stored form of `date`.
  package var storedDate: StoredMoment

  /// A version.
  package init(name: TextRef, date: Moment?) {
    self.name = name
    storedDate = StoredMoment(date)
  }

  /// When it came out, where known.
  package var date: Moment? {
    get { storedDate.value }
    set { storedDate.value = newValue }
  }
}

/// A record as it was read, checked and cleaned: trivial to copy, all texts in the store's segments.
///
/// What can be missing and what is true or false is stored in a form of which every pattern of bits is a value, under a
/// name of its own; the properties of the plain types are in `Paper+Values.swift`.
package struct Paper: BitwiseCopyable, Sendable {
  /// The file that the record is in: an index of `PaperStore.files`.
  package var file: UInt32 = 0
  /// The byte offset of the record's id in its file, for diagnostics.
  package var offset: UInt64 = 0
  /// The id, which is the page's path.
  package var id = TextRef.empty
  /// The identifier on arXiv without a version, where the paper is there, or empty.
  package var arXivID = TextRef.empty
  /// The DOI without its host, given or that of the arXiv identifier, or empty.
  package var doi = TextRef.empty
  /// The stored form of `format`.
  package var storedFormat = StoredFormat()
  /// The title.
  package var title = FormattedText()
  /// The abstract.
  package var abstract = FormattedText()
  /// One or two sentences.
  package var summary = FormattedText()
  /// Rows of `PaperStore.authorships`, in the paper's order.
  package var authors = ListRef()
  /// How many authors the paper has, listed or not.
  package var authorCount: UInt32 = 0
  /// The stored form of `organization`.
  package var storedOrganization = OptionalRow()
  /// The stored form of `published`.
  package var storedPublished = StoredMoment()
  /// The stored form of `updated`.
  package var storedUpdated = StoredMoment()
  /// Rows of `PaperStore.days`: ascending, without repetitions, never empty after loading.
  package var featured = ListRef()
  /// Rows of `PaperStore.texts`.
  package var tags = ListRef()
  /// Rows of `PaperStore.texts`.
  package var keywords = ListRef()
  /// Rows of `PaperStore.links`, those included that follow from the id or that the abstract has.
  package var links = ListRef()
  /// The stored form of `upvotes`.
  package var storedUpvotes = OptionalCount()
  /// The stored form of `comments`.
  package var storedComments = OptionalCount()
  /// The stored form of `stars`.
  package var storedStars = OptionalCount()
  /// The address of the discussion, or empty.
  package var discussion = TextRef.empty
  /// The stored form of `submittedBy`.
  package var storedSubmittedBy = OptionalRow()
  /// The address of a picture, or empty.
  package var thumbnail = TextRef.empty
  /// Rows of `PaperStore.texts`: addresses of pictures and videos.
  package var media = ListRef()
  /// Where it appeared, or empty.
  package var venue = TextRef.empty
  /// The journal reference, or empty.
  package var journalRef = TextRef.empty
  /// The licence, or empty.
  package var license = TextRef.empty
  /// Rows of `PaperStore.versions`.
  package var versions = ListRef()
  /// The stored form of `isWithdrawn`.
  package var storedIsWithdrawn = StoredFlag()
  /// The stored form of `isDaily`.
  package var storedIsDaily = StoredFlag()
  /// The stored form of `isDraft`.
  package var storedIsDraft = StoredFlag()
  /// Rows of `PaperStore.texts`: former ids.
  package var aliases = ListRef()
  /// The fields of a site's own, as a JSON object without white space, or empty.
  package var extra = TextRef.empty
  /// The hashes of all that a page can show of the record, by group of fields.
  package var fingerprints = PaperFingerprints()

  /// A record without fields.
  package init() {}
}
