import Foundation
import SessionRecord

/// A session's log as a commit finds it, held for writing.
struct FoundLog {
  /// As it stands in the record.
  let written: [Entry]
  let lastHash: [UInt8]?
  /// What the closures of a commit see: by the clock as it is now and, where that was set since the last entry, with
  /// the step at its end, which is written before whatever they add.
  let shown: [Entry]
  /// The clock was set since the last entry.
  private let step: ClockStep?

  /// Of a session that is open; one that is over reads the same whatever becomes of the clock.
  init(_ written: [Entry], lastHash: [UInt8]?, at moment: CommitMoment) {
    self.written = written
    self.lastHash = lastHash
    let now = moment.recorded.instant
    if let last = written.last, let step = ClockStep(since: last, to: now, moment.monotonic),
      Chart(written).closing == nil
    {
      self.step = step
      let entry = Entry(
        FoundLog.draft(of: step, at: moment, by: last.author, in: last.draft.room),
        stream: last.stream,
        number: EntryNumber(written.count + 1),
        commit: CommitNumber(last.commit.value &+ 1),
        recorded: moment.recorded,
        monotonic: moment.monotonic,
        record: last.record
      )
      shown = (written + [entry]).onOneClock()
    } else {
      step = nil
      shown = written.onOneClock()
    }
  }

  /// What is written: the step first, by whoever came upon it.
  func withStep(_ drafts: [Draft], at moment: CommitMoment) -> [Draft] {
    guard let step, let first = drafts.first else { return drafts }
    return [FoundLog.draft(of: step, at: moment, by: first.author, in: first.room)] + drafts
  }

  private static func draft(
    of step: ClockStep,
    at moment: CommitMoment,
    by author: ClinicianCode,
    in room: String?
  ) -> Draft {
    Draft(
      id: EntryID(UUID.drawn()),
      observed: moment.recorded,
      author: author,
      room: room,
      content: .clockStep(step)
    )
  }
}
