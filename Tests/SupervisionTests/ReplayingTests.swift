import Foundation
import Monitoring
import RecordStore
import SessionRecord
import Supervision
import TestSupport
import Testing

@Suite struct `Replaying another protocol` {
  /// `bp.sys.crit/entry 7` and so on, sorted.
  private func names(_ flags: [Flag]) -> [String] {
    flags.map { "\($0.identity.rule)/\($0.identity.cause)" }.sorted()
  }

  /// What a session's standing flags are, before and after, by asking for them one at a time.
  private func expected(
    _ ward: Ward,
    _ number: Int,
    under monitoringProtocol: MonitoringProtocol
  ) throws -> (before: [String], after: [String]) {
    let log = try ward.supervision.store.entries(of: SessionNumber(number))
    let asOf = try #require(log.map(\.recorded.instant).max())
    let session = try #require(try ward.supervision.store.session(SessionNumber(number)))
    func standing(_ monitoringProtocol: MonitoringProtocol) -> [String] {
      names(
        assess(log, under: monitoringProtocol, asOf: asOf).flags.filter { $0.retractedBy == nil }
      )
    }
    return (
      standing(try ward.supervision.monitoringProtocol(of: session)), standing(monitoringProtocol)
    )
  }

  private func read(_ text: [UInt8]) throws -> MonitoringProtocol {
    try MonitoringProtocol(reading: text, from: "other.json")
  }

  /// The ward's protocol with other limits: of systolic, of heart rate, and without a rule.
  private func changed() throws -> MonitoringProtocol {
    var text = String(decoding: try Ward.text(of: Ward.limitsOnly), as: UTF8.self)
    for (words, others) in [
      (
        "\"id\": \"bp.sys.crit\", \"kind\": \"limit\", \"sign\": \"systolic\", "
          + "\"comparison\": \"at-or-over\", \"limit\": 180",
        "\"id\": \"bp.sys.crit\", \"kind\": \"limit\", \"sign\": \"systolic\", "
          + "\"comparison\": \"at-or-over\", \"limit\": 165"
      ), ("\"id\": \"hr.low.mild\",", "\"id\": \"hr.low.mild\", \"off\": true,"),
      ("\"id\": \"sx.severe\",", "\"id\": \"sx.grave\","),
    ] {
      let place = try #require(text.firstRange(of: words), "the file has no \(words)")
      text.replaceSubrange(place, with: others)
    }
    return try read(Array(text.utf8))
  }

