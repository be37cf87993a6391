import Monitoring
package import SessionRecord
import Shorthand

/// A time that is written on a paper chart.
package struct PaperTime {
  /// As it is written: `15:40`.
  package let clock: String
  /// Nil for the day of the last entry, and the next day where that would be more than twelve hours
  /// before it.
  package let date: CivilTime?

  package init(clock: String, date: CivilTime? = nil) {
    self.clock = clock
    self.date = date
  }

  /// On the session's clock; refused before its opening and in the future.
  func stamp(on chart: Chart, by now: Instant, _ terms: SessionTerms) throws -> Stamp {
    let opened = terms.session.opened
    let after = date == nil ? PaperTime.last(of: chart)?.observed ?? opened : nil
    let stamp = try LineContext(
      now: now,
      zone: terms.zone,
      vocabulary: Vocabulary(of: terms.monitoringProtocol),
      reach: nil,
      paper: PaperClock(date: date ?? (after ?? opened).civil, after: after?.instant)
    ).stamp(of: clock)
    guard stamp.instant >= opened.instant else {
      throw PaperRefusal.timeBeforeOpening(stamp.clock, opened: opened)
    }
    return stamp
  }

  /// What the chart says last: an observation, or an answer to a criterion that was copied from it.
  static func last(of chart: Chart) -> ChartEntry? {
    chart.entries
      .filter { entry in
        !entry.isVoid
          && (entry.content.kind.isObservation
            || (entry.content.kind == .leaving && entry.original.source == .paper))
      }
      .max { $0.observed.instant < $1.observed.instant }
  }
}
