import Foundation
import GRDB
import RecordStore
import SessionRecord
import Testing

@Suite("One open session a patient")
struct OneOpenSessionTests {
  private let reopening = Content.void(Voiding(of: EntryNumber(2), reason: .because("too early")))

  @Test func `is all that can be opened`() throws {
    let record = try TemporaryRecord()
    let first = try record.openSession()
    let label = try #require(try record.store.session(first)?.label)
    let refusal = RecordRefusal.alreadyOpen(record.patient.code, label)
    #expect(throws: refusal) { try record.openSession(minutes: 1) }
    #expect(throws: refusal) { try record.openSession(minutes: 1, with: [.note("x")]) }
    #expect(try record.store.sessions(of: nil, openOnly: false).map(\.number) == [first])
    #expect(
      refusal.description
        == "P-014 already has an open session, S-2026-0001. Nothing was stored. "
        + "Close it first: vigil end S-2026-0001"
    )
    // Another patient's, and one that is closed by the same commit.
    try record.openSession(minutes: 1, patient: record.addPatient())
    let closed = try record.openSession(minutes: 2, with: [.note("x"), .closed])
    #expect(try record.store.session(closed)?.state == .closed)
    // The chains and numbers are those of what was stored.
    #expect(closed == SessionNumber(3))
  }

  @Test func `is all that can be opened again`() throws {
    let record = try TemporaryRecord()
    let first = try record.openSession(with: [.closed])
    let second = try record.openSession(minutes: 1)
    #expect(throws: RecordRefusal.alreadyOpen(record.patient.code, "S-2026-0002")) {
      try record.append([reopening], to: first, minutes: 2)
    }
    #expect(try record.store.session(first)?.state == .closed)
    try record.append([.closed], to: second, minutes: 3)
    try record.append([reopening], to: first, minutes: 4)
    #expect(try record.store.session(first)?.state == .open)
    // What is open already takes entries, and its row is its own.
    try record.append([.note("x")], to: first, minutes: 5)
  }

  @Test func `is what six people get who open one at the same moment`() throws {
    let record = try TemporaryRecord()
    let (path, patient, opening) = (record.path, record.patient.code, record.opening())
    let outcomes = Outcomes()
    DispatchQueue.concurrentPerform(iterations: 6) { _ in
      do {
        let store = try RecordStore.open(at: path, .writing, now: TemporaryRecord.opened)
        _ = try store.open(
          at: { TemporaryRecord.moment(1) },
          { moment in
            [
              Draft(
                id: EntryID(UUID()),
                observed: moment.recorded,
                author: try ClinicianCode("KO"),
                content: .opened(opening)
              )
            ]
          },
          assessing: { _ in .nothing }
        )
        outcomes.add("opened")
      } catch RecordRefusal.alreadyOpen(patient, _) {
        outcomes.add("refused")
      } catch { outcomes.add("\(error)") }
    }
    #expect(outcomes.all.sorted() == ["opened"] + Array(repeating: "refused", count: 5))
    #expect(try record.store.sessions(of: nil, openOnly: true).count == 1)
  }

  @Test func `is opened at the moment at which no one else can write`() throws {
    let record = try TemporaryRecord()
    let other = try record.raw()
    func isHeld() -> Bool {
      other.inDatabase { database in
        do {
          try database.execute(sql: "PRAGMA busy_timeout = 0; BEGIN IMMEDIATE; ROLLBACK")
          return false
        } catch { return true }
      }
    }
    var held: [Bool] = [isHeld()]
    _ = try record.store.open(
      at: {
        held.append(isHeld())
        return TemporaryRecord.moment(3)
      },
      { moment in
        #expect(moment == TemporaryRecord.moment(3))
        return [try record.draft(.opened(record.opening()))]
      },
      assessing: { _ in .nothing }
    )
    #expect(held == [false, true])
  }

  @Test func `comes back with every commit, as it is stored`() throws {
    let record = try TemporaryRecord()
    let number = try record.openSession()
    for contents in [
      [Content.note("x")], [], [.closed], [reopening],
      [.void(Voiding(of: EntryNumber(1), reason: .undone))],
    ] {
      let appended = try record.append(contents, to: number, minutes: 5)
      #expect(try record.store.session(number) == appended.session)
    }
  }
}

/// What became of each try, on other threads.
private final class Outcomes: @unchecked Sendable {
  private let lock = NSLock()
  private var said: [String] = []
  func add(_ outcome: String) { lock.withLock { said.append(outcome) } }
  var all: [String] { lock.withLock { said } }
}
