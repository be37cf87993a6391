import Monitoring
import SessionRecord

/// The observations of a random session, typed after all of them were made, in some order.
///
/// Corrections and deferrals are left out: what they mean hangs on when they are typed.
struct TypedAnew {
  private let monitoringProtocol: MonitoringProtocol
  private let log: [Entry]
  /// The place of each entry's observation in the session that it was taken from, by entry number.
  private let places: [EntryNumber: Int]
  private let asOf: Instant

  init(_ session: RandomSession, order: ([Int]) -> [Int]) throws {
    var observations: [(content: Content, at: Instant)] = []
    for entry in session.log.dropFirst() {
      switch entry.content {
      case .vitals, .effect, .scale, .dose, .infusion: break
      default: continue
      }
      // Of two at one instant the entry number says which was first.
      let at = entry.observed.instant
      if !observations.contains(where: { $0.at == at }) { observations.append((entry.content, at)) }
    }
    let last = session.log.map(\.recorded.instant).max() ?? SessionText.origin
    var log = Array(session.log.prefix(1))
    var places: [EntryNumber: Int] = [:]
    for place in order(Array(observations.indices)) {
      let number = log.count + 1
      places[EntryNumber(number)] = place
      log.append(
        try RandomSession.entry(
          number,
          (log.last?.commit.value ?? 0) + 1,
          observations[place].content,
          observed: observations[place].at,
          recorded: last + .seconds(number)
        )
      )
    }
    monitoringProtocol = session.monitoringProtocol
    self.log = log
    self.places = places
    asOf = last + .minutes(60)
  }

  var slotCount: Int {
    assess(log, under: monitoringProtocol, asOf: asOf).schedule.flatMap(\.slots).count
  }

  var engineSays: [String] {
    let found = assess(log, under: monitoringProtocol, asOf: asOf)
    return said(found.schedule, found.flags)
  }

  var referenceSays: [String] {
    let found = ReferenceAssessment(log, under: monitoringProtocol, asOf: asOf)
    return said(found.schedule, found.flags)
  }

  /// Slots by what they are and by the observations that did it; standing overdue flags in order.
  private func said(_ schedule: [ScheduledGroup], _ flags: [Flag]) -> [String] {
    let slots = schedule.flatMap { group in
      group.slots.map { slot in
        "\(group.group.id) T+\(slot.minutes) \(SessionText.time(slot.opens)) \(state(slot.state))"
      } + ["\(group.group.id) baseline \(group.baseline.map { "\($0)" } ?? "none")"]
    }
    let overdue = flags.filter { flag in
      if case .group = flag.measure { flag.retractedBy == nil } else { false }
    }
    return slots
      + overdue.map { flag in
        "overdue \(flag.identity.rule) \(SessionText.cause(flag.identity.cause))"
          + " \(SessionText.time(flag.raised)) \(flag.state)"
      }.sorted()
  }

  private func state(_ state: SlotState) -> String {
    switch state {
    case .kept(let at, let by), .keptLate(let at, let by), .notObtained(let at, let by):
      "\(state.word) \(SessionText.time(at)) by \(by.map { places[$0] ?? -1 })"
    case .deferred, .upcoming, .due, .overdue, .missed: state.word
    }
  }
}
