import Monitoring
import SessionRecord

extension ProtocolText {
  /// The scales that can be typed, and how NEWS2 is taken together.
  func addScales(to page: inout Page) {
    if !shown.scales.isEmpty { page.heading("Scales") }
    for listed in shown.scales {
      page.add(
        Phrase("\(listed.scale.title): \(ScaleRangeText(listed.scale).text)"),
        after: Phrase("\(listed.scale.name) ", .strong)
      )
      page.add(Phrase(RuleText.words(listed.basis)), indent: 4)
    }
    guard let news2 = shown.news2 else { return }
    page.heading("NEWS2")
    page.add(
      "Each parameter by its last usable value of the \(SpanText.duration(news2.within)) to a set; "
        + "without all seven it is incomplete, and at least what is known."
    )
    page.add(Phrase(RuleText.words(news2.basis)), indent: 4)
  }

  /// What is to be measured, and when.
  func addSchedule(to page: inout Page) {
    page.heading("Schedule")
    let indicated = shown.schedule.ifIndicated.map(\.words)
    guard !shown.schedule.groups.isEmpty else {
      page.add("None: nothing is due by this protocol.")
      if !indicated.isEmpty { page.add("where indicated: \(indicated.joined(separator: ", "))") }
      return
    }
    if !shown.schedule.phases.isEmpty {
      let phases = shown.schedule.phases.map { "\($0.name) from\u{A0}T+\($0.fromMinute)" }
      page.add("phases: \(phases.joined(separator: ", "))")
    }
    if let basis = shown.schedule.basis { page.add("times: \(RuleText.words(basis))") }
    for group in shown.schedule.groups { add(group, to: &page) }
    if !indicated.isEmpty {
      page.add("where indicated, without slots: \(indicated.joined(separator: ", "))")
    }
  }

  private func add(_ group: ScheduleGroup, to page: inout Page) {
    let text = PlannedGroupText(group)
    page.add(
      Phrase(group.title) + ", "
        + Phrase("\(group.priority.word)\u{A0}priority", Ink(group.priority)) + " when overdue",
      after: Phrase("\(group.id.text) ", .strong)
    )
    page.add(Phrase(text.needs), indent: 4)
    for slots in AlikeSlots.of(group) {
      page.add(Phrase(slots.text), indent: 4)
      page.add(Phrase(RuleText.words(slots.basis)), indent: 6)
    }
    page.add(Phrase(text.late), indent: 4)
    page.add(Phrase("priority and baseline \(RuleText.words(group.basis))"), indent: 4)
  }

  /// The criteria for leaving.
  func addLeaving(to page: inout Page) {
    page.heading("Criteria for leaving")
    guard !shown.leaving.isEmpty else {
      page.add("None is named by this protocol.")
      return
    }
    page.add("For a named clinician to decide on.")
    for criterion in shown.leaving {
      page.add(Phrase(criterion.title), after: Phrase("\(criterion.id.text) ", .strong))
      page.add(Phrase(CriterionText(criterion).text), indent: 4)
      page.add(Phrase(RuleText.words(criterion.basis)), indent: 4)
    }
  }
}
