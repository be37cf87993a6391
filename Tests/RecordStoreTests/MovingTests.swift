import Foundation
import GRDB
import SessionRecord
import Testing

@testable import RecordStore

@Suite("Moving between two sessions")
struct MovingTests {
  private let record: TemporaryRecord
  private let source: SessionNumber
  private let right: Patient

  init() throws {
    record = try TemporaryRecord()
    source = try record.openSession(with: [try vitals(184, 96), .note("restless")])
    right = try record.addPatient()
  }

  @Test func `a session is opened and the other grows, in one transaction`() throws {
    let moved = try move()
    #expect(moved.target.session.number == SessionNumber(2))
    #expect(moved.target.session.opening.patient == right.code)
    #expect(moved.target.log.map(\.content.kind) == [.opened, .vitals, .note])
    #expect(moved.source.session.state == .void)
    #expect(try record.store.entries(of: SessionNumber(2)) == moved.target.log)
    #expect(try record.store.entries(of: source) == moved.source.log)
    for number in [source, SessionNumber(2)] {
      #expect(try record.store.brokenLink(in: .session(number)) == nil)
    }
    #expect(try record.store.sessions(of: nil, openOnly: true).map(\.number.value) == [2])
  }

  @Test func `entries join a session that is there`() throws {
    let target = try record.openSession(patient: right)
    let moved = try move(to: target) { logs in
      #expect(logs.target.map(\.content.kind) == [.opened])
      return try copies(of: logs.source.suffix(1))
    }
    #expect(moved.target.log.map(\.number.value) == [1, 2])
    #expect(moved.target.new.map(\.number.value) == [2])
  }

  @Test func `flags are stored for both as they are assessed`() throws {
    let found = Flag(
      identity: FlagIdentity(rule: RuleID("bp.sys.crit"), entry: EntryNumber(2)),
      number: FlagNumber(1),
      measure: .sign(.systolic),
      title: "systolic at or over 180",
      isProcess: false,
      protocolPriority: .high,
      priority: .high,
      limit: nil,
      readings: [BreakingReading(entry: EntryNumber(2), observed: TemporaryRecord.opened)],
      peak: nil,
      raised: TemporaryRecord.opened,
      known: TemporaryRecord.opened,
      state: .unconfirmed,
      confirmed: nil,
      backInside: nil,
      acknowledgements: [],
      retractedBy: nil
    )
    _ = try record.store.move(
      from: source,
      to: nil,
      at: { TemporaryRecord.moment(5) },
      { logs, _ in MoveDrafts(source: [try strike()], target: try whole(logs)) },
      assessing: { number, log in
        #expect(log.count == (number == source ? 4 : 3))
        return Assessed(number == source ? [] : [found])
      }
    )
    let stored = try record.store.flags(FlagQuery())
    #expect(stored.map(\.session.number.value) == [2])
    #expect(stored.map(\.flag) == [found])
  }

  // MARK: - All or nothing

  @Test func `a commit that fails leaves both as they were`() throws {
    let before = try state()
    let observer = CommitThatFails()
    record.store.queue.add(transactionObserver: observer)
    let refusal = #expect(throws: RecordRefusal.self) { _ = try move() }
    record.store.queue.remove(transactionObserver: observer)
    #expect(refusal?.kind == .notSaved)
    #expect(try state() == before)
    _ = try move()
    #expect(try state() != before)
  }

  @Test func `what fails between the two sessions leaves both as they were`() throws {
    let before = try state()
    // The new session is written by then, and the other is not.
    var wasWritten = false
    #expect(throws: Broken.self) {
      _ = try record.store.move(
        from: source,
        to: nil,
        at: { TemporaryRecord.moment(5) },
        { logs, _ in MoveDrafts(source: [try strike()], target: try whole(logs)) },
        assessing: { number, _ in
          guard number == source else {
            wasWritten = true
            return Assessed([])
          }
          throw Broken()
        }
      )
    }
    #expect(wasWritten)
    #expect(try state() == before)
  }

  @Test func `an id that is there already leaves both as they were`() throws {
    let before = try state()
    let known = try #require(try record.store.entries(of: source).last)
    #expect(throws: RecordRefusal.alreadySaved(known.id, .session(source), known.number)) {
      _ = try record.store.move(
        from: source,
        to: nil,
        at: { TemporaryRecord.moment(5) },
        { logs, _ in
          MoveDrafts(
            source: [try record.draft(.note("again"), id: known.id)],
            target: try whole(logs)
          )
        },
        assessing: { _, _ in Assessed([]) }
      )
    }
    #expect(try state() == before)
  }

  @Test func `a patient with another open session gets no second one`() throws {
    let other = try record.openSession(patient: right)
    let before = try state()
    let label = try #require(try record.store.session(other)).label
    #expect(throws: RecordRefusal.alreadyOpen(right.code, label)) { _ = try move() }
    #expect(try state() == before)
  }

  @Test func `what does not begin with an opening opens nothing`() throws {
    let before = try state()
    #expect(throws: RecordRefusal.notStorable(what: "vitals")) {
      _ = try move { logs in try copies(of: logs.source.dropFirst()) }
    }
    #expect(try state() == before)
  }

  // MARK: - Doing it

  private struct Broken: Error {}

  private final class CommitThatFails: TransactionObserver {
    func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { false }
    func databaseDidChange(with event: DatabaseEvent) {}
    func databaseWillCommit() throws { throw DatabaseError(resultCode: .SQLITE_IOERR_FSYNC) }
    func databaseDidCommit(_ database: Database) {}
    func databaseDidRollback(_ database: Database) {}
  }

  private func move(
    to target: SessionNumber? = nil,
    _ drafts: ((MoveLogs) throws -> [Draft])? = nil
  ) throws -> Moved {
    try record.store.move(
      from: source,
      to: target,
      at: { TemporaryRecord.moment(5) },
      { logs, _ in
        MoveDrafts(source: [try strike()], target: try drafts?(logs) ?? whole(logs))
      },
      assessing: { _, _ in Assessed([]) }
    )
  }

  private func strike() throws -> Draft {
    try record.draft(.void(Voiding(of: EntryNumber(1), reason: .because("moved"))))
  }

  private func whole(_ logs: MoveLogs) throws -> [Draft] {
    let opening = Opening(
      patient: right.code,
      identity: right.commitment,
      monitoringProtocol: record.reference,
      setting: .clinic,
      zone: "Europe/Berlin",
      prescriber: nil
    )
    return [try record.draft(.opened(opening))] + (try copies(of: logs.source.dropFirst()))
  }

  private func copies(of entries: some Sequence<Entry>) throws -> [Draft] {
    try entries.map { try record.draft($0.content) }
  }

  /// Everything that is in the tables that a move writes.
  private func state() throws -> [String] {
    try record.store.queue.inDatabase { database in
      try ["entry", "session", "flag", "effect", "reading", "tally"].flatMap { table in
        try Row.fetchAll(database, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" }
      }
    }
  }
}
