import GRDB
package import SessionRecord

extension RecordStore {
  /// Seals what is closed and, at its last entry, not sealed, with the record's own key of this machine.
  ///
  /// Gives the seals that were made, in one transaction: none where everything is sealed. Of a session that
  /// is open it is refused; so is everything where the key cannot be used.
  package func sealAgain(
    _ streams: [EntryStream],
    by accessor: Accessor,
    at stamp: Stamp
  ) throws -> [Seal] {
    guard let keyring = station.keyring else { throw KeyRefusal.noKeyring }
    let rows = try committing { database in
      var rows: [SealRow] = []
      for stream in streams where try !database.isSealed(stream) {
        if case .session(let number) = stream,
          case let session = try database.existingSession(number, path: path), session.isOpen
        {
          throw KeyRefusal.sessionOpen(session.label)
        }
        let key = try ownKey(of: keyring, by: accessor, at: stamp, database)
        rows.append(try sign(stream, with: key, of: nil, by: accessor, at: stamp, database))
      }
      return rows
    } presence: { database, rows in
      let found = try rows.filter { row in
        try database.sealRows("WHERE number = ?", [row.number]).first == row
      }
      return CommitPresence(found: found.count, of: rows.count)
    }
    return try rows.map { try $0.seal() }
  }

  /// Sessions that are not open, and courses, whose last entry no seal of the record covers: by number, then
  /// by code.
  package func unsealed() throws -> [EntryStream] {
    guard version > 1 else { return [] }
    return try reading { database in
      let closed = try database.rows(
        "SELECT number FROM session WHERE state <> 1 ORDER BY number",
        []
      ) { EntryStream.session(SessionNumber(try $0.integer(0))) }
      let courses = try database.rows(
        "SELECT DISTINCT stream_key FROM entry WHERE stream_kind = 2 ORDER BY stream_key",
        []
      ) { row in
        guard let patient = try? PatientCode(try row.text(0)) else { throw UnexpectedColumn() }
        return EntryStream.course(patient)
      }
      return try (closed + courses).filter { try !database.isSealed($0) }
    }
  }
}

extension Database {
  /// Whether the record's own seal covers the last entry; of a stream without entries there is nothing to
  /// seal.
  fileprivate func isSealed(_ stream: EntryStream) throws -> Bool {
    guard let head = try head(of: stream) else { return true }
    let columns = stream.columns
    return try !sealRows(
      "\(RecordStore.sealsOfStream) AND entry = ? AND owner IS NULL",
      [columns.kind, columns.key, head.entry]
    ).isEmpty
  }
}