  @Test(arguments: [20_261_125, 7, 99] as [UInt64])
  func `finds no difference under the same protocol`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let ward = try Ward()
    let count = try ward.makeSessions(8, &random)
    let same = try ward.supervision.replay(under: read(Ward.text(of: Ward.limitsOnly)))
    #expect(same.sessions == count, "seed \(seed)")
    #expect(same.differing.map(\.session.number) == [], "seed \(seed)")
    #expect(same.rules.allSatisfy { $0.gained == 0 && $0.lost == 0 }, "seed \(seed)")
    #expect(same.rules.allSatisfy { $0.milder == 0 && $0.worse == 0 }, "seed \(seed)")
    #expect(same.rules.allSatisfy { $0.was == $0.wouldBe }, "seed \(seed)")
    #expect(same.before == same.after)
    let stored = try ward.supervision.store.flags(FlagQuery()).filter {
      $0.flag.retractedBy == nil
    }
    #expect(same.before == stored.count, "seed \(seed)")
    #expect(same.before > count, "seed \(seed): too few flags to say anything")
  }

  @Test(arguments: [20_261_125, 7, 99] as [UInt64])
  func `gains and loses exactly what assessing again says`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let ward = try Ward()
    let count = try ward.makeSessions(8, &random)
    let other = try changed()
    let difference = try ward.supervision.replay(under: other)
    #expect(difference.sessions == count, "seed \(seed)")
    var differing: [Int] = []
    var kept = 0
    for number in 1...count {
      let (before, after) = try expected(ward, number, under: other)
      kept += before.filter(after.contains).count
      let found = difference.differing.first { $0.session.number == SessionNumber(number) }
      #expect(
        found.map { names($0.lost) } ?? [] == before.filter { !after.contains($0) },
        "seed \(seed), session \(number)"
      )
      #expect(
        found.map { names($0.gained) } ?? [] == after.filter { !before.contains($0) },
        "seed \(seed), session \(number)"
      )
      if before != after || found?.changed.isEmpty == false { differing.append(number) }
    }
    #expect(difference.differing.map(\.session.number.value) == differing, "seed \(seed)")
    #expect(difference.rules.reduce(0) { $0 + $1.kept } == kept, "seed \(seed)")
    let rules = Dictionary(uniqueKeysWithValues: difference.rules.map { ($0.rule.text, $0) })
    // The changes show, each in its own way; a rule of another name is another rule.
    #expect(rules["bp.sys.crit"].map { $0.gained > 0 } == true, "seed \(seed)")
    #expect(rules["hr.low.mild"].map { $0.after == 0 && $0.lost > 0 } == true, "seed \(seed)")
    #expect(rules["sx.severe"]?.lost == rules["sx.grave"]?.gained, "seed \(seed)")
    #expect(difference.rules.map(\.rule) == difference.rules.map(\.rule).sorted())
    #expect(difference.before - difference.rules.reduce(0) { $0 + $1.lost } == kept)
  }

  @Test func `tells of each difference the rule, its title, its priority and when`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.type("170/80")
    try ward.at("14:00:00")
    try ward.end()
    let difference = try ward.supervision.replay(under: changed())
    let session = try #require(difference.differing.first)
    #expect(session.session.label == "S-2026-0001")
    #expect(session.lost.isEmpty)
    #expect(
      session.gained.map(\.identity) == [
        FlagIdentity(rule: RuleID("bp.sys.crit"), entry: EntryNumber(2))
      ]
    )
    #expect(session.gained.map(\.title) == ["systolic at or over 165 mmHg"])
    // Medium in the protocol; without a repeat in ten minutes it is confirmed, and a step higher.
    #expect(session.gained.map(\.priority) == [.high])
    #expect(session.gained.map(\.raised) == [try Ward.instant("13:20:00")])
  }

  @Test func `leaves out what was struck out, and is narrowed by day and protocol`() throws {
    let ward = try Ward()
    let other = try changed()
    for (day, clock) in ["09:00:00", "10:00:00", "11:00:00"].enumerated() {
      try ward.at(clock, day: day)
      try ward.open()
      try ward.type("170/80", in: day + 1)
      try ward.end(day + 1)
    }
    func gained(_ difference: ReplayDifference) -> [Int] {
      difference.differing.map(\.session.number.value)
    }
    #expect(gained(try ward.supervision.replay(under: other)) == [1, 2, 3])
    let since = try Ward.instant("10:00:00", day: 1)
    #expect(gained(try ward.supervision.replay(under: other, since: since)) == [2, 3])
    let after = since + TimeSpan(milliseconds: 1)
    #expect(gained(try ward.supervision.replay(under: other, since: after)) == [3])
    let id = ProtocolID("iv-0.5-40")
    #expect(try ward.supervision.replay(under: other, of: id).sessions == 3)
    #expect(try ward.supervision.replay(under: other, of: ProtocolID("im")).sessions == 0)
    try ward.strikeOut(2)
    let left = try ward.supervision.replay(under: other)
    #expect(left.sessions == 2)
    #expect(gained(left) == [1, 3])
    #expect(left.before == 0)
    #expect(left.after == 2)
  }

  @Test func `finds everything lost under a protocol whose rules are off`() throws {
    let seed: UInt64 = 5
    var random = SeededGenerator(seed: seed)
    let ward = try Ward()
    try ward.makeSessions(4, &random)
    var text = String(decoding: try Ward.text(of: Ward.limitsOnly), as: UTF8.self)
    let ids = try read(Array(text.utf8)).rules.filter { !$0.isOff }.map(\.id.text)
    for id in ids {
      let words = "\"id\": \"\(id)\","
      let place = try #require(text.firstRange(of: words))
      text.replaceSubrange(place, with: "\(words) \"off\": true,")
    }
    let difference = try ward.supervision.replay(under: read(Array(text.utf8)))
    #expect(difference.before > 0)
    // What is not a rule of the file stays: a session that nobody closed.
    #expect(
      difference.rules.filter { $0.after > 0 }.map(\.rule.text).allSatisfy { !ids.contains($0) }
    )
    #expect(
      difference.rules.filter { ids.contains($0.rule.text) }
        .allSatisfy { $0.kept == 0 && $0.gained == 0 && $0.lost > 0 }
    )
  }

  @Test func `says how far it is, in order, and ends at the end`() throws {
    let ward = try Ward()
    for number in 1...40 {
      try ward.open("P-\(number)", weight: nil)
      if number % 2 == 0 { try ward.end(number) }
    }
    var told: [(Int, Int)] = []
    _ = try ward.supervision.replay(under: changed()) { told.append(($0, $1)) }
    #expect(told.map(\.1).allSatisfy { $0 == 40 })
    #expect(told.map(\.0) == told.map(\.0).sorted())
    #expect(told.last?.0 == 40)
    #expect(try Ward().supervision.replay(under: changed()).sessions == 0)
  }

  @Test func `of a damaged log is refused, and names the entry`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.type("170/80")
    try ward.tamper(
      "DROP TRIGGER entry_is_not_updated; UPDATE entry SET body = x'00' WHERE number = 2"
    )
    let said = told { _ = try ward.supervision.replay(under: changed()) }
    #expect(said?.hasPrefix("Entry #2 of session 1 is damaged") == true, "\(said ?? "not refused")")
  }

  @Test func `goes on while someone else holds the record for writing`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.type("170/80")
    let other = try changed()
    let difference = try ward.holdingForWriting { try ward.supervision.replay(under: other) }
    #expect(difference.after == 1)
  }
}
