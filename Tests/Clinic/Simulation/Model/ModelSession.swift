import Monitoring
import SessionRecord

/// A session as the clinic means it.
struct ModelSession {
  let number: SessionNumber
  let patient: Patient
  let zone: ClinicZone
  let terms: ClinicTerms
  /// As it was written.
  private(set) var written: [Entry] = []
  private(set) var standing = Standing()
  /// For each entry, what a clock that nobody ever set showed when it was recorded.
  private(set) var unset: [Instant] = []

  init(_ number: SessionNumber, of patient: Patient, in zone: ClinicZone, under terms: ClinicTerms)
  {
    self.number = number
    self.patient = patient
    self.zone = zone
    self.terms = terms
  }

  mutating func append(_ entry: Entry, unset instant: Instant) {
    written.append(entry)
    standing.append(entry)
    unset.append(instant)
  }

  var state: Session.State { standing.state }
  var isOpen: Bool { state == .open }
  var log: [Entry] { ClockSteps.shown(written) }

  /// At a glance; nil before it was opened.
  var session: Session? {
    guard let first = written.first, let opening = standing.opening else { return nil }
    return Session(
      number: number,
      opening: opening,
      opened: first.observed,
      closed: standing.closing?.observed,
      state: state,
      room: standing.room
    )
  }

  /// As of now, by the clock as it is now; of a session that is over as of its last entry.
  func assessment(at moment: Moment) -> Assessment {
    guard isOpen else { return assessment() }
    let log = log(at: moment)
    return assess(
      log,
      under: terms.monitoringProtocol,
      asOf: max(ModelSession.newest(log), moment.now)
    )
  }

  /// What the rules make of it: as of its last entry, or of now.
  func assessment(asOf instant: Instant? = nil) -> Assessment {
    let log = log
    return assess(
      log,
      under: terms.monitoringProtocol,
      asOf: instant ?? ModelSession.newest(log)
    )
  }

  /// How far the clock was set since the last entry; of a session that is over nobody asks.
  func step(at moment: Moment) -> TimeSpan? {
    guard let last = written.last, standing.closing == nil else { return nil }
    return ClockSteps.step(since: last, to: moment)
  }

  /// The log as whoever enters now sees it.
  func log(at moment: Moment) -> [Entry] {
    ClockSteps.shown(written, further: step(at: moment) ?? TimeSpan(milliseconds: 0))
  }

  static func newest(_ log: [Entry]) -> Instant {
    log.reduce(Instant(milliseconds: 0)) { max($0, $1.recorded.instant) }
  }
}
