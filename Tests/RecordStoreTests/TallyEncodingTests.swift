import SessionRecord
import Testing

@testable import RecordStore
import TestSupport

@Suite("Encoding of what is counted")
struct TallyEncodingTests {
  @Test func `two thousand random tallies come back exactly`() throws {
    let seed: UInt64 = 7_003
    var random = SeededGenerator(seed: seed)
    for round in 1...2_000 {
      let tally = try random.tally()
      let back = try SessionTally(body: tally.body)
      #expect(back == tally, "seed \(seed), round \(round)")
      #expect(back.body == tally.body, "seed \(seed), round \(round)")
    }
  }

  @Test func `it is written as the format says`() throws {
    var typed = DigitCounts()
    typed.add(
      try Vitals([
        .systolic: .measured(try Quantity(.systolic, 120), verified: true),
        .diastolic: .measured(try Quantity(.diastolic, 80), verified: true),
        .heartRate: .measured(try Quantity(.heartRate, 77), verified: true),
      ])
    )
    let tally = SessionTally(
      groups: [
        SessionTally.Group(
          id: GroupID("bp"),
          required: 9,
          kept: 5,
          late: 2,
          notObtained: 1,
          deferred: 1,
          overdue: 0,
          missed: 2
        )
      ],
      flags: [
        SessionTally.CountedFlag(
          rule: RuleID("bp.sys.crit"),
          priority: .high,
          isProcess: false,
          acknowledgedAfter: .minutes(2),
          beyond: .until(.minutes(15)),
          review: .expected
        ),
        SessionTally.CountedFlag(
          rule: RuleID("overdue.bp"),
          priority: .medium,
          isProcess: true,
          acknowledgedAfter: nil,
          beyond: nil
        ),
        SessionTally.CountedFlag(
          rule: RuleID("hr.high"),
          priority: .low,
          isProcess: false,
          acknowledgedAfter: nil,
          beyond: .notSeenBackInside
        ),
      ],
      retractedClinical: 3,
      retractedProcess: 4,
      effects: [
        SessionTally.CountedEffect(
          name: EffectName("nausea"),
          worst: .moderate,
          isDistressing: true,
          review: .serious
        )
      ],
      leaving: .againstAdvice,
      typed: typed,
      timeZero: Instant(milliseconds: 1_795_266_300_000),
      given: [
        SessionTally.GivenTotal(
          drug: "ketamine",
          route: .intramuscular,
          firstBegan: Instant(milliseconds: 1_795_266_300_000),
          lastBegan: Instant(milliseconds: 1_795_266_300_001),
          isOfClass: true,
          milligramThousandths: 40_500,
          perKilogramThousandths: nil,
          isIncomplete: true
        ),
        SessionTally.GivenTotal(
          drug: "ondansetron",
          route: nil,
          firstBegan: Instant(milliseconds: 1_795_266_400_000),
          lastBegan: Instant(milliseconds: 1_795_266_400_000),
          isOfClass: false,
          milligramThousandths: nil,
          perKilogramThousandths: 507,
          isIncomplete: false
        ),
      ],
      rise: SessionTally.PressureRise(systolic: 31_000, diastolic: -2_500),
      scores: [
        SessionTally.CountedScore(
          scale: "cadss",
          score: 12,
          items: [4, 8],
          at: Instant(milliseconds: 1_795_268_700_000)
        )
      ],
      serious: [
        SessionTally.SeriousReview(
          entry: EntryNumber(41),
          at: Instant(milliseconds: 1_795_300_000_000)
        )
      ],
      openCountersignatures: [
        SessionTally.OpenCountersignature(
          entry: EntryNumber(3),
          decidedBy: try ClinicianCode("LH"),
          at: Instant(milliseconds: 1_795_266_000_000)
        )
      ]
    )
    var expected = CanonicalWriter()
    expected.list([0]) { _, writer in
      writer.text("bp")
      for count in [9, 5, 2, 1, 1, 0, 2] { writer.integer(count) }
    }
    expected.list([0]) { _, writer in
      writer.text("bp.sys.crit")
      writer.code(4)
      writer.boolean(false)
      writer.integer(120_000)
      writer.code(1)
      writer.integer(900_000)
      writer.code(1)
      writer.text("overdue.bp")
      writer.code(3)
      writer.boolean(true)
      writer.absent()
      writer.absent()
      writer.absent()
      writer.text("hr.high")
      writer.code(2)
      writer.boolean(false)
      writer.absent()
      writer.code(2)
      writer.absent()
    }
    expected.integer(3)
    expected.integer(4)
    expected.list([0]) { _, writer in
      writer.text("nausea")
      writer.code(2)
      writer.boolean(true)
      writer.code(4)
    }
    expected.code(3)
    var digits = Array(repeating: UInt8(0), count: 128)
    // Systolic 0, diastolic 0, heart rate 7, one pair, and it is of zeros.
    for place in [0, 10, 27, 30, 31] { digits[place * 4 + 3] = 1 }
    expected.octets(digits)
    expected.absent()
    addCourse(to: &expected)
    #expect(tally.body == expected.bytes)
  }

