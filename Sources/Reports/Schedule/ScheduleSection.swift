import Monitoring
import SessionRecord

/// How the schedule was kept: a line a group with a line for each slot that was not kept in time, then
/// what each deferral puts off, and the times without a reading of which no slot tells.
struct ScheduleSection {
  private let words: SessionWords

  init(_ words: SessionWords) { self.words = words }

  func add(to page: inout some Sheet) {
    page.heading("Schedule")
    if words.file.monitoringProtocol.schedule.groups.isEmpty {
      page.add("The protocol has no schedule.")
    } else {
      addGroups(to: &page)
      addDeferrals(to: &page)
    }
    let opened = words.file.session.opened.instant
    for gap in Gap.gaps(in: words.file) { page.add(Phrase(gap.text(words.clock, near: opened))) }
  }

  private func addGroups(to page: inout some Sheet) {
    if words.file.assessment.timeZero == nil {
      let drug = words.file.monitoringProtocol.formulary.ownDrug
      page.add("The schedule starts with the first dose of \(drug). There is none.")
    }
    for scheduled in words.file.assessment.schedule {
      page.add(Phrase("\(scheduled.group.title): \(summary(scheduled))"))
      for slot in scheduled.slots {
        let text = SlotText(words: words, group: scheduled.group, slot: slot)
        guard text.isTold else { continue }
        let due = words.clock.clock(slot.due, near: words.file.session.opened.instant)
        page.add(Phrase(text.state), after: Phrase("T+\(slot.minutes) \(due) "), indent: 2)
      }
    }
  }

  private func addDeferrals(to page: inout some Sheet) {
    for entry in words.chart.standingInObservedOrder {
      guard let putOff = PutOffText(entry.number, in: words) else { continue }
      let at = entry.observed.instant
      let time = words.clock.clock(at, near: words.file.session.opened.instant)
      page.add(
        "deferral " + putOff.phrase,
        after: Phrase("#\(entry.number) \(time) \(words.sinceTimeZero(at)) ")
      )
    }
  }

  /// `7 of 9 kept (1 late), 1 missed, 1 not obtained: cuff error; baseline: 2 of 2 sets`.
  private func summary(_ scheduled: ScheduledGroup) -> String {
    var parts: [String] = []
    if words.file.assessment.timeZero != nil { parts.append(kept(scheduled)) }
    if let baseline = scheduled.baseline {
      let overdue =
        baseline.isOverdue
        ? ", OVERDUE since "
          + words.clock.clock(baseline.deadline, near: words.file.session.opened.instant)
        : ""
      let sets = counted(max(baseline.taken, baseline.wanted), "set")
      let taken = baseline.taken < baseline.wanted ? "\(baseline.taken) of \(sets)" : sets
      parts.append("baseline: \(taken)\(overdue)")
    }
    return parts.isEmpty ? "nothing is due before the dose" : parts.joined(separator: "; ")
  }

  private func kept(_ scheduled: ScheduledGroup) -> String {
    let count = words.file.assessment.keptCount(of: scheduled)
    guard count.required > 0 else { return "nothing was due yet" }
    var text = "\(count.kept) of \(count.required) kept"
    if count.late > 0 { text += " (\(count.late) late)" }
    if count.missed > 0 { text += ", \(count.missed) missed" }
    if count.overdue > 0 { text += ", \(count.overdue) overdue" }
    if count.notObtained > 0 {
      text += ", \(count.notObtained) not obtained\(reasons(scheduled) { $0.isNotObtained })"
    }
    if count.deferred > 0 {
      text += count.notObtained > 0 ? "; " : ", "
      text += "\(count.deferred) deferred\(reasons(scheduled) { $0.isDeferred })"
    }
    return text
  }

  /// `: cuff error; patient refused`, each reason once.
  private func reasons(
    _ scheduled: ScheduledGroup,
    of isAsked: (SlotState) -> Bool
  ) -> String {
    var seen: Set<String> = []
    let found = scheduled.slots.filter { isAsked($0.state) }.flatMap {
      SlotText(words: words, group: scheduled.group, slot: $0).reasons
    }.filter { seen.insert($0).inserted }
    return found.isEmpty ? "" : ": " + found.joined(separator: "; ")
  }
}

extension SlotState {
  fileprivate var isDeferred: Bool { if case .deferred = self { true } else { false } }
  fileprivate var isNotObtained: Bool { if case .notObtained = self { true } else { false } }
}
