import Foundation
import GRDB
package import SessionRecord

extension RecordStore {
  /// Opens a session with its opening and its first entries, in one commit.
  ///
  /// *assessing* gets the whole log and gives the flags that are stored with it.
  package func open(
    _ opening: Draft,
    at moment: CommitMoment,
    with drafts: [Draft],
    assessing: ([Entry]) throws -> [Flag]
  ) throws -> (SessionNumber, [Entry]) {
    guard case .opened(let said) = opening.content else {
      throw RecordRefusal.notStorable(what: opening.content.kind.rawValue)
    }
    let (number, appended) = try committing { database in
      try database.requireOpenable(said)
      let number = try database.nextSession()
      let added = try add(
        [opening] + drafts,
        to: number,
        after: [],
        lastHash: nil,
        at: moment,
        assessing,
        database
      )
      return (number, added)
    } presence: { database, value in
      try database.presence(of: value.1.new)
    } ids: {
      $0.1.new.map(\.id)
    }
    return (number, appended.log)
  }

  /// Appends what *drafts* makes of the session's log, all or nothing, and stores its flags.
  ///
  /// The moment is taken, and *drafts* runs, inside the transaction, once the record is held for
  /// writing: nothing can come between what it saw and what is stored. Both closures must not use
  /// this store. What they throw is passed on, and nothing is stored.
  package func append(
    to session: SessionNumber,
    at moment: () -> CommitMoment,
    _ drafts: ([Entry], CommitMoment) throws -> [Draft],
    assessing: ([Entry]) throws -> [Flag]
  ) throws -> Appended {
    try committing { database in
      let rows = try database.logRows(of: .session(session))
      guard let last = rows.last else { throw RecordRefusal.noSuchSession(session) }
      let log = try rows.map { try $0.entry() }
      let moment = moment()
      let drafts = try drafts(log, moment)
      guard !drafts.isEmpty else { return Appended(log: log, new: []) }
      return try add(
        drafts,
        to: session,
        after: log,
        lastHash: last.hash,
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

  private func add(
    _ drafts: [Draft],
    to session: SessionNumber,
    after log: [Entry],
    lastHash: [UInt8]?,
    at moment: CommitMoment,
    _ assessing: ([Entry]) throws -> [Flag],
    _ database: Database
  ) throws -> Appended {
    let stream = EntryStream.session(session)
    let commit = try database.nextCommit()
    var prev = lastHash ?? stream.genesis(in: recordID)
    var new: [Entry] = []
    for draft in drafts {
      let entry = Entry(
        draft,
        stream: stream,
        number: EntryNumber(log.count + new.count + 1),
        commit: commit,
        recorded: moment.recorded,
        monotonic: moment.monotonic,
        record: recordID
      )
      let row = LogRow(entry, prev: prev)
      // What could not be read back is refused while it can still be typed another way.
      guard (try? row.entry()) == entry else {
        throw RecordRefusal.notStorable(what: draft.content.kind.rawValue)
      }
      do {
        try row.insert(into: database)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
        try refuseKnown(draft.id, among: new, database)
        throw error
      }
      prev = row.hash
      new.append(entry)
    }
    let whole = log + new
    var models = ReadModels(of: session, after: log, in: database)
    try models.take(new)
    try models.store(try assessing(whole))
    return Appended(log: whole, new: new)
  }

  private func refuseKnown(_ id: EntryID, among new: [Entry], _ database: Database) throws {
    if new.contains(where: { $0.id == id }) { throw RecordRefusal.sameIDTwice(id) }
    if let (stream, number) = try database.place(of: id) {
      throw RecordRefusal.alreadySaved(id, stream, number)
    }
  }
}

extension Database {
  /// Derived from the log, so that nothing is true only in a read model.
  fileprivate func nextSession() throws -> SessionNumber {
    let last = try firstRow(
      "SELECT stream_key FROM entry WHERE stream_kind = 1 ORDER BY stream_key DESC LIMIT 1"
    ) { try $0.integer(0) }
    return SessionNumber((last ?? 0) + 1)
  }

  fileprivate func nextCommit() throws -> CommitNumber {
    let last = try firstRow("SELECT max(commit_number) FROM entry") { try $0.optionalInteger(0) }
    return CommitNumber(((last ?? nil) ?? 0) + 1)
  }

  fileprivate func presence(of entries: [Entry]) throws -> Presence {
    let found = try entries.filter { try place(of: $0.id) != nil }
    return Presence(found: found.count, of: entries.count)
  }

  /// The patient and the protocol's text have to be there before a session names them.
  fileprivate func requireOpenable(_ opening: Opening) throws {
    guard try hasPatient(opening.patient) else {
      throw RecordRefusal.noSuchPatient(opening.patient)
    }
    guard try keeps(opening.monitoringProtocol.digest) else {
      throw RecordRefusal.protocolNotKept(opening.monitoringProtocol.id)
    }
  }
}
