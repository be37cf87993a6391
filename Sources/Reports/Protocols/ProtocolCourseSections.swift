import Monitoring
import SessionRecord

extension ProtocolText {
  /// What is asked and looked up before the dose.
  func addGates(to page: inout Page) {
    page.heading("Before the dose")
    guard !shown.gates.isEmpty else {
      page.add("No gate is named by this protocol.")
      return
    }
    page.add(
      "Info is shown only; soft is confirmed by the observer; hard needs a prescriber's decision, by "
        + "name; required lets no session begin."
    )
    for gate in shown.gates {
      let text = GateText(gate, scales: shown.scales)
      page.add(
        Phrase(gate.title) + ", " + Phrase(text.levels),
        after: Phrase("\(gate.id.text) ", .strong)
      )
      page.add(Phrase(text.requirement), indent: 4)
      page.add(Phrase(RuleText.words(gate.basis)), indent: 4)
    }
  }

  /// The limits across the sessions of a patient.
  func addCourse(to page: inout Page) {
    page.heading("Course")
    guard !shown.course.isEmpty else {
      page.add("No limit across sessions is named by this protocol.")
      return
    }
    for rule in shown.course {
      let text = CourseRuleText(rule, scales: shown.scales)
      page.add(
        Phrase(rule.title) + ", "
          + Phrase("\(rule.priority.word)\u{A0}priority", Ink(rule.priority)),
        after: Phrase("\(rule.id.text) ", .strong)
      )
      page.add(Phrase(text.condition), indent: 4)
      page.add(Phrase(text.opening), indent: 4)
      page.add(Phrase(RuleText.words(rule.basis)), indent: 4)
    }
  }

  /// What is done after a session.
  func addAfterCare(to page: inout Page) {
    page.heading("After-care")
    guard !shown.afterCare.isEmpty else {
      page.add("No task is named by this protocol.")
      return
    }
    for task in shown.afterCare {
      let text = AfterCareText(task, scales: shown.scales)
      page.add(Phrase(task.title), after: Phrase("\(task.id.text) ", .strong))
      page.add(Phrase(text.times), indent: 4)
      if let growth = text.growth { page.add(Phrase(growth), indent: 4) }
      page.add(Phrase(text.closing), indent: 4)
      page.add(Phrase(RuleText.words(task.basis)), indent: 4)
    }
  }
}
