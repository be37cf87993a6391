import Foundation
import GRDB
import SessionRecord
import Testing

@testable import RecordStore
import TestSupport

@Suite("Flags across sessions")
struct FlagQuestionTests {
  /// Twelve sessions of three patients with random flags, two of them struck out.
  private func filled(seed: UInt64) throws -> (TemporaryRecord, [SessionNumber: [Flag]]) {
    let record = try TemporaryRecord()
    var random = SeededGenerator(seed: seed)
    var patients = [record.patient]
    for number in 15...16 {
      patients.append(
        try record.store.add(
          patient: try PatientCode("P-0\(number)"),
          identity: try Identity(),
          at: TemporaryRecord.opened
        )
      )
    }
    var stored: [SessionNumber: [Flag]] = [:]
    for place in 0..<12 {
      var number = 0
      let flags = try random.list(0...12) { random in
        number += 1
        return try random.flag(number: number)
      }
      let session = try record.openSession(
        patient: patients[place % 3],
        with: [.closed],
        flags: flags
      )
      if place % 6 == 5 {
        let void = Content.void(Voiding(of: EntryNumber(1), reason: .because("wrong patient")))
        try record.append([void], to: session, flags: flags)
      } else {
        stored[session] = flags
      }
    }
    return (record, stored)
  }

  private func query(_ random: inout SeededGenerator) throws -> FlagQuery {
    FlagQuery(
      since: random.maybe { $0.session() },
      until: random.maybe { $0.session() },
      priority: random.maybe { $0.pick(Priority.allCases) },
      rule: random.chance(30) ? RuleID(random.pick(["bp.sys.crit", "overdue.bp"])) : nil,
      patient: random.chance(20) ? try PatientCode("P-015") : nil,
      states: random.chance(40) ? Set(random.list(0...3) { $0.pick(FlagStateName.allCases) }) : nil,
      unacknowledgedOnly: random.chance(30),
      unreviewedOnly: random.chance(30)
    )
  }

  @Test func `are those that the same question finds in memory`() throws {
    let seed: UInt64 = 31_007
    let (record, stored) = try filled(seed: seed)
    let sessions = Dictionary(
      uniqueKeysWithValues: try record.store.sessions(of: nil, openOnly: false).map {
        ($0.number, $0)
      }
    )
    var random = SeededGenerator(seed: seed)
    var answered = 0
    for round in 0..<400 {
      let query = try query(&random)
      let found = try record.store.flags(query)
      let expected = stored.flatMap { number, flags in
        flags.filter { flag in
          query.matches(flag)
            && (query.patient.map { sessions[number]?.opening.patient == $0 } ?? true)
        }.map { (number, $0) }
      }.sorted {
        ($0.1.raised, $0.0, $0.1.number) < ($1.1.raised, $1.0, $1.1.number)
      }
      #expect(found.map(\.flag) == expected.map(\.1), "seed \(seed), round \(round): \(query)")
      #expect(found.map(\.session.number) == expected.map(\.0), "seed \(seed), round \(round)")
      for flag in found { #expect(flag.session == sessions[flag.session.number]) }
      answered += found.count
    }
    #expect(answered > 400)
    #expect(try record.store.flags(FlagQuery()).count == stored.values.joined().count)
  }

  @Test func `include the ends of the time that is asked for`() throws {
    let record = try TemporaryRecord()
    var random = SeededGenerator(seed: 5)
    let flag = try random.flag(number: 1)
    try record.openSession(flags: [flag])
    let millisecond = TimeSpan(milliseconds: 1)
    func count(since: Instant? = nil, until: Instant? = nil) throws -> Int {
      try record.store.flags(FlagQuery(since: since, until: until)).count
    }
    #expect(try count(since: flag.raised, until: flag.raised) == 1)
    #expect(try count(since: flag.raised + millisecond) == 0)
    #expect(try count(until: flag.raised - millisecond) == 0)
  }

  @Test func `are replaced whole by each commit, and their clock is the session's`() throws {
    let record = try TemporaryRecord()
    let session = try record.openSession()
    var random = SeededGenerator(seed: 77)
    let first = try (1...3).map { try random.flag(number: $0) }
    try record.append([.note("a")], to: session, flags: first)
    #expect(Set(try record.store.flags(FlagQuery()).map(\.flag)) == Set(first))
    let second = [first[0], try random.flag(number: 2), try random.flag(number: 4)]
    try record.append([.note("b")], to: session, minutes: 2, flags: second)
    let found = try record.store.flags(FlagQuery())
    #expect(Set(found.map(\.flag)) == Set(second))
    // 2026-11-19 and the days after it: Europe/Berlin is an hour east.
    #expect(found.allSatisfy { $0.offsetMinutes == 60 })
    try record.append([.note("c")], to: session, minutes: 3, flags: [])
    #expect(try record.store.flags(FlagQuery()).isEmpty)
  }

  @Test func `unreviewed are the standing ones that nobody reviewed, in sessions that stand`()
    throws
  {
    let (record, stored) = try filled(seed: 4_711)
    let expected = stored.values.joined().filter { $0.review == nil && $0.retractedBy == nil }
    let found = try record.store.flags(FlagQuery(unreviewedOnly: true))
    #expect(found.count == expected.count)
    #expect(Set(found.map(\.flag)) == Set(expected))
    #expect(!found.isEmpty)
    let columns = try record.raw().read { database in
      try Row.fetchAll(database, sql: "SELECT reviewed, body FROM flag").map { row in
        (row["reviewed"] as Bool, try Flag(body: Array(row["body"] as Data)).review != nil)
      }
    }
    #expect(columns.allSatisfy { $0.0 == $0.1 })
    #expect(Set(columns.map(\.0)) == [true, false])
  }

  @Test func `a stored flag that was changed is refused, not shown`() throws {
    let record = try TemporaryRecord()
    var random = SeededGenerator(seed: 9)
    try record.openSession(flags: [try random.flag(number: 1)])
    try record.raw().writeWithoutTransaction { database in
      try database.execute(sql: "UPDATE flag SET body = CAST(body || x'00' AS BLOB)")
    }
    let refusal = #expect(throws: RecordRefusal.self) { try record.store.flags(FlagQuery()) }
    #expect(refusal?.kind == .damaged)
  }
}
