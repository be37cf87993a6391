import Foundation
import GRDB
import SessionRecord
import Testing

@testable import RecordStore

/// Flags that time alone raised, which no entry broke.
@Suite("Flags of time alone")
struct TimedFlagTests {
  private let bp = GroupID("bp")

  private func flag(
    _ number: Int,
    _ rule: RuleID,
    _ cause: FlagCause,
    measure: Measure,
    priority: Priority = .medium,
    after minutes: Int,
    cleared: Int? = nil,
    acknowledged: Bool = false
  ) throws -> Flag {
    let raised = TemporaryRecord.opened + .minutes(minutes)
    return Flag(
      identity: FlagIdentity(rule: rule, cause: cause),
      number: FlagNumber(number),
      measure: measure,
      title: "blood pressure and heart rate overdue, due at T+20",
      isProcess: true,
      protocolPriority: priority,
      priority: priority,
      limit: nil,
      readings: [],
      peak: nil,
      raised: raised,
      known: raised,
      state: cleared.map {
        .cleared(at: TemporaryRecord.opened + .minutes($0), repeated: false)
      } ?? .confirmed(at: raised, repeated: false),
      confirmed: raised,
      backInside: nil,
      acknowledgements: acknowledged
        ? [
          FlagAcknowledgement(
            entry: EntryNumber(3),
            at: raised,
            by: try ClinicianCode("KO"),
            text: "cuff replaced",
            covering: false
          )
        ] : [],
      retractedBy: nil
    )
  }

  /// One of each cause, oldest first.
  private func flags() throws -> [Flag] {
    [
      try flag(
        1,
        bp.overdueRule,
        .baseline,
        measure: .group(bp),
        after: 15,
        cleared: 18,
        acknowledged: true
      ),
      try flag(2, bp.overdueRule, .slot(minutes: 20), measure: .group(bp), after: 45),
      try flag(
        3,
        RuleID("bp.sys.crit"),
        .entry(EntryNumber(2)),
        measure: .sign(.systolic),
        priority: .high,
        after: 50
      ),
      try flag(
        4,
        RuleID("session.not-closed"),
        .silence,
        measure: .session,
        priority: .low,
        after: 770
      ),
    ]
  }

  @Test func `are found by everything that flags are asked for by`() throws {
    let record = try TemporaryRecord()
    let flags = try flags()
    try record.openSession(with: [vitals(190, 90)], flags: flags)
    let other = try record.addPatient()
    let queries: [(FlagQuery, [Int])] = [
      (FlagQuery(), [1, 2, 3, 4]), (FlagQuery(rule: bp.overdueRule), [1, 2]),
      (FlagQuery(rule: RuleID("session.not-closed")), [4]),
      (FlagQuery(priority: .medium), [1, 2, 3]), (FlagQuery(priority: .high), [3]),
      (FlagQuery(states: [.open]), [2, 3, 4]), (FlagQuery(states: [.cleared]), [1]),
      (FlagQuery(unacknowledgedOnly: true), [2, 3, 4]),
      (FlagQuery(since: flags[1].raised), [2, 3, 4]), (FlagQuery(until: flags[1].raised), [1, 2]),
      (FlagQuery(patient: record.patient.code), [1, 2, 3, 4]), (FlagQuery(patient: other.code), []),
    ]
    for (query, numbers) in queries {
      let found = try record.store.flags(query).map(\.flag)
      #expect(found == flags.filter { numbers.contains($0.number.value) }, "\(query)")
    }
  }

  @Test func `have no entry in their row, and others have theirs`() throws {
    let record = try TemporaryRecord()
    let session = try record.openSession(with: [vitals(190, 90)], flags: flags())
    func entries() throws -> [Int?] {
      try record.raw().read { database in
        try Row.fetchAll(database, sql: "SELECT entry FROM flag ORDER BY number").map {
          $0["entry"]
        }
      }
    }
    #expect(try entries() == [nil, nil, 2, nil])
    // The same flag may become one of an entry, and back.
    var swapped = try flags()
    swapped[2] = try flag(3, bp.overdueRule, .slot(minutes: 30), measure: .group(bp), after: 55)
    try record.append([.note("x")], to: session, flags: swapped)
    #expect(try entries() == [nil, nil, nil, nil])
    #expect(try record.store.flags(FlagQuery()).map(\.flag) == swapped)
    #expect(throws: DatabaseError.self) {
      try record.raw().writeWithoutTransaction { database in
        try database.execute(sql: "UPDATE flag SET entry = 0")
      }
    }
  }

  @Test func `differ in nothing but their cause, and stay apart`() throws {
    let causes: [FlagCause] = [
      .entry(EntryNumber(20)), .slot(minutes: 20), .slot(minutes: 30), .baseline, .silence,
    ]
    let bodies = try causes.map {
      try flag(1, bp.overdueRule, $0, measure: .group(bp), after: 45).body
    }
    #expect(Set(bodies).count == causes.count)
    #expect(try bodies.map { try Flag(body: $0).identity.cause } == causes)
  }

  // MARK: - The clock beside them

  /// The offsets of flags in a session whose log has these clocks, by minutes after opening.
  private func offsets(zone: String, _ clocks: [(minutes: Int, offset: Int)]) throws -> [Int] {
    let record = try TemporaryRecord()
    let contents =
      [Content.opened(record.opening(zone: zone))] + clocks.dropFirst().map { _ in .note("x") }
    let drafts = try zip(contents, clocks).map { content, clock in
      Draft(
        id: EntryID(UUID()),
        observed: Stamp(
          TemporaryRecord.opened + .minutes(clock.minutes),
          offsetMinutes: clock.offset
        ),
        author: try ClinicianCode("KO"),
        content: content
      )
    }
    let flags = try flags()
    _ = try record.store.open(
      at: { TemporaryRecord.moment(60) },
      { _ in drafts },
      assessing: { _ in Assessed(flags) }
    )
    return try record.store.flags(FlagQuery()).map(\.offsetMinutes)
  }

  @Test func `go by the session's zone`() throws {
    #expect(try offsets(zone: "Asia/Kolkata", [(0, 60), (40, 120)]) == [330, 330, 330, 330])
  }

  @Test func `go by the entries where the machine does not know the zone`() throws {
    // Raised at 15, 45, 50 (by entry 2, of minute 40) and 770 minutes.
    #expect(try offsets(zone: "Nowhere/Else", [(0, 60), (40, 120)]) == [60, 120, 120, 120])
    #expect(
      try offsets(zone: "Nowhere/Else", [(0, 60), (48, 120), (700, -210)]) == [60, 60, 120, -210]
    )
    // A later entry by another clock does not move what entry 2 broke.
    #expect(
      try offsets(zone: "Nowhere/Else", [(0, 60), (40, 120), (44, -210)]) == [60, -210, 120, -210]
    )
    // Nothing was observed before the first.
    #expect(try offsets(zone: "Nowhere/Else", [(16, 60), (40, 120)]) == [0, 120, 120, 120])
  }
}
