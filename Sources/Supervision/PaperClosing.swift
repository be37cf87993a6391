import Foundation
import Monitoring
import RecordStore
import SessionRecord

extension PaperTime {
  /// The end of the chart: refused before what it says last, too.
  func closing(of chart: Chart, by now: Instant, _ terms: SessionTerms) throws -> Stamp {
    let stamp = try stamp(on: chart, by: now, terms)
    if let last = PaperTime.last(of: chart), stamp.instant < last.observed.instant {
      throw PaperRefusal.closedBefore(last.number, at: last.observed, closing: stamp.clock)
    }
    if let last = chart.lastLive, stamp.instant < last.observed.instant {
      throw PaperRefusal.closedBeforeLive(
        last.number,
        last.content.kind,
        at: last.observed,
        closing: stamp.clock,
        session: terms.session.number
      )
    }
    return stamp
  }
}

extension SessionFold {
  /// As it will be with a closing from paper, which stops the clock when the chart ends.
  func closed(
    at closed: Stamp,
    after log: [Entry],
    by author: ClinicianCode,
    at moment: CommitMoment
  ) -> SessionFold {
    guard let last = log.last else { return self }
    let closing = Draft(
      id: EntryID(UUID.drawn()),
      observed: closed,
      author: author,
      source: .paper,
      content: .closed
    )
    return continued(by: [
      Entry(
        closing,
        stream: last.stream,
        number: EntryNumber(log.count + 1),
        commit: CommitNumber(last.commit.value.addingReportingOverflow(1).partialValue),
        recorded: moment.recorded,
        monotonic: moment.monotonic,
        record: last.record
      )
    ])
  }
}

extension Chart {
  /// The newest that was entered as it happened in a session that was opened so: it still went on then.
  ///
  /// Corrections and reviews say nothing of that, nor does what is acknowledged after the first line of a
  /// paper chart, when the chart is copied.
  fileprivate var lastLive: ChartEntry? {
    guard entries.first?.original.source.isLive == true else { return nil }
    let copied = entries.first { $0.original.source == .paper }?.number
    return entries.filter { entry in
      guard !entry.isVoid, entry.original.source.isLive else { return false }
      switch entry.content {
      case .acknowledgement: return copied.map { entry.number < $0 } ?? true
      case .vitals, .effect, .dose, .infusion, .check, .waste, .scale, .action, .note, .mark,
        .deferred, .leaving, .presence, .assigned, .screening(.decision):
        return true
      case .opened, .closed, .screening, .verification, .amendment, .void, .review, .addendum,
        .followUp, .course, .moved, .clockStep:
        return false
      }
    }.max { $0.observed.instant < $1.observed.instant }
  }
}

extension Source {
  /// Typed as it happened.
  fileprivate var isLive: Bool {
    switch self {
    case .typed, .page: true
    case .imported, .device, .paper, .copy: false
    }
  }
}
