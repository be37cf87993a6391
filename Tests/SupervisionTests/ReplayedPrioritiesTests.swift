import Foundation
import Monitoring
import RecordStore
import SessionRecord
import Supervision
import TestSupport
import Testing

/// A protocol that changes only how bad its flags are: nothing is gained or lost, and all of it shows.
@Suite struct `Replaying a protocol with other priorities` {
  /// The ward's protocol with some words changed wherever they stand.
  private func changed(_ words: [(String, String)]) throws -> MonitoringProtocol {
    var text = String(decoding: try Ward.text(of: Ward.limitsOnly), as: UTF8.self)
    for (old, new) in words {
      try #require(text.contains(old), "the file has no \(old)")
      text.replace(old, with: new)
    }
    return try MonitoringProtocol(reading: Array(text.utf8), from: "other.json")
  }

  /// A flag, what it was and what it would be.
  private struct Pair: Hashable, Comparable {
    let session: SessionNumber
    let identity: FlagIdentity
    let was: String
    let wouldBe: String

    static func < (left: Pair, right: Pair) -> Bool {
      "\(left)" < "\(right)"
    }
  }

  /// What *told* says differently of the same flag, by assessing each session twice.
  private func expected(
    _ ward: Ward,
    _ count: Int,
    under other: MonitoringProtocol,
    _ told: (Flag) -> String
  ) throws -> [Pair] {
    var pairs: [Pair] = []
    for number in (1...count).map({ SessionNumber($0) }) {
      let log = try ward.supervision.store.entries(of: number)
      let asOf = try #require(log.map(\.recorded.instant).max())
      let session = try #require(try ward.supervision.store.session(number))
      func standing(_ monitoringProtocol: MonitoringProtocol) -> [FlagIdentity: [Flag]] {
        Dictionary(
          grouping: assess(log, under: monitoringProtocol, asOf: asOf).flags
            .filter { $0.retractedBy == nil },
          by: \.identity
        )
      }
      let before = standing(try ward.supervision.monitoringProtocol(of: session))
      let after = standing(other)
      #expect(before.mapValues(\.count) == after.mapValues(\.count))
      for (identity, flags) in before {
        for flag in flags {
          let same = try #require(after[identity]?.first { $0.measure == flag.measure })
          guard told(flag) != told(same) else { continue }
          pairs.append(
            Pair(session: number, identity: identity, was: told(flag), wouldBe: told(same))
          )
        }
      }
    }
    return pairs.sorted()
  }

  private func found(_ difference: ReplayDifference, _ told: (Flag) -> String) -> [Pair] {
    difference.differing.flatMap { session in
      session.changed.map {
        Pair(
          session: session.session.number,
          identity: $0.after.identity,
          was: told($0.before),
          wouldBe: told($0.after)
        )
      }
    }.sorted()
  }

  @Test(arguments: [20_261_125, 7, 99] as [UInt64])
  func `shows every flag whose priority alone changed`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let ward = try Ward()
    let count = try ward.makeSessions(8, &random)
    let other = try changed([
      ("\"priority\": \"high\"", "\"priority\": \"info\""),
      ("\"priority\": \"medium\"", "\"priority\": \"info\""),
    ])
    let difference = try ward.supervision.replay(under: other)
    let pairs = try expected(ward, count, under: other, \.priority.word)
    #expect(found(difference, \.priority.word) == pairs, "seed \(seed)")
    #expect(pairs.count > count, "seed \(seed): too few flags to say anything")
    let rules = difference.rules
    #expect(rules.allSatisfy { $0.gained == 0 && $0.lost == 0 && $0.worse == 0 }, "seed \(seed)")
    #expect(rules.reduce(0) { $0 + $1.milder } == pairs.count, "seed \(seed)")
    #expect(
      Set(difference.differing.map(\.session.number)) == Set(pairs.map(\.session)),
      "seed \(seed)"
    )
    // Nothing is high any more, but what is no rule of the file.
    #expect(rules.contains { ($0.was[.high] ?? 0) > 0 }, "seed \(seed)")
    #expect(
      rules.reduce(0) { $0 + ($1.wouldBe[.high] ?? 0) }
        < rules.reduce(0) { $0 + ($1.was[.high] ?? 0) }
    )
  }

  @Test func `shows where no repeat is waited for, and where nobody has to decide`() throws {
    let ward = try Ward()
    try ward.open()
    try ward.type("185/80")
    try ward.at("13:23:00")
    try ward.type("186/80")
    try ward.at("14:00:00")
    try ward.end()
    let told: (Flag) -> [String] = {
      ["\($0.priority.word)", "\($0.confirmed == $0.raised)", "\($0.isStopCriterionMet)"]
    }
    func changes(_ words: [(String, String)]) throws -> [[String]] {
      let difference = try ward.supervision.replay(under: changed(words))
      return difference.differing.flatMap(\.changed)
        .filter { $0.after.identity.rule == RuleID("bp.sys.crit") }
        .flatMap { [told($0.before), told($0.after), [$0.change?.rawValue ?? "same"]] }
    }
    #expect(try changes([]) == [])
    // Medium, and a step higher once a repeat confirms it.
    let atOnce = try changes([("\"repeat\": true", "\"repeat\": false")])
    #expect(atOnce == [["high", "false", "true"], ["medium", "true", "true"], ["milder"]])
    let without = try changes([(" \"stopCriterion\": true,", "")])
    #expect(without == [["high", "false", "true"], ["high", "false", "false"], ["milder"]])
  }
}
