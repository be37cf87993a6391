import SessionRecord
import Testing

@testable import RecordStore
import TestSupport

@Suite("Encoding of flags and episodes")
struct FlagEncodingTests {
  @Test func `two thousand random flags come back exactly`() throws {
    let seed: UInt64 = 7_001
    var random = SeededGenerator(seed: seed)
    for round in 1...2_000 {
      let flag = try random.flag(number: round)
      let back = try Flag(body: flag.body)
      #expect(back == flag, "seed \(seed), round \(round)")
      #expect(back.body == flag.body, "seed \(seed), round \(round)")
    }
  }

  @Test func `random episodes come back exactly`() throws {
    let seed: UInt64 = 7_002
    var random = SeededGenerator(seed: seed)
    for round in 1...1_000 {
      let episode = EffectEpisode(
        name: EffectName(random.text()),
        onset: random.entryNumber(),
        began: random.stamp(),
        worst: random.maybe { $0.pick(Severity.allCases) },
        worstAt: random.maybe { $0.stamp() },
        distressing: random.chance(50),
        ended: random.maybe { $0.stamp() },
        entries: random.list(1...6) { $0.entryNumber() }
      )
      #expect(try EffectEpisode(body: episode.body) == episode, "seed \(seed), round \(round)")
    }
  }

  @Test func `what a flag is and watches has the numbers of the format`() throws {
    let measures: [(Measure, UInt8, (inout CanonicalWriter) -> Void)] = [
      (.sign(.spo2), 1, { $0.code(5) }), (.effect(EffectName("nausea")), 2, { $0.text("nausea") }),
      (.unverified, 3, { _ in }), (.group(GroupID("bp")), 4, { $0.text("bp") }),
      (.session, 5, { _ in }), (.derived(.shockIndex), 6, { $0.code(3) }),
      (.rate(.systolic), 7, { $0.code(1) }), (.scale("phq-9"), 8, { $0.text("phq-9") }),
      (.news2, 9, { _ in }), (.rule(RuleID("sx.bp")), 10, { $0.text("sx.bp") }),
    ]
    for (measure, number, detail) in measures {
      var expected = CanonicalWriter()
      expected.text("overdue.bp")
      expected.group { writer in
        writer.code(2)
        writer.integer(20)
      }
      expected.integer(7)
      expected.group { writer in
        writer.code(number)
        detail(&writer)
      }
      expected.text("")
      let flag = Flag(
        identity: FlagIdentity(rule: RuleID("overdue.bp"), cause: .slot(minutes: 20)),
        number: FlagNumber(7),
        measure: measure,
        title: "",
        isProcess: true,
        protocolPriority: .medium,
        priority: .medium,
        limit: nil,
        readings: [],
        peak: nil,
        raised: TemporaryRecord.opened,
        known: TemporaryRecord.opened,
        state: .unconfirmed,
        confirmed: nil,
        backInside: nil,
        acknowledgements: [],
        retractedBy: nil
      )
      #expect(flag.body.starts(with: expected.bytes), "\(measure)")
      #expect(try Flag(body: flag.body) == flag)
    }
  }

  @Test func `five thousand damaged flags never trap`() throws {
    let seed: UInt64 = 7_003
    var random = SeededGenerator(seed: seed)
    var refused = 0
    for round in 1...5_000 {
      var body = try random.flag(number: round).body
      for _ in 0..<random.number(1...3) {
        body[random.number(0...body.count - 1)] = UInt8(random.number(0...255))
      }
      do {
        let flag = try Flag(body: body)
        #expect(flag.body == body, "seed \(seed), round \(round)")
      } catch {
        refused += 1
      }
    }
    #expect(refused > 1_000, "seed \(seed): \(refused) refused")
  }
}
