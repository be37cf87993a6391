import Monitoring
import SessionRecord
import TestSupport

/// What is typed next into a random session: readings and effects near the limits, and every way of
/// correcting, withdrawing, verifying and acknowledging them.
struct RandomEntries {
  private let monitoringProtocol: MonitoringProtocol
  private var values: RandomValues
  private let times: TellingTimes
  private var dice: SeededGenerator

  init(_ monitoringProtocol: MonitoringProtocol, dice: SeededGenerator) {
    self.monitoringProtocol = monitoringProtocol
    self.dice = dice
    times = TellingTimes(monitoringProtocol)
    values = RandomValues(monitoringProtocol, dice: SeededGenerator(seed: self.dice.next()))
  }

  mutating func next(after log: [Entry], by clock: Instant) throws -> Content {
    // One correction calls for another, so that a flag goes and comes back within one commit.
    if case .amendment? = log.last?.content, dice.chance(55) {
      return dice.chance(70) ? try amendment(log, by: clock) : void(log)
    }
    let hasSchedule = !monitoringProtocol.schedule.groups.isEmpty
    if hasSchedule, dice.chance(log.last?.content.kind == .deferred ? 45 : 12) {
      return deferral()
    }
    // Slots exist only with a time zero.
    if hasSchedule, dice.chance(25), !log.contains(where: { Self.starts($0.content) }) {
      return .infusion(.start)
    }
    if values.isGiven, log.count > 2, dice.chance(30),
      !log.contains(where: { Self.starts($0.content) })
    {
      return .infusion(.start)
    }
    if values.isGiven, dice.chance(18) { return try values.administration() }
    return switch dice.number(1...100) {
    case 1...52: try values.observation()
    case 53...57: try values.administration()
    case 58...65: try acknowledgement(log)
    case 66...72: verification(log)
    case 73...84: try amendment(log, by: clock)
    case 85...93: void(log)
    case 94...95: .closed
    default: dice.chance(50) ? .note("well") : .action("repositioned the cuff")
    }
  }

  private static func starts(_ content: Content) -> Bool {
    switch content {
    case .infusion(.start): true
    case .dose(let dose): dose.drug == "ketamine"
    default: false
    }
  }

  private mutating func deferral() -> Content {
    let subject: Deferral.Subject =
      switch dice.number(1...10) {
      case 1...4: .wholeSet
      case 6...7: .bloodPressure
      case 5: .scale(RandomSchedule.scale)
      case 8: .effect(dice.pick(.dissociation, EffectName("nausea")))
      default: .sign(dice.pick(.heartRate, .spo2, .systolic, .consciousness, .moaas))
      }
    return .deferred(Deferral(subject, reason: "in a deep state"))
  }

  private mutating func acknowledgement(_ log: [Entry]) throws -> Content {
    let commits = ReferenceCommit.all(of: log, mistake: nil)
    let look = ReferenceLook(
      commits,
      under: monitoringProtocol,
      asOf: log.map(\.recorded.instant).max() ?? SessionText.origin,
      permits: ReferencePermits(commits, under: monitoringProtocol),
      mistake: nil
    )
    // What time alone raised is asked for by name.
    let timed = look.episodes.filter { $0.identity.entry == nil }
    let episodes = timed.isEmpty || dice.chance(60) ? look.episodes : timed
    var flags: [Acknowledgement.Named] = []
    for _ in 0..<dice.pick(1, 1, 2, 3) {
      let identity: FlagIdentity
      if !episodes.isEmpty, dice.chance(85) {
        let episode = episodes[dice.number(0...episodes.count - 1)]
        if episode.readings.isEmpty || dice.chance(60) {
          identity = episode.identity
        } else {
          let reading = dice.number(0...episode.readings.count - 1)
          identity = FlagIdentity(
            rule: episode.identity.rule,
            entry: episode.readings[reading].entry
          )
        }
      } else {
        let rules = monitoringProtocol.rules
        identity = FlagIdentity(
          rule: rules[dice.number(0...rules.count - 1)].id,
          entry: EntryNumber(dice.number(1...log.count + 3))
        )
      }
      flags.append(
        Acknowledgement.Named(number: FlagNumber(dice.number(1...9)), flag: identity)
      )
    }
    return .acknowledgement(Acknowledgement(flags: flags, text: "seen \(log.count)"))
  }

