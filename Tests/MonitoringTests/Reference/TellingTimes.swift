import Monitoring
import SessionRecord
import TestSupport

/// Instants at which something of a schedule begins, ends or is decided, to the millisecond.
struct TellingTimes {
  /// From time zero.
  private let spans: [TimeSpan]

  init(_ schedule: Schedule) {
    var spans: [TimeSpan] = []
    for group in schedule.groups {
      for slot in group.slots {
        let offset: TimeSpan = .minutes(slot.minutes)
        let after = [.seconds(0), slot.tolerance, group.overdue, group.overdue, group.missed]
        spans += Array(repeating: slot.opens, count: slot.mark == .whileHigh ? 4 : 1)
        spans += after.map { TimeSpan(milliseconds: offset.milliseconds + $0.milliseconds) }
      }
    }
    self.spans = spans
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
    guard !spans.isEmpty, let opening = log.first?.observed.instant else { return [] }
    let off = TimeSpan(milliseconds: dice.pick(0, 0, 0, 0, 0, 0, 1, -1))
    guard let timeZero = timeZero(log) else { return [opening + .minutes(15) + off] }
    return spans.map { timeZero + $0 + off } + [timeZero + off]
  }
}
