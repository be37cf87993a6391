import Foundation
import GRDB
package import SessionRecord

extension RecordStore {
  /// Adds an access to the record's log of them, chained to the one before.
  package func log(_ access: Access) throws {
    _ = try committing { database in
      try database.insert(access, in: recordID)
    } presence: { database, row in
      try database.hash(ofAccess: row.number) == row.hash ? .all : .none
    }
  }

  /// All of them, in order.
  package func accesses() throws -> [Access] {
    try reading { try $0.accesses(Condition(), version: version) }
  }

  /// The newest access that made a backup and verified it; nil where none is known.
  package func lastVerifiedBackup() throws -> Access? {
    var condition = Condition()
    // As the index has it.
    condition.require("act > 3")
    condition.require("act", "=", AccessAct.backedUp.rawValue.databaseValue)
    return try reading { try $0.accesses(condition, version: version) }.max {
      $0.at.instant < $1.at.instant
    }
  }
}

/// A row of the table `access`, as it is stored and hashed.
struct AccessRow {
  let number: Int
  /// 1 as version 1 wrote it, 2 now.
  let form: Int
  let at: Int
  let offset: Int
  let who: String
  let account: Int
  let act: Int
  let subject: String?
  let digest: [UInt8]?
  let prev: [UInt8]

  init(number: Int, _ access: Access, prev: [UInt8]) {
    self.number = number
    form = 2
    at = access.at.instant.milliseconds
    offset = access.at.offsetMinutes
    who = access.by.text
    account = access.by.isAccount ? 1 : 0
    act = access.act.rawValue
    subject = access.subject
    digest = access.digest?.bytes
    self.prev = prev
  }

  static let columns =
    "number, form, at_ms, at_offset, who, account, act, subject, digest, prev, hash"
  /// The same of version 1.
  static let firstColumns =
    "number, 1, at_ms, at_offset, who, 0, act, subject, NULL, prev, hash"

  /// A row of these columns, in their order; the last one, the hash, is not of it.
  init(_ row: StoredRow) throws {
    number = try row.integer(0)
    form = try row.integer(1)
    at = try row.integer(2)
    offset = try row.integer(3)
    who = try row.text(4)
    account = try row.integer(5)
    act = try row.integer(6)
    subject = try row.optionalText(7)
    digest = try row.optionalBytes(8)
    prev = try row.bytes(9)
  }

  /// SHA-256 over every column of the row but the hash itself, with the hash before it.
  var hash: [UInt8] {
    var writer = CanonicalWriter(domain: form == 1 ? "vigil.access.v1" : "vigil.access.v2")
    writer.integer(number)
    writer.integer(at)
    writer.integer(offset)
    writer.text(who)
    if form != 1 { writer.integer(account) }
    writer.integer(act)
    writer.optional(subject)
    if form != 1 { writer.optional(digest) { $1.octets($0) } }
    writer.octets(prev)
    return writer.digest
  }

  /// What the first access is chained to: the record itself.
  static func genesis(in record: UUID) -> [UInt8] {
    var writer = CanonicalWriter(domain: "vigil.accesses.v1")
    writer.octets(record.bytes)
    return writer.digest
  }

  func access() throws(UnexpectedColumn) -> Access {
    guard let act = AccessAct(rawValue: act), let at = Stamp(milliseconds: at, offset: offset)
    else {
      throw UnexpectedColumn()
    }
    let digest = digest.flatMap(RecordDigest.init(bytes:))
    if account == 1 { return Access(act, of: subject, digest: digest, by: .account(who), at: at) }
    guard let code = try? ClinicianCode(stored: who) else { throw UnexpectedColumn() }
    return Access(act, of: subject, digest: digest, by: .clinician(code), at: at)
  }
}

extension Database {
  /// Adds an access inside a transaction.
  @discardableResult
  func insert(_ access: Access, in record: UUID) throws -> AccessRow {
    guard access.subject.fitsColumn, Optional(access.by.text).fitsColumn else {
      throw RecordRefusal.notStorable(what: "access")
    }
    let last = try newestAccess()
    let row = AccessRow(
      number: try following(last?.number),
      access,
      prev: last?.hash ?? AccessRow.genesis(in: record)
    )
    try run(
      """
      INSERT INTO access (\(AccessRow.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        row.number, row.form, row.at, row.offset, row.who, row.account, row.act, row.subject,
        row.digest?.databaseValue, row.prev.databaseValue, row.hash.databaseValue,
      ]
    )
    return row
  }

  fileprivate func hash(ofAccess number: Int) throws -> [UInt8]? {
    try firstRow("SELECT hash FROM access WHERE number = ?", [number]) { try $0.bytes(0) }
  }

  fileprivate func accesses(_ condition: Condition, version: Int) throws -> [Access] {
    let columns = version == 1 ? AccessRow.firstColumns : AccessRow.columns
    return try rows(
      "SELECT \(columns) FROM access\(condition.sql) ORDER BY number",
      condition.arguments
    ) { try AccessRow($0).access() }
  }
}