  private func addCourse(to expected: inout CanonicalWriter) {
    expected.integer(1_795_266_300_000)
    expected.list([0]) { _, writer in
      writer.text("ketamine")
      writer.code(2)
      writer.integer(1_795_266_300_000)
      writer.integer(1_795_266_300_001)
      writer.boolean(true)
      writer.integer(40_500)
      writer.absent()
      writer.boolean(true)
      writer.text("ondansetron")
      writer.absent()
      writer.integer(1_795_266_400_000)
      writer.integer(1_795_266_400_000)
      writer.boolean(false)
      writer.absent()
      writer.integer(507)
      writer.boolean(false)
    }
    expected.group { writer in
      writer.integer(31_000)
      writer.integer(-2_500)
    }
    expected.list([0]) { _, writer in
      writer.text("cadss")
      writer.integer(12)
      writer.list([4, 8]) { $1.integer($0) }
      writer.integer(1_795_268_700_000)
    }
    expected.list([0]) { _, writer in
      writer.integer(41)
      writer.integer(1_795_300_000_000)
    }
    expected.list([0]) { _, writer in
      writer.integer(3)
      writer.text("LH")
      writer.integer(1_795_266_000_000)
    }
  }

  @Test func `each way of leaving has its number`() {
    let numbers: [LeavingOutcome: UInt8] = [
      .criteriaMet: 1, .unmetWithReasons: 2, .againstAdvice: 3, .noDose: 4, .noCriteria: 5,
    ]
    for outcome in LeavingOutcome.allCases { #expect(outcome.number == numbers[outcome]) }
  }

  @Test func `no part of one is taken for the whole, and no other bytes are`() throws {
    let seed: UInt64 = 7_004
    var random = SeededGenerator(seed: seed)
    for round in 1...40 {
      let body = try random.tally().body
      for length in 0..<body.count {
        #expect(throws: DamagedBody.self, "seed \(seed), round \(round), \(length) bytes") {
          try SessionTally(body: Array(body[..<length]))
        }
      }
      #expect(throws: DamagedBody.self) { try SessionTally(body: body + [0]) }
      for place in body.indices {
        var changed = body
        changed[place] ^= UInt8(random.number(1...255))
        // What is read all the same is another tally, whose bytes they are.
        guard let read = try? SessionTally(body: changed) else { continue }
        #expect(read.body == changed, "seed \(seed), round \(round), byte \(place)")
      }
    }
  }
}

extension SeededGenerator {
  mutating func tally() throws -> SessionTally {
    SessionTally(
      groups: list(0...4) { random in
        SessionTally.Group(
          id: GroupID(random.text()),
          required: random.number(0...40),
          kept: random.number(0...40),
          late: random.number(0...40),
          notObtained: random.number(0...40),
          deferred: random.number(0...40),
          overdue: random.number(0...40),
          missed: random.number(0...40)
        )
      },
      flags: list(0...6) { random in
        SessionTally.CountedFlag(
          rule: RuleID(random.text()),
          priority: random.pick(Priority.allCases),
          isProcess: random.chance(30),
          acknowledgedAfter: random.maybe {
            TimeSpan(milliseconds: $0.number(-100_000...10_000_000))
          },
          beyond: random.maybe {
            $0.chance(50)
              ? .notSeenBackInside : .until(TimeSpan(milliseconds: $0.number(0...9_000_000)))
          },
          review: random.maybe { $0.pick(ReviewVerdict.allCases) }
        )
      },
      retractedClinical: number(0...5),
      retractedProcess: number(0...5),
      effects: list(0...4) { random in
        SessionTally.CountedEffect(
          name: EffectName(random.text()),
          worst: random.maybe { $0.pick(Severity.allCases) },
          isDistressing: random.chance(30),
          review: random.maybe { $0.pick(ReviewVerdict.allCases) }
        )
      },
      leaving: maybe { $0.pick(LeavingOutcome.allCases) },
      typed: try digits(),
      imported: try digits(),
      timeZero: maybe { $0.instant() },
      given: list(0...3) { $0.givenTotal() },
      rise: maybe {
        SessionTally.PressureRise(
          systolic: $0.number(-40_000...120_000),
          diastolic: $0.number(-40_000...90_000)
        )
      },
      scores: list(0...3) {
        SessionTally.CountedScore(
          scale: $0.text(),
          score: $0.number(-10...200),
          items: $0.list(0...3) { $0.number(0...4) },
          at: $0.instant()
        )
      },
      serious: list(0...2) {
        SessionTally.SeriousReview(entry: $0.entryNumber(), at: $0.instant())
      },
      openCountersignatures: try (0..<number(0...2)).map { _ in
        SessionTally.OpenCountersignature(
          entry: entryNumber(),
          decidedBy: try ClinicianCode(pick(["LH", "PD", "K-1"])),
          at: instant()
        )
      }
    )
  }

  private mutating func givenTotal() -> SessionTally.GivenTotal {
    SessionTally.GivenTotal(
      drug: text(),
      route: maybe { $0.pick(Route.allCases) },
      firstBegan: instant(),
      lastBegan: instant(),
      isOfClass: chance(50),
      milligramThousandths: maybe { $0.number(0...900_000) },
      perKilogramThousandths: maybe { $0.number(0...9_000) },
      isIncomplete: chance(30)
    )
  }

  private mutating func digits() throws -> DigitCounts {
    let columns = (0..<DigitCounts.columns).map { _ in number(0...70_000) }
    guard chance(70), let digits = DigitCounts(columns: columns) else { return DigitCounts() }
    return digits
  }
}
