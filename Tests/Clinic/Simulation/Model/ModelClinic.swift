import Foundation
import SessionRecord

/// All that the clinic entered and was told is saved; values in memory, and nothing else.
struct ModelClinic {
  /// A head of a stream that is signed.
  struct Sealed: Hashable {
    let stream: EntryStream
    let entry: EntryNumber
  }

  let record: UUID
  private(set) var commits = 0
  /// By number.
  private(set) var sessions: [ModelSession] = []
  private(set) var courses: [PatientCode: [Entry]] = [:]
  /// In their order.
  private(set) var seals: [Sealed] = []
  private(set) var entries = 0
  private var ids: Set<EntryID> = []
  private var sealedStreams: Set<EntryStream> = []
  var patients: [Patient] = []
  var adoptions: [Adoption] = []
  /// The version that sessions are opened with.
  var terms: ClinicTerms?

  init(record: UUID) { self.record = record }

  subscript(number: SessionNumber) -> ModelSession? {
    sessions.indices.contains(number.value - 1) ? sessions[number.value - 1] : nil
  }

  func knows(_ id: EntryID?) -> Bool { id.map(ids.contains) ?? false }

  var nextSession: SessionNumber { SessionNumber(sessions.count + 1) }

  func openSession(of patient: PatientCode) -> ModelSession? {
    sessions.last { $0.patient.code == patient && $0.isOpen }
  }

  func count(in stream: EntryStream) -> Int {
    switch stream {
    case .session(let number): self[number]?.written.count ?? 0
    case .course(let patient): courses[patient]?.count ?? 0
    }
  }

  /// Takes in a commit as it is meant, held against what the record says that it added.
  mutating func take(
    _ additions: [Addition],
    found: (EntryStream) throws -> [Entry],
    at moment: Moment
  ) throws {
    for addition in additions {
      // A move adds to two streams, and to each under a number of its own.
      commits += 1
      try take(addition, found: found(addition.stream), at: moment)
    }
  }

  private mutating func take(
    _ addition: Addition,
    found: [Entry],
    at moment: Moment
  ) throws(Difference) {
    if let opening = addition.opening { sessions.append(opening) }
    var drafts = addition.drafts
    let zone = zone(of: addition)
    if case .session(let number) = addition.stream, let first = drafts.first,
      let by = self[number]?.step(at: moment), let step = ClockStep(by: by)
    {
      drafts.insert(
        ExpectedDraft(
          .clockStep(step),
          observed: zone.stamp(moment.now),
          by: first.author,
          in: first.room
        ),
        at: 0
      )
    }
    let new = Array(found.dropFirst(count(in: addition.stream)))
    guard new.count == drafts.count else {
      throw Difference(
        "what a commit added to \(addition.stream)",
        expected: drafts.map(\.content),
        found: new.map(\.content)
      )
    }
    for (draft, entry) in zip(drafts, new) {
      let expected = Entry(
        draft.draft(given: entry),
        stream: addition.stream,
        number: EntryNumber(count(in: addition.stream) + 1),
        commit: CommitNumber(commits),
        recorded: zone.stamp(moment.now),
        monotonic: moment.monotonic,
        record: record
      )
      try require("an entry of \(addition.stream)", expected, is: entry)
      guard ids.insert(entry.id).inserted else {
        throw Difference("an id", expected: "a new one", found: entry.id)
      }
      add(entry, unset: moment.unset)
    }
    seal(addition.stream)
  }

  private mutating func add(_ entry: Entry, unset: Instant) {
    entries += 1
    switch entry.stream {
    case .session(let number): sessions[number.value - 1].append(entry, unset: unset)
    case .course(let patient): courses[patient, default: []].append(entry)
    }
  }

  private func zone(of addition: Addition) -> ClinicZone {
    if let zone = addition.zone { return zone }
    switch addition.stream {
    case .session(let number): return self[number]?.zone ?? .utc
    case .course: return .berlin
    }
  }

  /// A course, a session that is over, and what was sealed before are sealed with each commit.
  private mutating func seal(_ stream: EntryStream) {
    if case .session(let number) = stream, self[number]?.isOpen ?? true,
      !sealedStreams.contains(stream)
    {
      return
    }
    sealedStreams.insert(stream)
    seals.append(Sealed(stream: stream, entry: EntryNumber(count(in: stream))))
  }
}
