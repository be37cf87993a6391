import GRDB
package import SessionRecord

/// What moving adds to the session that entries were made in, and to the one that they belong to.
package struct MoveDrafts {
  package let source: [Draft]
  package let target: [Draft]

  package init(source: [Draft], target: [Draft]) {
    self.source = source
    self.target = target
  }
}

/// The two sessions as a move finds them, inside its transaction.
package struct MoveLogs {
  package let source: [Entry]
  /// Empty where the session is to be opened.
  package let target: [Entry]
  /// The number that the session has, or will have.
  package let targetNumber: SessionNumber
}

/// What a move did to both sessions.
package struct Moved {
  package let source: Appended
  package let target: Appended
}

extension RecordStore {
  /// Adds to two sessions in one transaction: where entries were made, and where they belong.
  ///
  /// Without *target* a session is opened, and its first draft is the opening. As in `append`, what the
  /// closures do is done once the record is held for writing, and what they throw undoes everything:
  /// both sessions are then as they were.
  package func move(
    from source: SessionNumber,
    to target: SessionNumber?,
    at moment: () -> CommitMoment,
    _ drafts: (MoveLogs, CommitMoment) throws -> MoveDrafts,
    assessing: (SessionNumber, [Entry]) throws -> Assessed
  ) throws -> Moved {
    try committing { database in
      let moment = moment()
      let left = try found(source, at: moment, database)
      let joined = try target.map { try found($0, at: moment, database) }
      let number = try target ?? database.nextSession()
      let drafts = try drafts(
        MoveLogs(source: left.shown, target: joined?.shown ?? [], targetNumber: number),
        moment
      )
      if joined == nil {
        guard case .opened(let opening)? = drafts.target.first?.content else {
          throw RecordRefusal.notStorable(
            what: drafts.target.first?.content.kind.rawValue ?? "nothing"
          )
        }
        try database.requireOpenable(opening)
      }
      let moved = try add(
        drafts.target,
        to: number,
        after: joined ?? FoundLog([], lastHash: nil, at: moment),
        at: moment,
        { try assessing(number, $0) },
        database
      )
      return Moved(
        source: try add(
          drafts.source,
          to: source,
          after: left,
          at: moment,
          { try assessing(source, $0) },
          database
        ),
        target: moved
      )
    } presence: { database, moved in
      try database.presence(of: moved.target.new + moved.source.new)
    } ids: {
      ($0.target.new + $0.source.new).map(\.id)
    }
  }

  private func found(
    _ session: SessionNumber,
    at moment: CommitMoment,
    _ database: Database
  ) throws -> FoundLog {
    let rows = try database.logRows(of: .session(session))
    guard let last = rows.last else { throw RecordRefusal.noSuchSession(session) }
    return FoundLog(try rows.map { try $0.entry() }, lastHash: last.hash, at: moment)
  }
}
