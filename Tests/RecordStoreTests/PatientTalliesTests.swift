import Foundation
import GRDB
import SessionRecord
import Testing

@testable import RecordStore

@Suite("What is counted of one patient's sessions")
struct PatientTalliesTests {
  private func add(
    _ record: TemporaryRecord,
    _ patient: Patient,
    at minutes: Int,
    closed: Bool = true
  ) throws -> SessionNumber {
    let number = try record.openSession(minutes: minutes, patient: patient)
    let tally = SessionTally(timeZero: Instant(milliseconds: minutes))
    _ = try record.store.append(
      to: number,
      at: { TemporaryRecord.moment(minutes + 1) },
      { _, _ in [try record.draft(closed ? .closed : .note("x"), minutes: minutes + 1)] },
      assessing: { _ in Assessed(flags: [], tally: tally) }
    )
    return number
  }

  @Test func `comes by number with the tally of those that are closed, and no other patient's`()
    throws
  {
    let record = try TemporaryRecord()
    let one = try record.addPatient("P-1")
    let other = try record.addPatient("P-2")
    let first = try add(record, one, at: 10)
    _ = try add(record, other, at: 20)
    let void = try add(record, one, at: 30)
    try record.append([.void(Voiding(of: EntryNumber(1), reason: .because("x")))], to: void)
    let open = try add(record, one, at: 40, closed: false)
    let found = try record.store.tallies(of: one.code)
    #expect(found.map(\.session.number) == [first, void, open])
    #expect(found.map(\.session.state) == [.closed, .void, .open])
    #expect(found.map(\.tally?.timeZero) == [Instant(milliseconds: 10), nil, nil])
    #expect(try record.store.tallies(of: PatientCode("P-3")).isEmpty)
  }

  @Test func `a tally that is lost or cannot be read is damage, never none`() throws {
    let record = try TemporaryRecord()
    let patient = try record.addPatient("P-1")
    let number = try add(record, patient, at: 10)
    let refusal = RecordRefusal.damaged(
      path: record.path,
      what: "what was counted of session \(number) cannot be read"
    )
    for change in ["UPDATE tally SET body = x'09'", "DELETE FROM tally"] {
      try record.raw().inDatabase { try $0.execute(sql: change) }
      #expect(throws: refusal) { try record.store.tallies(of: patient.code) }
    }
  }

  @Test func `is found by indexes alone`() throws {
    let record = try TemporaryRecord()
    let plan = try record.store.queue.inDatabase { database in
      try Row.fetchAll(
        database,
        sql: "EXPLAIN QUERY PLAN \(RecordStore.patientTallyStatement)",
        arguments: ["P-1"]
      ).map { $0["detail"] as String }
    }
    #expect(plan.contains { $0.contains("SEARCH s USING INDEX session_patient (patient=?)") })
    #expect(plan.contains { $0.contains("SEARCH t USING INTEGER PRIMARY KEY") })
    #expect(plan.allSatisfy { !$0.hasPrefix("SCAN") && !$0.contains("TEMP B-TREE") }, "\(plan)")
  }
}
