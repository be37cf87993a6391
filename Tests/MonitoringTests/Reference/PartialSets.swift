import Monitoring
import SessionRecord
import TestSupport

/// A session in which every set of every group lacks the same one of its needs.
struct PartialSets {
  let monitoringProtocol: MonitoringProtocol
  /// With the sets.
  private(set) var log: [Entry]
  /// Without them: marks in their place.
  private(set) var bare: [Entry]
  /// How many sets there are.
  private(set) var count = 0
  /// Where something of the schedule begins or ends.
  let instants: [Instant]

  init(_ session: RandomSession, of groups: [ScheduleGroup], seed: UInt64) throws {
    var dice = SeededGenerator(seed: seed)
    // Rules would call for slots, and raise flags of their own.
    monitoringProtocol = session.monitoringProtocol.with(Schedule(groups: groups), rules: [])
    let timeZero = SessionText.origin + .minutes(dice.number(5...20))
    let spans = groups.flatMap { group in
      group.slots.flatMap { slot in
        [slot.opens, .minutes(slot.minutes), TimeSpan.minutes(slot.minutes + 1)]
      }
    }
    let missing = groups.map { $0.needs[dice.number(0...$0.needs.count - 1)] }
    var others: [Need] = []
    for need in groups.flatMap(\.needs) where !missing.contains(need) && !others.contains(need) {
      others.append(need)
    }
    var log = Array(session.log.prefix(1))
    log.append(
      try RandomSession.entry(
        2,
        log[0].commit.value + 1,
        .infusion(.start),
        observed: timeZero,
        recorded: timeZero
      )
    )
    var bare = log
    for time in spans.map({ timeZero + $0 }).filter({ $0 >= SessionText.origin }).sorted() {
      for need in others {
        guard let content = try PartialSets.content(of: need), dice.chance(70) else { continue }
        count += 1
        let number = log.count + 1
        func entry(_ content: Content) throws -> Entry {
          try RandomSession.entry(
            number,
            log[log.count - 1].commit.value + 1,
            content,
            observed: time,
            recorded: time
          )
        }
        let next = (try entry(content), try entry(.mark(nil)))
        log.append(next.0)
        bare.append(next.1)
      }
    }
    self.log = log
    self.bare = bare
    let end = log.map(\.recorded.instant).max() ?? timeZero
    instants = spans.map { timeZero + $0 } + [end, end + .minutes(5), end + .minutes(30)]
  }

  private static func content(of need: Need) throws -> Content? {
    switch need {
    case .sign(let sign):
      switch sign {
      case .oxygenFlow: .vitals(try Vitals([sign: .roomAir]))
      case .consciousness: try .level(.alert)
      case .spo2: try .value(sign, 98)
      case .moaas: try .value(sign, 5)
      case .systolic: try .value(sign, 130)
      case .diastolic, .heartRate: try .value(sign, 80)
      default: nil
      }
    case .effect(let name): .effect(SideEffect(name, course: .absent))
    case .scale(let name): .scale(ScaleScore(scale: name, score: 3))
    }
  }
}
