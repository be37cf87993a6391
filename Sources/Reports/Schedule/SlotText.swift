import Monitoring
import SessionRecord

/// A slot in words: when it was due, how it was closed, and why a reading is missing.
struct SlotText {
  let words: SessionWords
  let group: ScheduleGroup
  let slot: Slot

  /// Whether a reader is told of it: it was not kept in time.
  var isTold: Bool {
    switch slot.state {
    case .keptLate, .notObtained, .deferred, .overdue, .missed: true
    case .kept, .upcoming, .due: false
    }
  }

  /// `missed`, `kept late 14:28 (#12)`, `not obtained: cuff error (#22)`.
  var state: String {
    switch slot.state {
    case .kept(let at, let entries): "kept \(time(at)) (\(numbers(entries)))"
    case .keptLate(let at, let entries): "kept late \(time(at)) (\(numbers(entries)))"
    case .notObtained(_, let entries):
      "not obtained: \(reasons.joined(separator: "; ")) (\(numbers(entries)))"
    case .deferred(_, let entry):
      "deferred: \(reasons.joined(separator: "; ")) (\(numbers([entry])))"
    case .overdue: "OVERDUE since \(time(slot.due + group.overdue))"
    case .upcoming, .due, .missed: slot.state.word
    }
  }

  /// Why it was not obtained or put off, each reason once, in the order of its entries.
  var reasons: [String] {
    var found: [String] = []
    for entry in entries.compactMap({ words.chart[$0] }) {
      switch entry.content {
      case .deferred(let deferral): found.append(deferral.reason)
      case .vitals(let vitals):
        for case .sign(let sign) in group.needs {
          if case .notObtained(let reason)? = vitals.readings[sign] { found.append(reason) }
        }
      default: break
      }
    }
    var seen: Set<String> = []
    return found.filter { seen.insert($0).inserted }
  }

  /// The entries that closed it.
  var entries: [EntryNumber] {
    switch slot.state {
    case .kept(_, let entries), .keptLate(_, let entries), .notObtained(_, let entries): entries
    case .deferred(_, let entry): [entry]
    case .upcoming, .due, .overdue, .missed: []
    }
  }

  /// When it was closed.
  var closed: Instant? {
    switch slot.state {
    case .kept(let at, _), .keptLate(let at, _), .notObtained(let at, _), .deferred(let at, _): at
    case .upcoming, .due, .overdue, .missed: nil
    }
  }

  private func numbers(_ entries: [EntryNumber]) -> String {
    entries.map { "#\($0)" }.joined(separator: ", ")
  }

  private func time(_ instant: Instant) -> String { words.clock.clock(instant, near: slot.due) }
}
