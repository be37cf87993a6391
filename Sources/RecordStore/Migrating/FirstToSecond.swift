import GRDB
import SessionRecord

/// The step from version 1 to version 2, inside one transaction.
///
/// It is frozen: version 2 stays what it is. The tables `seal` and `access` are made anew with the texts of version 2. Accesses are kept with their
/// hashes; what lies beside the log is bound to accesses of its own; what is closed is sealed.
struct FirstToSecond {
  let store: RecordStore
  let now: Instant
  /// Of the copy that was made before.
  let backup: RecordDigest

  private var stamp: Stamp { Stamp(now, offsetMinutes: 0) }
  private var accessor: Accessor { .account(store.station.account) }

  /// Returns why nothing could be sealed; nil where all was, or no key is wanted.
  func run(_ database: Database) throws -> String? {
    let accesses = try database.firstAccessRows()
    let texts = try FirstToSecond.texts()
    try database.execute(sql: "DROP TABLE seal; DROP TABLE access")
    for text in texts { try database.execute(sql: text) }
    for (row, hash) in accesses { try database.insert(row, hash) }
    try note(.carriedOver, of: "1 to 2", backup.bytes, database)
    try bindPatients(database)
    try bindTables(database)
    let unsealed = try seal(database)
    try database.execute(sql: "PRAGMA user_version = 2")
    guard try StoredSchema(database).isThat(of: 2) else {
      throw MigrationRefusal.otherTables(path: store.path)
    }
    return unsealed
  }

  /// What makes both tables, with their indexes and triggers: as `schemas/record-v2.sql` has it, in its order.
  private static func texts() throws -> [String] {
    try EmptyRecord.make().read { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT sql FROM sqlite_schema WHERE tbl_name IN ('seal', 'access') AND sql IS NOT NULL
          ORDER BY rowid
          """
      )
    }
  }

  private func note(
    _ act: AccessAct,
    of subject: String?,
    _ digest: [UInt8]?,
    _ database: Database
  ) throws {
    try store.bind(digest, act, of: subject, by: accessor, at: stamp, database)
  }

  private func bindPatients(_ database: Database) throws {
    let patients = try database.rows(
      """
      SELECT code, commitment, added_ms, address IS NOT NULL OR emergency_number IS NOT NULL
      FROM patient ORDER BY added_ms, code
      """
    ) { row in
      (
        code: try row.text(0), commitment: try row.bytes(1), added: try row.integer(2),
        hasContact: try row.integer(3) == 1
      )
    }
    for patient in patients {
      let code: PatientCode
      do {
        code = try PatientCode(patient.code)
      } catch {
        throw UnexpectedColumn()
      }
      let digest = Patient.digest(code, commitment: patient.commitment, added: patient.added)
      try note(.patientAdded, of: code.text, digest, database)
      if patient.hasContact {
        try note(.contactSet, of: code.text, try database.contactDigest(of: code), database)
      }
    }
  }

  private func bindTables(_ database: Database) throws {
    for (table, subjects) in [
      (BoundTable.protocolText, "SELECT id FROM protocol ORDER BY digest"),
      (.adoption, "SELECT id FROM adoption ORDER BY number"),
      (.clinic, "SELECT NULL FROM clinic ORDER BY number"),
      (.clinician, "SELECT code FROM clinician ORDER BY number"),
    ] {
      let subjects = try database.rows(subjects) { try $0.optionalText(0) }
      for (subject, digest) in zip(subjects, try database.rowDigests(of: table)) {
        try note(table.act, of: subject, digest, database)
      }
    }
  }

  /// Seals the head of every closed session and of every course with the record's own key.
  private func seal(_ database: Database) throws -> String? {
    guard let keyring = store.station.keyring else { return nil }
    let open = Set(
      try database.rows("SELECT number FROM session WHERE state = 1") {
        EntryStream.session(SessionNumber(try $0.integer(0)))
      }
    )
    let streams = try database.streams().filter { !open.contains($0) }
    guard !streams.isEmpty else { return nil }
    let key: SigningKey
    do {
      key = try store.ownKey(of: keyring, by: accessor, at: stamp, database)
    } catch let refusal as KeyRefusal {
      return refusal.problem
    }
    for stream in streams {
      try store.sign(stream, with: key, of: nil, by: accessor, at: stamp, database)
    }
    return nil
  }
}

extension Database {
  /// A row of version 1 as it was, with the hash that it had.
  fileprivate func insert(_ row: AccessRow, _ hash: [UInt8]) throws {
    try run(
      """
      INSERT INTO access (\(AccessRow.columns)) VALUES (?, 1, ?, ?, ?, 0, ?, ?, NULL, ?, ?)
      """,
      [
        row.number, row.at, row.offset, row.who, row.act, row.subject, row.prev.databaseValue,
        hash.databaseValue,
      ]
    )
  }
}
