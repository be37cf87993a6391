import Monitoring
import SessionRecord

/// What a deferral puts off as the session stands, group by group, or why it puts off nothing.
struct PutOffText {
  private let words: SessionWords
  private let entry: ChartEntry
  private let subject: Deferral.Subject

  /// Nil where the entry is no deferral, or the protocol has no schedule.
  init?(_ number: EntryNumber, in words: SessionWords) {
    guard let entry = words.chart[number], case .deferred(let deferral) = entry.content,
      !words.file.monitoringProtocol.schedule.groups.isEmpty
    else { return nil }
    self.words = words
    self.entry = entry
    subject = deferral.subject
  }

  /// `puts off blood pressure and heart rate of T+20`, or `puts off nothing: …`.
  var phrase: Phrase {
    guard !entry.isVoid else { return "puts off nothing any more: it is voided" }
    guard words.file.assessment.timeZero != nil else {
      return "puts off nothing yet: it is for the first slot after the dose"
    }
    guard !named.isEmpty else { return "puts off nothing: no group of the schedule has it" }
    let outcomes = Outcomes(named.map { ($0.group.title, outcome($0)) })
    let putOff = outcomes.parts.filter(\.isPutOff).map(\.text).joined(separator: "; ")
    let rest = outcomes.parts.filter { !$0.isPutOff }.map(\.text).joined(separator: "; ")
    guard !putOff.isEmpty else { return Phrase("puts off nothing: \(rest)") }
    return Phrase("puts off \(putOff)" + (rest.isEmpty ? "" : "; nothing else: \(rest)"))
  }

  /// The groups that it is about: of a whole set those with a slot that it puts off or that was due then,
  /// and all where there is none.
  private var named: [ScheduledGroup] {
    let groups = words.file.assessment.schedule.filter { $0.group.isNamed(by: subject) }
    guard subject == .wholeSet else { return groups }
    let due = groups.filter { scheduled in
      putOff(scheduled.slots) != nil
        || target(scheduled.slots).map { $0.opens <= entry.observed.instant } ?? false
    }
    return due.isEmpty ? groups : due
  }

  private func putOff(_ slots: [Slot]) -> Slot? {
    slots.first { slot in
      if case .deferred(_, let by) = slot.state { by == entry.number } else { false }
    }
  }

  /// What it does to one group.
  private enum Outcome: Hashable {
    case putOff(minutes: Int)
    /// The slot is closed by something else.
    case closed(minutes: Int, how: String)
    case peak(minutes: Int)
    case noSlot
    case notAllowed
  }

  private func outcome(_ scheduled: ScheduledGroup) -> Outcome {
    if let slot = putOff(scheduled.slots) { return .putOff(minutes: slot.minutes) }
    guard let slot = target(scheduled.slots) else { return .noSlot }
    let numbers = SlotText(words: words, group: scheduled.group, slot: slot).entries
    let by = numbers.map { "#\($0)" }.joined(separator: ", ")
    switch slot.state {
    case .kept, .keptLate, .notObtained:
      return .closed(minutes: slot.minutes, how: "is \(slot.state.word) (\(by))")
    case .deferred:
      return .closed(minutes: slot.minutes, how: "was put off before (\(by))")
    case .upcoming, .due, .overdue, .missed:
      return slot.planned.mark == .peak ? .peak(minutes: slot.minutes) : .notAllowed
    }
  }

  /// The slot whose span it is in; the next where something closed that one before it, or no span has
  /// begun.
  private func target(_ slots: [Slot]) -> Slot? {
    let at = entry.observed.instant
    guard let place = slots.lastIndex(where: { $0.opens <= at }) else { return slots.first }
    let isClosed =
      switch slots[place].state {
      case .kept(let closed, _), .keptLate(let closed, _), .notObtained(let closed, _),
        .deferred(let closed, _):
        closed < at
      case .upcoming, .due, .overdue, .missed: false
      }
    let target = isClosed ? place + 1 : place
    return target < slots.count ? slots[target] : nil
  }

  /// The groups of which the same is to be said, together, in the order of the first of each.
  private struct Outcomes {
    struct Part {
      var titles: [String]
      let outcome: Outcome

      var isPutOff: Bool { if case .putOff = outcome { true } else { false } }

      var text: String {
        let what = titles.joined(separator: ", ")
        return switch outcome {
        case .putOff(let minutes): "\(what) of\u{A0}T+\(minutes)"
        case .closed(let minutes, let how): "T+\(minutes) of \(what) \(how)"
        case .peak(let minutes):
          "T+\(minutes) of \(what) is a peak reading, which is never put off"
        case .noSlot: "no slot of \(what) is left"
        case .notAllowed: "it was not allowed for \(what) when it was typed"
        }
      }
    }

    private(set) var parts: [Part] = []

    init(_ outcomes: [(title: String, outcome: Outcome)]) {
      for (title, outcome) in outcomes {
        if let same = parts.firstIndex(where: { $0.outcome == outcome }) {
          parts[same].titles.append(title)
        } else {
          parts.append(Part(titles: [title], outcome: outcome))
        }
      }
    }
  }
}
