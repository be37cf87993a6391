import Foundation
import GRDB
package import SessionRecord

extension RecordStore {
  /// Opens a session with its opening, which is the first draft, and its first entries, in one
  /// commit.
  ///
  /// As in `append`, everything that the closures do is done once the record is held for writing.
  /// *assessing* gets the whole log and gives the flags and the tally that are stored with it.
  package func open(
    at moment: () -> CommitMoment,
    _ drafts: (CommitMoment) throws -> [Draft],
    assessing: ([Entry]) throws -> Assessed
  ) throws -> Appended {
    try committing { database in
      let moment = moment()
      let drafts = try drafts(moment)
      guard case .opened(let opening)? = drafts.first?.content else {
        throw RecordRefusal.notStorable(what: drafts.first?.content.kind.rawValue ?? "nothing")
      }
      try database.requireOpenable(opening)
      return try add(
        drafts,
        to: try database.nextSession(),
        after: FoundLog([], lastHash: nil, at: moment),
        at: moment,
        assessing,
        database
      )
    } presence: { database, appended in
      try database.presence(of: appended.new)
    } ids: {
      $0.new.map(\.id)
    }
  }

  /// Appends what *drafts* makes of the session's log, all or nothing, and stores its flags
  /// and its tally.
  ///
  /// *drafts* gets the log by the clock as it is now; where that was set since the last entry, the step
  /// stands at its end, and is stored before what is added. The moment is taken, and *drafts* runs,
  /// inside the transaction, once the record is held for writing: nothing can come between what it saw
  /// and what is stored. Both closures must not use this store. What they throw is passed on, and nothing
  /// is stored.
  package func append(
    to session: SessionNumber,
    at moment: () -> CommitMoment,
    _ drafts: ([Entry], CommitMoment) throws -> [Draft],
    assessing: ([Entry]) throws -> Assessed
  ) throws -> Appended {
    try committing { database in
      let rows = try database.logRows(of: .session(session))
      guard let last = rows.last else { throw RecordRefusal.noSuchSession(session) }
      let log = try rows.map { try $0.entry() }
      let moment = moment()
      let found = FoundLog(log, lastHash: last.hash, at: moment)
      return try add(
        try drafts(found.shown, moment),
        to: session,
        after: found,
        at: moment,
        assessing,
        database
      )
    } presence: { database, appended in
      try database.presence(of: appended.new)
    } ids: {
      $0.new.map(\.id)
    }
  }

  /// The entries, what is derived from them, their flags and their tally, within the transaction of a
  /// commit; *found* is the log so far.
  func add(
    _ drafts: [Draft],
    to session: SessionNumber,
    after found: FoundLog,
    at moment: CommitMoment,
    _ assessing: ([Entry]) throws -> Assessed,
    _ database: Database
  ) throws -> Appended {
    var models = ReadModels(of: session, after: found.written, in: database)
    if drafts.isEmpty, let known = models.session {
      return Appended(session: known, log: found.written.onOneClock(), new: [])
    }
    let wasOpen = models.session?.isOpen ?? false
    let new = try chain(
      found.withStep(drafts, at: moment),
      to: .session(session),
      after: found.written.count,
      lastHash: found.lastHash,
      at: moment,
      database
    )
    let whole = (found.written + new).onOneClock()
    try models.take(new)
    guard let now = models.session else { throw RecordRefusal.noSuchSession(session) }
    if now.isOpen, !wasOpen { try requireOnlyOpen(now, database) }
    let assessed = try assessing(whole)
    try models.store(assessed.flags)
    try models.store(assessed.tally)
    if let author = new.last?.author, try isToBeSealed(now, database) {
      try seal(.session(session), by: .clinician(author), at: moment.recorded, database)
    }
    return Appended(session: now, log: whole, new: new)
  }

  /// A patient has one open session at a time: a commit that opens one, or opens one again, beside
  /// another is refused whole.
  private func requireOnlyOpen(_ session: Session, _ database: Database) throws {
    let patient = session.opening.patient
    var condition = Condition()
    condition.require("s.patient", "=", patient.text.databaseValue)
    condition.require("s.number", "<>", session.number.value.databaseValue)
    condition.require("s.state = 1")
    if let other = try database.sessionRows(condition).sessions(path: path).first {
      throw RecordRefusal.alreadyOpen(patient, other.label)
    }
  }
}

extension Database {
  /// Derived from the log, so that nothing is true only in a read model.
  func nextSession() throws -> SessionNumber {
    let last = try firstRow(
      "SELECT stream_key FROM entry WHERE stream_kind = 1 ORDER BY stream_key DESC LIMIT 1"
    ) { try $0.integer(0) }
    return SessionNumber(try following(last))
  }

  /// The number after the last one; no record that Vigil wrote comes to the end of them.
  func following(_ last: Int?) throws(UnexpectedColumn) -> Int {
    let (next, isBeyond) = (last ?? 0).addingReportingOverflow(1)
    guard !isBeyond else { throw UnexpectedColumn() }
    return next
  }

  func presence(of entries: [Entry]) throws -> CommitPresence {
    let found = try entries.filter { try place(of: $0.id) != nil }
    return CommitPresence(found: found.count, of: entries.count)
  }

  /// The patient and the protocol's text have to be there before a session names them.
  func requireOpenable(_ opening: Opening) throws {
    guard try hasPatient(opening.patient) else {
      throw RecordRefusal.noSuchPatient(opening.patient)
    }
    guard try keeps(opening.monitoringProtocol.digest) else {
      throw RecordRefusal.protocolNotKept(opening.monitoringProtocol.id)
    }
  }
}
