import Monitoring
import SessionRecord
import TestSupport

/// Instants at which something of a schedule begins, ends or is decided, to the millisecond.
struct TellingTimes {
  /// From time zero.
  private let spans: [TimeSpan]
  /// From any reading, as rules count minutes.
  private let gaps: [TimeSpan]

  init(_ monitoringProtocol: MonitoringProtocol) {
    let schedule = monitoringProtocol.schedule
    var spans: [TimeSpan] = []
    for group in schedule.groups {
      for slot in group.slots {
        let offset: TimeSpan = .minutes(slot.minutes)
        let after = [.seconds(0), slot.tolerance, group.overdue, group.overdue, group.missed]
        spans += Array(repeating: slot.opens, count: slot.mark == .whileHigh ? 4 : 1)
        spans += after.map { TimeSpan(milliseconds: offset.milliseconds + $0.milliseconds) }
      }
    }
    for rule in monitoringProtocol.rules {
      spans += rule.condition.minutes.fromStart.map { .minutes($0) }
      if case .from(let minutes) = rule.window { spans += [.minutes(minutes), .minutes(minutes)] }
      if rule.window == .beforeStart { spans.append(.minutes(0)) }
    }
    self.spans = spans
    var gaps = monitoringProtocol.rules.flatMap { rule in
      rule.condition.minutes.fromReadings.map { TimeSpan.minutes($0) }
    }
    for rule in monitoringProtocol.rules {
      if case .minutes(let minutes) = rule.sustained { gaps.append(.minutes(minutes)) }
    }
    if let news2 = monitoringProtocol.news2,
      monitoringProtocol.rules.contains(where: {
        if case .news2 = $0.condition { true } else { false }
      })
    {
      gaps.append(news2.within)
    }
    self.gaps = gaps
  }

  /// Time zero as the log has it, as far as an entry's time needs it.
  private func timeZero(_ log: [Entry]) -> Instant? {
    log.first { entry in
      switch entry.content {
      case .infusion(.start): true
      case .dose(let dose): dose.drug == "ketamine"
      default: false
      }
    }?.observed.instant
  }

  /// One of them that has been, or the border of the time for a baseline.
  func telling(
    _ log: [Entry],
    by clock: Instant,
    _ dice: inout SeededGenerator
  ) -> Instant? {
    guard let time = instants(log, &dice).filter({ $0 <= clock }).randomElement(using: &dice)
    else { return nil }
    return time
  }

  /// One of the next few that are to come.
  func next(
    _ log: [Entry],
    after clock: Instant,
    _ dice: inout SeededGenerator
  ) -> Instant? {
    let coming = instants(log, &dice).filter { $0 > clock && $0 < clock + .minutes(40) }.sorted()
    return coming.prefix(4).randomElement(using: &dice)
  }

  private func instants(_ log: [Entry], _ dice: inout SeededGenerator) -> [Instant] {
    guard !spans.isEmpty || !gaps.isEmpty, let opening = log.first?.observed.instant else {
      return []
    }
    let off = TimeSpan(milliseconds: dice.pick(0, 0, 0, 0, 0, 0, 1, -1))
    let last = log.suffix(4).flatMap { entry in gaps.map { entry.observed.instant + $0 + off } }
    guard let timeZero = timeZero(log) else { return [opening + .minutes(15) + off] + last }
    return spans.map { timeZero + $0 + off } + [timeZero + off] + last
  }
}
