import GRDB
import SessionRecord

extension RecordStore {
  /// What is looked at whenever a record is opened: the schema, the newest entries and the newest seal.
  ///
  /// Where the schema is another, nothing is written, and whoever reads is told. Damaged entries and seals are
  /// told and recording goes on: the patient is there.
  func quickCheck(for mode: Mode) throws {
    let found: (isKnown: Bool, notices: [StoreNotice]) = try reading { database in
      var isKnown = false
      var notices: [StoreNotice] = []
      try database.inTransaction(.deferred) {
        isKnown = try StoredSchema(database).isThat(of: version)
        if isKnown { notices = quickFindings(database) }
        return .rollback
      }
      return (isKnown, notices)
    }
    guard found.isKnown else {
      guard mode == .reading else {
        throw RecordRefusal.damaged(
          path: path,
          what: "its tables, indexes or triggers are not those of a record"
        )
      }
      return outbox.say([.schemaOther])
    }
    outbox.say(found.notices)
  }

  /// Never throws: a place that cannot be read is damaged.
  private func quickFindings(_ database: Database) -> [StoreNotice] {
    var notices: [StoreNotice] = []
    do {
      let damaged = try database.damagedAmongNewest()
      if let first = damaged.first {
        notices.append(.entriesDamaged(first, others: damaged.count - 1))
      }
    } catch {
      notices.append(.newestUnreadable(what: "the newest entries"))
    }
    guard version > 1 else { return notices }
    do {
      if let seal = try database.damagedNewestSeal(in: recordID.bytes) {
        notices.append(.sealDamaged(seal))
      }
    } catch {
      notices.append(.newestUnreadable(what: "the newest seal"))
    }
    return notices
  }

  static let newestStatement = """
    SELECT \(LogColumn.text) FROM entry ORDER BY commit_number DESC LIMIT 32
    """
}

extension Database {
  /// Of the last 32 entries of the record, those whose hash is not that of what they say, newest first.
  fileprivate func damagedAmongNewest() throws -> [VerificationPlace] {
    var damaged: [VerificationPlace] = []
    var buffer = DigestBuffer()
    try eachStored(RecordStore.newestStatement) { row in
      let computed = buffer.digest(ofEntry: row)
      guard computed == nil || computed != row.hash(LogColumn.hash) else { return }
      damaged.append(row.place)
    }
    return damaged
  }

  /// The number of the newest seal, where it is not what its key signed, is not chained to the one before it,
  /// or says another hash of the entry that it is over.
  fileprivate func damagedNewestSeal(in record: [UInt8]) throws -> Int? {
    let read = try firstStored(
      "SELECT \(SealRow.columns) FROM seal ORDER BY number DESC LIMIT 1"
    ) { row in
      var buffer = DigestBuffer()
      let statement = buffer.statement(ofSeal: row, in: record)
      let computed = statement.flatMap { buffer.hash(ofSeal: row, stating: $0) }
      return (
        number: row.integer(0) ?? 0, statement: statement,
        isHashed: computed != nil && computed == row.hash(20), seal: SealRow(row)
      )
    }
    guard let read else { return nil }
    guard read.isHashed, let statement = read.statement, let seal = read.seal,
      VerifyingKey(seal.publicKey)?.verifies(seal.signature, of: statement.array) == true,
      try isChained(seal), try isOver(seal)
    else { return read.number }
    return nil
  }

  private func isChained(_ seal: SealRow) throws -> Bool {
    guard seal.number > 1 else { return true }
    let before = try firstStored("SELECT hash FROM seal WHERE number = ?", [seal.number - 1]) {
      $0.blob(0)
    }
    return before == seal.prev
  }

  private func isOver(_ seal: SealRow) throws -> Bool {
    guard seal.act == 1 else { return true }
    let hash = try firstStored(
      "SELECT hash FROM entry WHERE stream_kind = ? AND stream_key = ? AND number = ?",
      [seal.streamKind, seal.streamKey, seal.entry]
    ) { $0.blob(0) }
    return hash == seal.head
  }
}

extension StoredColumns {
  /// Where a row of `LogColumn.text` stands.
  fileprivate var place: VerificationPlace {
    let number = EntryNumber(integer(LogColumn.number) ?? 0)
    switch (integer(LogColumn.streamKind), self[LogColumn.streamKey]) {
    case (1, .integer(let value)): return .entry(.session(SessionNumber(value)), number)
    case (2, .text):
      if let code = text(LogColumn.streamKey).flatMap({ try? PatientCode($0) }) {
        return .entry(.course(code), number)
      }
    default: break
    }
    return .strayEntries(
      kind: self[LogColumn.streamKind].inWords,
      key: self[LogColumn.streamKey].inWords
    )
  }
}
