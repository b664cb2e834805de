public import PaperText

/// The values of a record whose stored form is another one.
///
/// Each of them copies the record, which is a few hundred bytes. Code that reads one value of each of many rows takes it
/// from the stored form: `papers[row].storedUpvotes.value` reads four bytes.
extension Paper {
  /// How title, abstract and summary are written.
  public var format: TextFormat {
    get { storedFormat.value }
    set { storedFormat.value = newValue }
  }

  /// A row of `PaperStore.parties`, or nil.
  public var organization: UInt32? {
    get { storedOrganization.value }
    set { storedOrganization.value = newValue }
  }

  /// When the paper came out.
  public var published: Moment? {
    get { storedPublished.value }
    set { storedPublished.value = newValue }
  }

  /// When it was last changed.
  public var updated: Moment? {
    get { storedUpdated.value }
    set { storedUpdated.value = newValue }
  }

  /// The votes.
  public var upvotes: Int32? {
    get { storedUpvotes.value }
    set { storedUpvotes.value = newValue }
  }

  /// The number of comments.
  public var comments: Int32? {
    get { storedComments.value }
    set { storedComments.value = newValue }
  }

  /// The stars of the code repository.
  public var stars: Int32? {
    get { storedStars.value }
    set { storedStars.value = newValue }
  }

  /// A row of `PaperStore.parties`, or nil.
  public var submittedBy: UInt32? {
    get { storedSubmittedBy.value }
    set { storedSubmittedBy.value = newValue }
  }

  /// Whether the paper was withdrawn.
  public var isWithdrawn: Bool {
    get { storedIsWithdrawn.value }
    set { storedIsWithdrawn.value = newValue }
  }

  /// Whether the record comes from a day of the `daily_papers` API, so that others may list the paper again.
  public var isDaily: Bool {
    get { storedIsDaily.value }
    set { storedIsDaily.value = newValue }
  }

  /// Whether the record is a draft, which only `--drafts` shows.
  public var isDraft: Bool {
    get { storedIsDraft.value }
    set { storedIsDraft.value = newValue }
  }
}
