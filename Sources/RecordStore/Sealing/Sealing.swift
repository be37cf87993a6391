import Foundation
import GRDB
package import SessionRecord

extension RecordStore {
  /// Signs a head of a stream with the record's own key, inside the transaction that made it.
  ///
  /// Where the key cannot be used the commit goes on without: what is entered is worth more than a seal,
  /// and the notice says that there is none.
  func seal(
    _ stream: EntryStream,
    by accessor: Accessor,
    at stamp: Stamp,
    _ database: Database
  ) throws {
    do {
      guard let keyring = station.keyring else { throw KeyRefusal.noKeyring }
      let key = try ownKey(of: keyring, by: accessor, at: stamp, database)
      try sign(stream, with: key, of: nil, by: accessor, at: stamp, database)
    } catch let refusal as KeyRefusal {
      let why = [refusal.problem, refusal.remedy].compactMap(\.self).joined(separator: " ")
      outbox.hold(.notSealed(stream, why: why))
    }
  }

  /// Whether a session's commit is to be sealed: once it is not open, or was sealed before.
  func isToBeSealed(_ session: Session, _ database: Database) throws -> Bool {
    guard session.isOpen else { return true }
    return try database.newestSealRow(over: .session(session.number)) != nil
  }

  /// Signs the newest head of a closed session with a clinician's key; where the record's own seal over it
  /// is missing, that is made as well.
  ///
  /// *digest* is the head that was shown to whoever signs; refused where another is the newest by now.
  package func sign(
    session number: SessionNumber,
    over digest: RecordDigest? = nil,
    with key: SigningKey,
    of owner: ClinicianCode,
    by accessor: Accessor,
    at stamp: Stamp
  ) throws -> Seal {
    let row = try sealing { database in
      let stream = EntryStream.session(number)
      let session = try database.existingSession(number, path: path)
      guard !session.isOpen else { throw KeyRefusal.sessionOpen(session.label) }
      guard try database.keysInUse().isInUse(key.verifying, of: owner) else {
        throw KeyRefusal.nothingInUse(of: owner)
      }
      let head = try database.head(of: stream)
      if let digest, head?.hash != digest.bytes { throw KeyRefusal.wentOn(session.label) }
      let over = try database.sealRows(RecordStore.sealsOfStream, [1, number.value])
        .filter { $0.entry == head?.entry }
      guard !over.contains(where: { $0.owner == owner.text }) else {
        throw KeyRefusal.alreadySigned(by: owner, session.label)
      }
      if !over.contains(where: { $0.owner == nil }) {
        try seal(stream, by: accessor, at: stamp, database)
      }
      return try sign(stream, with: key, of: owner, by: accessor, at: stamp, database)
    }
    return try row.seal()
  }

  /// One transaction that ends with a seal, and gives it.
  func sealing(_ body: (Database) throws -> SealRow) throws -> SealRow {
    try committing {
      try body($0)
    } presence: { database, row in
      try database.sealRows("WHERE number = ?", [row.number]).first == row ? .all : .none
    }
  }

  // MARK: - Within a transaction

  @discardableResult
  func sign(
    _ stream: EntryStream,
    with key: SigningKey,
    of owner: ClinicianCode?,
    by accessor: Accessor,
    at stamp: Stamp,
    _ database: Database
  ) throws -> SealRow {
    guard let head = try database.head(of: stream) else {
      throw RecordRefusal.notStorable(what: "seal")
    }
    let columns = stream.columns
    var derived: [UInt8]?
    if case .session(let number) = stream { derived = try database.derivedDigest(of: number) }
    return try insertSeal(signedWith: key, of: owner, by: accessor, at: stamp, database) { row in
      row.act = 1
      row.streamKind = columns.kind
      row.streamKey = columns.key
      row.entry = head.entry
      row.head = head.hash
      row.derived = derived
    }
  }

  /// Adds a row to the chain of seals: signed, chained, and with how far the record has come.
  @discardableResult
  func insertSeal(
    signedWith key: SigningKey,
    of owner: ClinicianCode?,
    by accessor: Accessor,
    at stamp: Stamp,
    _ database: Database,
    _ say: (inout SealRow) -> Void
  ) throws -> SealRow {
    let last = try database.newestSealRow()
    let access = try database.newestAccess()
    var row = SealRow(
      number: try database.following(last?.number),
      act: 1,
      streamKey: .null,
      owner: owner?.text,
      enteredAs: accessor.text,
      account: accessor.isAccount ? 1 : 0,
      commit: try database.newestCommit(),
      accessNumber: access?.number ?? 0,
      accessHash: access?.hash,
      at: stamp.instant.milliseconds,
      offset: stamp.offsetMinutes,
      publicKey: key.verifying.bytes,
      prev: try last?.hash ?? database.genesisOfSeals(recordID)
    )
    say(&row)
    let statement = try row.statement(in: recordID)
    row.signature = try key.signature(of: statement)
    row.hash = SealRow.hash(statement, row.signature)
    try row.insert(into: database)
    made(row, at: stamp)
    return row
  }
}

extension Database {
  /// Number and hash of a stream's last entry; nil where there is none.
  func head(of stream: EntryStream) throws -> (entry: Int, hash: [UInt8])? {
    let (kind, key) = stream.columns
    return try firstRow(
      """
      SELECT number, hash FROM entry
      WHERE stream_kind = ? AND stream_key = ? ORDER BY number DESC LIMIT 1
      """,
      [kind, key]
    ) { (try $0.integer(0), try $0.bytes(1)) }
  }

  func newestSealRow(over stream: EntryStream) throws -> SealRow? {
    let (kind, key) = stream.columns
    return try firstRow(
      """
      SELECT \(SealRow.columns) FROM seal \(RecordStore.sealsOfStream)
      ORDER BY entry DESC, number DESC LIMIT 1
      """,
      [kind, key]
    ) { try SealRow($0) }
  }

  func newestCommit() throws -> Int {
    let newest = try firstRow("SELECT max(commit_number) FROM entry") { try $0.optionalInteger(0) }
    return (newest ?? nil) ?? 0
  }

  func newestAccess() throws -> (number: Int, hash: [UInt8])? {
    try firstRow("SELECT number, hash FROM access ORDER BY number DESC LIMIT 1") {
      (try $0.integer(0), try $0.bytes(1))
    }
  }

  func genesisOfSeals(_ record: UUID) throws -> [UInt8] {
    let made = try firstRow("SELECT purpose, made_ms FROM record") {
      (try $0.integer(0), try $0.integer(1))
    }
    guard let made else { throw UnexpectedColumn() }
    return SealRow.genesis(record, purpose: made.0, made: made.1)
  }

  func existingSession(_ number: SessionNumber, path: String) throws -> Session {
    var condition = Condition()
    condition.require("s.number", "=", number.value.databaseValue)
    guard let session = try sessionRows(condition).sessions(path: path).first else {
      throw RecordRefusal.noSuchSession(number)
    }
    return session
  }
}
