import Monitoring
import SessionRecord
import TestSupport
import Testing

/// That the simulated patients are who they are said to be, and that what is counted can change.
@Suite struct SimulatedSessionTests {
  private static let seed: UInt64 = 20_261_125
  private static let sessions = 100

  @Test(arguments: BuiltInProtocol.allCases)
  func `a seed and a number say a whole session`(_ builtIn: BuiltInProtocol) throws {
    let monitoringProtocol = try MonitoringProtocol.builtIn(named: builtIn.name)
    func run(_ numbers: Range<Int>, seed: UInt64) throws -> BurdenTally {
      try BurdenTally.run(numbers, seed: seed, under: monitoringProtocol)
    }
    let whole = try run(0..<16, seed: Self.seed)
    #expect(try run(0..<16, seed: Self.seed) == whole)
    #expect(try run(0..<8, seed: Self.seed) + run(8..<16, seed: Self.seed) == whole)
    #expect(try run(0..<16, seed: Self.seed + 1) != whole)
  }

  @Test func `rises have the mean and the deviation that are published`() {
    // Yale: +16.0 (SD 11.2) systolic, +11.0 (8.45) diastolic; pulse +4 (8).
    var systolic = Moments()
    var diastolic = Moments()
    var pulse = Moments()
    var base = Moments()
    for patient in Self.patients(4_000, on: .intravenous) {
      systolic.add(patient.systolicRise)
      diastolic.add(patient.diastolicRise)
      pulse.add(patient.pulseRise)
      base.add(patient.systolic)
    }
    // Four standard errors of the mean; the cut at -5 moves it by +0.13 and takes 0.3 of the deviation.
    #expect(abs(systolic.mean - 16.13) < 4 * 11.2 / 63.2)
    #expect(abs(systolic.deviation - 10.9) < 0.6)
    #expect(abs(diastolic.mean - (0.6 * 16.13 + 1.5)) < 4 * 7.8 / 63.2)
    #expect(abs(pulse.mean - 4) < 4 * 8 / 63.2)
    #expect(abs(base.mean - 122) < 4 * 12 / 63.2)
    #expect(abs(base.deviation - 12) < 0.6)
  }

  @Test func `effects come as often as is published`() {
    let patients = Self.patients(4_000, on: .intranasal)
    for rate in EffectRate.published {
      let count = patients.filter { $0.course.effects.contains { $0.name == rate.effect } }.count
      let error = (rate.share * (1 - rate.share) / 4_000).squareRoot()
      #expect(abs(Double(count) / 4_000 - rate.share) < 4 * error, "\(rate.effect)")
    }
    let sedated = patients.filter { patient in
      stride(from: 5.0, to: 120, by: 1).contains { patient.course.alertness(at: $0) < 5 }
    }
    // 48 to 61 % [S29].
    #expect((48...61).contains(sedated.count * 100 / 4_000))
    let lozenge = Self.patients(4_000, on: .sublingual).filter { !$0.course.effects.isEmpty }
    // 18.8 % of a lozenge series had any.
    #expect(abs(Double(lozenge.count) / 4_000 - 0.188) < 0.03)
  }

  @Test func `each curve comes to one and goes again`() {
    for curve in ResponseCurve.allCases {
      #expect(curve.share(at: 0) == 0)
      #expect(curve.share(at: -5) == 0)
      #expect(abs(curve.share(at: curve.peak) - 1) < 0.000_001)
      let later = stride(from: curve.peak + 10, through: 180, by: 10).map(curve.share)
      #expect(zip(later, later.dropFirst()).allSatisfy { $0 > $1 })
      #expect(curve.share(at: curve.peak - 5) < 1)
    }
  }

  @Test(arguments: BuiltInProtocol.allCases)
  func `everything that is due is typed in time`(_ builtIn: BuiltInProtocol) throws {
    let monitoringProtocol = try MonitoringProtocol.builtIn(named: builtIn.name)
    for number in 0..<80 {
      let session = try SimulatedSession(number, seed: Self.seed, under: monitoringProtocol)
      let late = session.assessment.flags.filter { $0.identity.entry == nil }
        .filter { flag in
          monitoringProtocol.schedule.groups.contains { $0.id.overdueRule == flag.identity.rule }
        }
      #expect(late.isEmpty, "session \(number): \(late.map(\.identity))")
      #expect(session.closedAt >= Double(SimulatedSession.stay))
      #expect(
        !session.log.entries.contains { entry in
          if case .dose(let dose) = entry.content { !dose.unverified.isEmpty } else { false }
        }
      )
    }
  }

  /// A control: the counts come from the rules, so that a moved limit moves them.
  @Test func `another limit is another count`() throws {
    let monitoringProtocol = try MonitoringProtocol.builtIn(named: "iv-0.5-40")
    let rise = RuleID("bp.sys.rise")
    func count(by change: Int) throws -> Int {
      let changed = monitoringProtocol.changingRules { rule in
        rule.id == rise
          ? rule.with(.change(BaselineChange(.systolic, .atOrOver, .absolute(change * 1_000))))
          : rule
      }
      let tally = try BurdenTally.run(0..<Self.sessions, seed: Self.seed, under: changed)
      return tally.rules[rise.text]?.sessions ?? 0
    }
    let strict = try count(by: 20)
    let asItComes = try count(by: 40)
    let lax = try count(by: 90)
    #expect(strict > 3 * asItComes)
    #expect(asItComes > lax)
    #expect(lax == 0)
    let plain = try BurdenTally.run(0..<Self.sessions, seed: Self.seed, under: monitoringProtocol)
    #expect(plain.rules[rise.text]?.sessions == asItComes)
    #expect(plain.measured.pressure[.systolicRise40] == asItComes)
  }

  private static func patients(_ count: Int, on curve: ResponseCurve) -> [SimulatedPatient] {
    (0..<count).map { number in
      var dice = SeededGenerator(seed: SeededGenerator.seed(seed, session: number))
      return SimulatedPatient(&dice, on: curve)
    }
  }
}
