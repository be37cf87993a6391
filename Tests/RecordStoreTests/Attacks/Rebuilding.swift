import Foundation
import GRDB
import SessionRecord

@testable import RecordStore

/// What becomes of clinicians' signatures where all the rest is sealed anew.
enum CliniciansSeals: Sendable {
  case kept
  case leftOut
  /// With other keys that begin in their names.
  case forged
}

/// What somebody who has read docs/record-format.md can compute anew.
extension Database {
  private func recordID() throws -> UUID {
    let bytes = try Data.fetchOne(self, sql: "SELECT id FROM record") ?? Data()
    guard let id = UUID(bytes: Array(bytes)) else { throw UnexpectedColumn() }
    return id
  }

  /// Chains a stream anew from this entry on, with the hashes of what it says now.
  func chainAgain(_ stream: EntryStream, from first: Int = 1) throws {
    let id = try recordID()
    let (kind, key) = stream.columns
    let place = "WHERE stream_kind = ? AND stream_key = ? AND number = ?"
    var prev = stream.genesis(in: id)
    for number in try logRows(of: stream).map(\.number) {
      if number >= first {
        try execute(
          sql: "UPDATE entry SET prev = ? \(place)",
          arguments: [Data(prev), kind, key, number]
        )
        try hashAgain(stream, number)
      }
      guard let row = try logRows(of: stream).first(where: { $0.number == number }) else {
        throw UnexpectedColumn()
      }
      prev = row.hash
    }
  }

  /// Gives one entry the hash of what it says now.
  func hashAgain(_ stream: EntryStream, _ number: Int) throws {
    let (kind, key) = stream.columns
    guard let row = try logRows(of: stream).first(where: { $0.number == number }) else {
      throw UnexpectedColumn()
    }
    try execute(
      sql: "UPDATE entry SET hash = ? WHERE stream_kind = ? AND stream_key = ? AND number = ?",
      arguments: [Data(row.digest), kind, key, number]
    )
  }

  /// Chains the log of accesses anew.
  func chainAccessesAgain() throws {
    var prev = AccessRow.genesis(in: try recordID())
    for number in try Int.fetchAll(self, sql: "SELECT number FROM access ORDER BY number") {
      let place = "WHERE number = \(number)"
      try execute(sql: "UPDATE access SET prev = ? \(place)", arguments: [Data(prev)])
      let row = try firstRow("SELECT \(AccessRow.columns) FROM access \(place)") {
        try AccessRow($0)
      }
      prev = row?.hash ?? prev
      try execute(sql: "UPDATE access SET hash = ? \(place)", arguments: [Data(prev)])
    }
  }

  /// Gives the access that binds a row the digest of what the row says now.
  func bindAgain(_ table: BoundTable, _ number: Int) throws {
    let digests = try rowDigests(of: table)
    let accesses = try Int.fetchAll(
      self,
      sql: "SELECT number FROM access WHERE act = ? ORDER BY number",
      arguments: [table.act.rawValue]
    )
    try execute(
      sql: "UPDATE access SET digest = ? WHERE number = ?",
      arguments: [Data(digests[number - 1]), accesses[number - 1]]
    )
  }

  /// Changes one row of the chain of seals, and chains it and all after it; signatures stay, but for
  /// those that *signing* makes again.
  func rewriteSeals(
    _ change: (inout [SealRow]) -> Void,
    signing: ((SealRow) -> SigningKey?) = { _ in nil }
  ) throws {
    let id = try recordID()
    var rows = try sealRows("", [])
    change(&rows)
    try execute(sql: "DELETE FROM seal")
    var prev = try genesisOfSeals(id)
    for var row in rows {
      row.prev = prev
      let key = signing(row)
      if let key { row.publicKey = key.verifying.bytes }
      let statement = try row.statement(in: id)
      if let key { row.signature = try key.signature(of: statement) }
      row.hash = SealRow.hash(statement, row.signature)
      prev = row.hash
      try row.insert(into: self)
    }
  }

  /// Makes the whole chain of seals anew over the record as it is now, with one key of the record's own.
  func sealAgain(with key: SigningKey, clinicians: CliniciansSeals) throws {
    let accesses = try Row.fetchAll(self, sql: "SELECT number, hash FROM access ORDER BY number")
      .map { (number: $0[0] as Int, hash: [UInt8]($0[1] as Data)) }
    let again = try Dictionary(
      sealRows("", []).map { ($0.number, try sealedAgain($0)) }
    ) { first, _ in first }
    // Those that begin in their names.
    let forged = ["LH": try SigningKey(), "MB": try SigningKey()]
    try rewriteSeals { rows in
      if clinicians == .leftOut {
        rows.removeAll { $0.owner != nil || $0.act == 4 }
      }
      for place in rows.indices {
        var row = again[rows[place].number] ?? rows[place]
        row.number = place + 1
        row.accessHash = accesses.first { $0.number == row.accessNumber }?.hash
        if row.act == 2, row.owner == nil { row.subject = key.verifying.bytes }
        if row.act == 2, clinicians == .forged, let owner = row.owner {
          row.subject = forged[owner]?.verifying.bytes
        }
        if row.act == 4, clinicians == .forged { row.subject = forged["MB"]?.verifying.bytes }
        rows[place] = row
      }
    } signing: { row in
      guard row.act < 4, let owner = row.owner else { return key }
      return clinicians == .forged ? forged[owner] : nil
    }
  }

  /// The same seal over what its entry and what was derived are now.
  private func sealedAgain(_ row: SealRow) throws -> SealRow {
    var row = row
    guard let kind = row.streamKind else { return row }
    row.head = try firstRow(
      "SELECT hash FROM entry WHERE stream_kind = ? AND stream_key = ? AND number = ?",
      [kind, row.streamKey, row.entry]
    ) { try $0.bytes(0) }
    if kind == 1, let number = Int.fromDatabaseValue(row.streamKey) {
      row.derived = try derivedDigest(of: SessionNumber(number))
    }
    return row
  }
}
