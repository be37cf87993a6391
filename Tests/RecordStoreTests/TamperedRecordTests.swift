import GRDB
import RecordStore
import SessionRecord
import TestSupport
import Testing

/// Numbers that no clock and no count of ours comes to, put there by someone else.
@Suite("A record that someone else changed")
struct TamperedRecordTests {
  private func tamper(_ record: TemporaryRecord, _ sql: String) throws {
    try record.raw().writeWithoutTransaction { database in
      try database.execute(
        sql: "PRAGMA ignore_check_constraints = 1; DROP TRIGGER entry_is_not_updated; \(sql)"
      )
    }
  }

  private func isDamage(_ act: () throws -> Void) -> Bool {
    do {
      try act()
      return false
    } catch let refusal as RecordRefusal {
      return refusal.kind == .damaged
    } catch { return false }
  }

  @Test(arguments: ["stream_key = 9223372036854775807", "commit_number = 9223372036854775807"])
  func `takes no session after the last number that there is`(_ assignment: String) throws {
    let record = try TemporaryRecord()
    let session = try record.openSession()
    let other = try record.addPatient()
    try tamper(record, "UPDATE entry SET \(assignment)")
    #expect(isDamage { try record.openSession(minutes: 1, patient: other) })
    if assignment.hasPrefix("commit") {
      #expect(isDamage { try record.append([.note("x")], to: session) })
    }
  }

  @Test(arguments: [
    "opened_ms = 9223372036854775807", "opened_ms = -9223372036854775808",
    "opened_offset = 9223372036854775807", "opened_offset = 1081",
    "closed_ms = 9223372036854775807, closed_offset = 0", "closed_ms = 0, closed_offset = -1081",
  ])
  func `has no session at a time that there is not`(_ assignment: String) throws {
    let record = try TemporaryRecord()
    let session = try record.openSession()
    #expect(try record.store.session(session) != nil)
    try tamper(record, "UPDATE session SET \(assignment)")
    #expect(isDamage { _ = try record.store.session(session) })
    #expect(isDamage { _ = try record.store.sessions(of: nil, openOnly: false) })
  }

  @Test(arguments: [1_081, -1_081, Int.max, Int.min])
  func `has no flag at an offset that there is not`(_ offset: Int) throws {
    let record = try TemporaryRecord()
    var random = SeededGenerator(seed: 17)
    try record.openSession(flags: [try random.flag(number: 1)])
    #expect(try record.store.flags(FlagQuery()).count == 1)
    try tamper(record, "UPDATE flag SET raised_offset = \(offset)")
    #expect(isDamage { _ = try record.store.flags(FlagQuery()) })
  }
}
