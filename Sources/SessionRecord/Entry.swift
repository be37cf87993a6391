package import Foundation

/// Where an entry came from.
package enum Source: Hashable {
  case typed
  case imported(document: String)
  case device(String)
  case page
  /// Transcribed from a paper chart.
  case paper
  /// A linked copy of an entry that was made in the wrong session.
  case copy(of: SessionNumber, EntryNumber)

  /// Stored as of when it happened, of which the record learned afterwards: what the rules decide as of a
  /// commit, they decide of such an entry as of when it was observed.
  package var isAfterwards: Bool {
    switch self {
    case .paper, .copy: true
    case .typed, .imported, .device, .page: false
    }
  }
}

/// Time that does not step, and the boot in which it counts.
package struct MonotonicTime: Hashable {
  package let nanoseconds: Int
  /// The machine's boot id; nil where it has none.
  package let boot: UUID?

  package init(nanoseconds: Int, boot: UUID?) {
    self.nanoseconds = nanoseconds
    self.boot = boot
  }
}

/// An entry before it has a place in the log.
package struct Draft: Hashable {
  package let id: EntryID
  package let observed: Stamp
  package let author: ClinicianCode
  /// Who saw it, where that is not the author.
  package let observer: ClinicianCode?
  package let source: Source
  package let room: String?
  package let content: Content

  package init(
    id: EntryID,
    observed: Stamp,
    author: ClinicianCode,
    observer: ClinicianCode? = nil,
    source: Source = .typed,
    room: String? = nil,
    content: Content
  ) {
    self.id = id
    self.observed = observed
    self.author = author
    self.observer = observer
    self.source = source
    self.room = room
    self.content = content
  }
}

/// One thing that happened, as the log holds it: numbered, authored, never changed.
package struct Entry: Hashable {
  package let draft: Draft
  package let stream: EntryStream
  package let number: EntryNumber
  package let commit: CommitNumber
  package let recorded: Stamp
  package let monotonic: MonotonicTime
  /// The record (site) that the entry was made in.
  package let record: UUID
  /// How far its times are from what stands in the log, since the clock was set afterwards; see `onOneClock`.
  package let clockMovedBy: TimeSpan

  package init(
    _ draft: Draft,
    stream: EntryStream,
    number: EntryNumber,
    commit: CommitNumber,
    recorded: Stamp,
    monotonic: MonotonicTime,
    record: UUID,
    clockMovedBy: TimeSpan = TimeSpan(milliseconds: 0)
  ) {
    self.draft = draft
    self.stream = stream
    self.number = number
    self.commit = commit
    self.recorded = recorded
    self.monotonic = monotonic
    self.record = record
    self.clockMovedBy = clockMovedBy
  }

  package var id: EntryID { draft.id }
  package var observed: Stamp { draft.observed }
  package var author: ClinicianCode { draft.author }
  package var observer: ClinicianCode? { draft.observer }
  package var source: Source { draft.source }
  package var content: Content { draft.content }

  /// Whether a closing, which this is, was one act with a decision: stored in its commit.
  ///
  /// The copies of a whole session are one commit, where it is the entry just before the closing.
  package func isOneAct(with decision: Entry) -> Bool {
    guard commit == decision.commit else { return false }
    guard case .copy = source else { return true }
    return decision.number.value + 1 == number.value
  }

  /// Who did what it says: on a transcribed chart the one who is named as observer.
  package var doneBy: ClinicianCode { source == .paper ? observer ?? author : author }

  private static let lateAfter = TimeSpan.minutes(10)  // Vigil's own

  /// Typed more than ten minutes after it was observed; imports are marked *imported* instead.
  package var isLate: Bool {
    source == .typed && recorded.instant - observed.instant > Entry.lateAfter
  }
}
