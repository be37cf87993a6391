import Foundation
import GRDB
import Monitoring
import SessionRecord
import Supervision
import TestSupport
import Testing

@testable import RecordStore

@Suite struct `A summary against the same reckoned slowly` {
  /// Random sessions under a protocol with a schedule, some of them imported, some acknowledged.
  private func ward(seed: UInt64) throws -> Ward {
    var random = SeededGenerator(seed: seed)
    let ward = try Ward()
    try ward.makeReviewedAtRandom(5, &random)
    return ward
  }

  @Test(arguments: [20_261_126, 77] as [UInt64])
  func `has the same numbers for random sessions`(seed: UInt64) throws {
    let ward = try ward(seed: seed)
    let review = try ward.supervision.summary(SummaryQuery()).review
    let slow = try SlowReview(ward)
    #expect(review.sessions.counted == slow.files.count, "seed \(seed)")
    let (ours, theirs) = (review.lines, slow.lines)
    #expect(ours.subtracting(theirs).sorted() == [], "seed \(seed)")
    #expect(theirs.subtracting(ours).sorted() == [], "seed \(seed)")
    #expect(review.sessions.void == 1, "seed \(seed)")
    for outcome in LeavingOutcome.allCases {
      let found = slow.files.filter {
        !$0.session.isOpen
          && $0.assessment.chart.leavingDecision?.decision.outcome.kind == outcome
      }
      #expect(review.leaving.count(outcome) == found.count, "seed \(seed)")
    }
    // There is something to be compared.
    #expect(review.clinical.total > 10, "seed \(seed)")
    #expect(review.process.total > 3, "seed \(seed)")
    #expect(review.groups.contains { $0.missed > 0 && $0.kept > 0 }, "seed \(seed)")
    #expect(review.clinical.rules.contains { $0.beyond.count > 1 }, "seed \(seed)")
    #expect(Priority.allCases.contains { review.clinical.priority($0).acknowledged.count > 1 })
    #expect(review.imported.pairs > 0 && review.typed.pairs > 0, "seed \(seed)")
    try expectStoredIsDerived(in: ward, seed: seed)
  }

  /// What lies in the file is what the log gives again.
  private func expectStoredIsDerived(in ward: Ward, seed: UInt64) throws {
    let sessions = try ward.supervision.store.sessions(of: nil, openOnly: false)
    #expect(sessions.count == 6)
    for session in sessions {
      let log = try ward.supervision.store.entries(of: session.number)
      let last = try #require(log.map(\.recorded.instant).max())
      let rules = try ward.supervision.monitoringProtocol(of: session)
      let derived = assess(log, under: rules, asOf: last).tally(under: rules.formulary)
      #expect(try ward.stored(session.number) == derived, "seed \(seed), \(session.label)")
    }
    #expect(
      try ward.stored(SessionNumber(1)) != ward.stored(SessionNumber(2)),
      "seed \(seed): the sessions say nothing different"
    )
  }

  @Test func `another tally in the file is found out`() throws {
    let seed: UInt64 = 8
    let ward = try ward(seed: seed)
    let closed = try #require(
      try ward.supervision.store.sessions(of: nil, openOnly: false).last { $0.state == .closed }
    )
    let slow = try SlowReview(ward).lines
    #expect(try ward.supervision.summary(SummaryQuery()).review.lines == slow)
    try ward.tamper(
      "UPDATE tally SET body = (SELECT body FROM tally WHERE session = 2) WHERE session = \(closed.number)"
    )
    #expect(try ward.supervision.summary(SummaryQuery()).review.lines != slow, "seed \(seed)")
  }
}

extension Ward {
  /// Every third stays open, and one after them is struck out.
  fileprivate func makeReviewedAtRandom(_ count: Int, _ random: inout SeededGenerator) throws {
    for number in 1...count + 1 {
      hands.now = try Ward.instant("08:00:00") + .minutes(5 * number)
      try open("P-\(number)", under: Ward.whole)
      var isGiven = false
      for _ in 0..<random.number(10...26) {
        hands.now = hands.now + .seconds(random.number(20...500))
        // What is refused is no entry.
        _ = told {
          try self.type(self.reviewedLine(&random, in: number, &isGiven), in: number)
        }
        if random.once(in: 6) { try addImported(&random, to: number) }
      }
      if number % 3 != 0 { try endAtRandom(&random, number) }
      if number % 3 == 1 { _ = told { try self.type("void #2 -- wrong line", in: number) } }
    }
    try strikeOut(count + 1)
  }

  /// With a reason for all that is not met, or against advice; where nothing was given, with neither.
  private func endAtRandom(_ random: inout SeededGenerator, _ number: Int) throws {
    var request = LeavingRequest()
    request.decidedBy = try ClinicianCode("LH")
    if random.chance(30) {
      request.againstAdvice = (reason: "wants to go home", witness: "MB")
    } else {
      request.reasons = [(criterion: nil, text: "goes to the ward")]
    }
    let refused = told {
      _ = try supervision.end(SessionNumber(number), by: ClinicianCode("KO"), request)
    }
    if refused != nil { try end(number) }
  }

  private func reviewedLine(
    _ random: inout SeededGenerator,
    in number: Int,
    _ isGiven: inout Bool
  ) -> String {
    if !isGiven, random.once(in: 3) {
      isGiven = true
      return "ketamine 36 mg iv over 40 min"
    }
    let pressure = "\(random.number(85...205))/\(random.number(45...84))"
    return switch random.number(1...14) {
    case 1...5:
      "\(pressure) \(random.number(38...140)) \(random.number(86...99))% rr 14 moaas 5 A ra"
    case 6: "rr \(random.number(6...28)) moaas \(random.number(1...5))"
    case 7:
      "\(random.pick(["nausea", "headache"])) \(random.pick(["mild", "severe", "gone"]))"
    case 8: "dissociation \(random.pick(["moderate", "severe"])) distressing"
    case 9: "fix last \(pressure) -- read again"
    case 10: "void last -- not this patient"
    case 11: "ack all looking"
    case 12: "bp - hr - -- cuff error"
    case 13: "defer spo2 -- asleep"
    default: "undo"
    }
  }

  private func addImported(_ random: inout SeededGenerator, to number: Int) throws {
    let line = "\(random.number(100...150))/\(random.number(60...90)) \(random.number(60...99))"
    _ = try supervision.record(
      [.line(line)],
      in: SessionNumber(number),
      as: Authorship(author: try ClinicianCode("KO"), source: .imported(document: "a.csv"))
    )
  }

  /// What is counted of a session as it lies in the file, whatever state it is in.
  fileprivate func stored(_ number: SessionNumber) throws -> SessionTally {
    let body = try DatabaseQueue(path: path).read {
      try Data.fetchOne(
        $0,
        sql: "SELECT body FROM tally WHERE session = ?",
        arguments: [number.value]
      )
    }
    return try SessionTally(body: Array(try #require(body)))
  }
}
