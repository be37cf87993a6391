import SessionRecord

/// What has to become of an act.
enum Expectation {
  /// Nothing is added, and somebody is told why.
  case refused
  /// In one commit, in this order.
  case saved([Addition])
  /// It is taken, and nothing is added.
  case unchanged
  /// The rules decide; if it is taken, it is so.
  case either([Addition])
}

/// What a commit adds to one stream.
struct Addition {
  let stream: EntryStream
  let drafts: [ExpectedDraft]
  /// Of a session that it opens.
  var opening: ModelSession?
  /// By which clock it is recorded; nil for that of the session.
  var zone: ClinicZone?

  init(_ stream: EntryStream, _ drafts: [ExpectedDraft], opening: ModelSession? = nil) {
    self.stream = stream
    self.drafts = drafts
    self.opening = opening
  }
}

/// An entry as it is meant.
struct ExpectedDraft {
  /// Nil where the record gives it one.
  var id: EntryID?
  let observed: Stamp
  let author: ClinicianCode
  var observer: ClinicianCode?
  var source: Source = .typed
  let room: String?
  let content: Content
  /// Where the model does not say every word of it: takes from what was found what it leaves to it.
  var filling: ((Content) -> Content)?

  init(
    _ content: Content,
    observed: Stamp,
    by author: ClinicianCode,
    in room: String?,
    id: EntryID? = nil
  ) {
    self.id = id
    self.observed = observed
    self.author = author
    self.room = room
    self.content = content
  }

  /// The draft as the record has to have it, given what it has.
  func draft(given found: Entry) -> Draft {
    Draft(
      id: id ?? found.id,
      observed: observed,
      author: author,
      observer: observer,
      source: source,
      room: room,
      content: filling?(found.content) ?? content
    )
  }
}
