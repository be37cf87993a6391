import Foundation
import GRDB
import SessionRecord

/// Keeps what is derived from one session's log in step with it, inside the commit that adds to it.
///
/// Only rows that change are written: most entries touch their own readings and nothing else.
struct ReadModels {
  let number: SessionNumber
  let database: Database
  private(set) var log: [Entry]
  private(set) var chart: Chart

  init(of session: SessionNumber, after log: [Entry], in database: Database) {
    number = session
    self.database = database
    self.log = log
    chart = Chart(log)
  }

  /// The session's row, its readings and its side effects, after these entries.
  mutating func take(_ new: [Entry]) throws {
    let sessionBefore = session
    let touchesEffects = new.contains(where: \.canChangeEffects)
    let effectsBefore = touchesEffects ? chart.effectEpisodes : []
    log += new
    for entry in new { chart.append(entry) }
    if let session, session != sessionBefore { try store(session) }
    try storeReadings(touchedBy: new)
    if touchesEffects { try storeEffects(chart.effectEpisodes, before: effectsBefore) }
  }

  /// Nil before the opening.
  var session: Session? { Session(number, log: log, chart: chart) }

  private func store(_ session: Session) throws {
    try database.run(
      """
      INSERT INTO session (number, patient, protocol, state, opened_ms, opened_offset, closed_ms,
        closed_offset, opening, room)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (number) DO UPDATE SET patient = excluded.patient,
        protocol = excluded.protocol, state = excluded.state, opened_ms = excluded.opened_ms,
        opened_offset = excluded.opened_offset, closed_ms = excluded.closed_ms,
        closed_offset = excluded.closed_offset, opening = excluded.opening,
        room = excluded.room
      """,
      [
        session.number.value, session.opening.patient.text,
        Data(session.opening.monitoringProtocol.digest.bytes), Int(session.state.number),
        session.opened.instant.milliseconds, session.opened.offsetMinutes,
        session.closed?.instant.milliseconds, session.closed?.offsetMinutes,
        Data(Content.opened(session.opening).body), session.room,
      ]
    )
  }
}

extension Entry {
  fileprivate var canChangeEffects: Bool {
    switch content {
    case .effect, .amendment, .void: true
    case .review(let review): if case .effects = review.subject { true } else { false }
    case .opened, .vitals, .dose, .infusion, .check, .waste, .scale, .action, .note, .mark,
      .deferred, .acknowledgement, .verification, .closed, .leaving, .screening, .presence,
      .assigned, .addendum, .followUp, .course, .moved, .clockStep:
      false
    }
  }
}