  private mutating func verification(_ log: [Entry]) -> Content {
    let doubted = ReferenceChart(log: log, mistake: nil).entries.filter(\.content.isDoubted)
    guard !doubted.isEmpty, dice.chance(95) else {
      return .verification(of: EntryNumber(dice.number(1...log.count)))
    }
    return .verification(of: doubted[dice.number(0...doubted.count - 1)].number)
  }

  /// Of anything but the opening, an amendment of it included.
  private mutating func amendment(_ log: [Entry], by clock: Instant) throws -> Content {
    var target = log[dice.number(0...log.count - 1)]
    // A deferral is allowed for one slot and may be moved to another.
    if dice.chance(15), let put = log.last(where: { $0.content.kind == .deferred }) { target = put }
    if case .amendment? = log.last?.content, dice.chance(70) { target = log[log.count - 1] }
    let entries = ReferenceChart(log: log, mistake: nil).entries
    var original = target
    while case .amendment(let amendment) = original.content {
      original = log[amendment.entry.value - 1]
    }
    guard let entry = entries.first(where: { $0.number == original.number }) else {
      return try values.observation()
    }
    // Put back as it was first typed, so that a flag goes, comes and goes again.
    if case .amendment? = log.last?.content, dice.chance(30) {
      return .amendment(
        Amendment(
          of: target.number,
          content: original.content,
          observed: original.observed,
          reason: "was right"
        )
      )
    }
    let content: Content
    switch entry.content {
    case .vitals, .effect, .dose, .infusion:
      content = dice.chance(30) ? entry.content : try corrected(entry.content)
    case .acknowledgement:
      content = dice.chance(30) ? entry.content : try acknowledgement(log)
    case .deferred:
      content =
        dice.chance(50)
        ? entry.content : dice.chance(80) ? deferral() : try values.observation()
    case .opened:
      guard dice.chance(40) else { return try values.observation() }
      content = .opened(try RandomSession.opening(spo2Scale: dice.pick(.one, .two)))
    default: content = entry.content
    }
    var observed: Stamp?
    if dice.chance(50) {
      let time =
        if dice.chance(40), let telling = times.telling(log, by: clock, &dice) {
          telling
        } else if dice.chance(50) {
          entry.observed.instant + .seconds(30 * dice.number(-20...20))
        } else {
          log[dice.number(0...log.count - 1)].observed.instant
            + .minutes(dice.pick(0, 1, 10, 30, -30))
        }
      observed = Stamp(min(time, clock), offsetMinutes: 60)
    }
    return .amendment(
      Amendment(of: target.number, content: content, observed: observed, reason: "misread")
    )
  }

  private mutating func corrected(_ content: Content) throws -> Content {
    if dice.chance(5) { return dice.chance(50) ? deferral() : try values.observation() }
    switch content {
    case .effect: return values.effect()
    case .dose, .infusion: return try values.administration()
    default: return try values.vitals()
    }
  }

  private mutating func void(_ log: [Entry]) -> Content {
    // Closings, verifications and amendments are few, and are asked for by name.
    let few = log.filter { [.closed, .verification, .amendment].contains($0.content.kind) }
    var number = EntryNumber(dice.number(dice.chance(2) ? 1...1 : 1...log.count))
    if number == EntryNumber(1), dice.chance(95) { number = EntryNumber(log.count) }
    if case .amendment? = log.last?.content, dice.chance(55) {
      number = EntryNumber(log.count)
    } else if !few.isEmpty, dice.chance(40) {
      number = few[dice.number(0...few.count - 1)].number
    }
    return .void(Voiding(of: number, reason: .because("not this patient")))
  }
}
