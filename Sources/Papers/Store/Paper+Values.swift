package import PaperText

/// The values of a record whose stored form is another one.
///
/// Each of them copies the record, which is a few hundred bytes. Code that reads one value of each of many rows takes it
/// from the stored form: `papers[row].storedUpvotes.value` reads four bytes.
extension Paper {
  /// How title, abstract and summary are written.
  package var format: TextFormat {
    get { storedFormat.value }
    set { storedFormat.value = newValue }
  }

  /// A row of `PaperStore.parties`, or nil.
  package var organization: UInt32? {
    get { storedOrganization.value }
    set { storedOrganization.value = newValue }
  }

  /// When the paper came out.
  package var published: Moment? {
    get { storedPublished.value }
    set { storedPublished.value = newValue }
  }

  /// When it was last changed.
  package var updated: Moment? {
    get { storedUpdated.value }
    set { storedUpdated.value = newValue }
  }

  /// The votes.
  package var upvotes: Int32? {
    get { storedUpvotes.value }
    set { storedUpvotes.value = newValue }
  }

  /// The number of comments.
  package var comments: Int32? {
    get { storedComments.value }
    set { storedComments.value = newValue }
  }

  /// The stars of the code repository.
  package var stars: Int32? {
    get { storedStars.value }
    set { storedStars.value = newValue }
  }

  /// A row of `PaperStore.parties`, or nil.
  package var submittedBy: UInt32? {
    get { storedSubmittedBy.value }
    set { storedSubmittedBy.value = newValue }
  }

  /// Whether the paper was withdrawn.
  package var isWithdrawn: Bool {
    get { storedIsWithdrawn.value }
    set { storedIsWithdrawn.value = newValue }
  }

  /// Whether the record comes from a day of the `daily_papers` API, so that others may list the paper again.
  package var isDaily: Bool {
    get { storedIsDaily.value }
    set { storedIsDaily.value = newValue }
  }

  /// Whether the record is a draft, which only `--drafts` shows.
  package var isDraft: Bool {
    get { storedIsDraft.value }
    set { storedIsDraft.value = newValue }
  }
}
