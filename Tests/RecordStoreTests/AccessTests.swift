import Crypto
import Foundation
import GRDB
import SessionRecord
import Testing

@testable import RecordStore

@Suite("The log of accesses")
struct AccessTests {
  private func access(
    _ act: AccessAct,
    of subject: String? = nil,
    minutes: Int
  ) throws -> Access {
    Access(
      act,
      of: subject,
      by: .clinician(try ClinicianCode("AD")),
      at: TemporaryRecord.moment(minutes).recorded
    )
  }

  @Test func `keeps what was done, by whom and when, in order`() throws {
    let record = try TemporaryRecord()
    let made = try record.store.accesses().count
    let all = try AccessAct.allCases.enumerated().map { place, act in
      try access(act, of: place.isMultiple(of: 2) ? nil : "P-014", minutes: place)
    }
    for access in all { try record.store.log(access) }
    #expect(try record.store.accesses().dropFirst(made).elementsEqual(all))
  }

  @Test func `after the last number that there is, refuses, and does not crash`() throws {
    let record = try TemporaryRecord()
    try record.store.log(try access(.verified, minutes: 1))
    // As in a file that was damaged, whose triggers are as they were.
    try record.raw().inDatabase { database in
      let triggers = try Row.fetchAll(
        database,
        sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'access'"
      )
      #expect(!triggers.isEmpty)
      for trigger in triggers {
        let name: String = trigger["name"]
        try database.execute(sql: "DROP TRIGGER \(name)")
      }
      try database.execute(
        sql: "UPDATE access SET number = ? WHERE number = (SELECT max(number) FROM access)",
        arguments: [Int.max]
      )
      for trigger in triggers {
        let sql: String = trigger["sql"]
        try database.execute(sql: sql)
      }
    }
    #expect(throws: (any Error).self) { try record.store.log(try access(.verified, minutes: 2)) }
  }

  @Test func `is a chain that is recomputed from the columns`() throws {
    let record = try TemporaryRecord()
    try record.store.log(try access(.backedUp, of: "/srv/copy.vigil", minutes: 1))
    try record.store.log(try access(.verified, minutes: 2))
    let rows = try record.raw().read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM access ORDER BY number")
    }
    var head = hash(
      of: Array("vigil.accesses.v1\0".utf8) + octets(Array(record.store.recordID.bytes))
    )
    // The patient and the protocol's text are bound as well.
    #expect(rows.count == 4)
    for row in rows {
      #expect(row["prev"] as Data == Data(head))
      var told = Array("vigil.access.v2\0".utf8)
      told += integer(row["number"]) + integer(row["at_ms"]) + integer(row["at_offset"])
      told += text(row["who"]) + integer(row["account"]) + integer(row["act"])
      told += (row["subject"] as String?).map(text) ?? [0]
      told += (row["digest"] as Data?).map { octets(Array($0)) } ?? [0]
      told += octets(head)
      head = hash(of: told)
      #expect(row["hash"] as Data == Data(head))
    }
  }

  @Test func `is never changed, and takes no row that does not follow`() throws {
    let record = try TemporaryRecord()
    try record.store.log(try access(.printed, minutes: 1))
    let raw = try record.raw()
    for statement in [
      "UPDATE access SET who = 'XY'", "DELETE FROM access",
      """
      INSERT INTO access
      SELECT 4, form, at_ms, at_offset, who, account, act, subject, digest, prev, hash FROM access
      WHERE number = 3
      """,
      """
      INSERT INTO access
      SELECT 5, form, at_ms, at_offset, who, account, act, subject, digest, hash, hash FROM access
      WHERE number = 3
      """,
    ] {
      #expect(throws: DatabaseError.self, "\(statement)") {
        try raw.write { try $0.execute(sql: statement) }
      }
    }
  }

  @Test func `knows the newest backup that was verified, by its own time`() throws {
    let record = try TemporaryRecord()
    try record.store.log(try access(.verified, minutes: 9))
    #expect(try record.store.lastVerifiedBackup() == nil)
    let newest = try access(.backedUp, minutes: 5)
    try record.store.log(newest)
    try record.store.log(try access(.backedUp, minutes: 3))
    try record.store.log(try access(.restored, minutes: 7))
    #expect(try record.store.lastVerifiedBackup() == newest)
  }

  private func hash(of bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

  private func integer(_ value: Int) -> [UInt8] {
    [4] + withUnsafeBytes(of: Int64(value).bigEndian) { Array($0) }
  }

  private func text(_ value: String) -> [UInt8] { [5] + counted(Array(value.utf8)) }
  private func octets(_ value: [UInt8]) -> [UInt8] { [6] + counted(value) }

  private func counted(_ bytes: [UInt8]) -> [UInt8] {
    withUnsafeBytes(of: UInt32(bytes.count).bigEndian) { Array($0) } + bytes
  }
}
